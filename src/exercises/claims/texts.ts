import type { Exercise, ExerciseTask } from '../../domain/exercise.ts';

/** The texts of an exercise that may hold claims: what is told once there was a run, and hints. */
export function claimTexts({ hints, debrief, task }: Exercise): string[] {
  return [...hints, debrief, ...whysOf(task)];
}

function whysOf(task: ExerciseTask): string[] {
  switch (task.kind) {
    case 'predict':
      return task.asks.flatMap((ask) =>
        ask.kind === 'choice' ? ask.options.map(({ why }) => why) : [],
      );
    case 'diagnose':
      return [...task.causes, ...task.actions].map(({ why }) => why);
    default:
      return [];
  }
}

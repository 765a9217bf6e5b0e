import type { ExitCode } from '../../domain/user-error.ts';
import { runLadder } from '../../tui/index.tsx';
import { onStage } from '../on-stage.ts';
import { nextRung } from './course.ts';
import { courseNow, type TryGround } from './ground.ts';

/** The ladder and its exercises on the whole screen, until the learner leaves; gives the exit code. */
export async function tryOnScreen(
  ground: TryGround,
  keys: NodeJS.ReadStream,
  first: string | undefined,
): Promise<ExitCode> {
  let id = first;
  let code: ExitCode = 0;
  try {
    for (;;) {
      if (id === undefined) {
        const chosen = await onStage(ground, keys, (stage, { suspend }) => {
          const rows = courseNow(ground);
          return runLadder(stage, { rows, next: nextRung(rows)?.id }, suspend);
        });
        if ('code' in chosen) return chosen.code === 130 ? 130 : code;
        id = chosen.id;
      }
      // The ladder stands before the simulator is loaded.
      const { exerciseOnScreen } = await import('./exercise-on-screen.ts');
      const { end, passed, words } = await exerciseOnScreen(id, ground, keys);
      code = passed === false ? 1 : 0;
      if (end.go === 'quit') {
        if (words !== undefined) ground.host.stdout.write(`${words}\n`);
        return end.code === 130 ? 130 : code;
      }
      id = end.go === 'list' ? undefined : nextRung(courseNow(ground), id)?.id;
    }
  } finally {
    if (keys !== ground.host.stdin) keys.destroy();
  }
}

import type { Exercise, ExerciseTask, Setting } from '../../domain/exercise.ts';
import { type CitedRuns, renderClaims } from '../claims/claims.ts';
import { Runs } from '../claims/runs.ts';
import type { Prepared } from '../prepared.ts';
import { prepare } from '../preparing/prepare.ts';
import type { ShippedScenario } from '../preparing/scenario-text.ts';
import { solutionOf } from '../solution.ts';
import type { Draw, Posed } from './posed.ts';

/** Said in the place of a solution that nobody has found yet. */
const CLOSED =
  'It isn’t passed yet, so its solution stays closed. Try it again, then you see it beside your own. Here, rate how sure you are of what you would do.';

/** An exercise to be called to mind, with what came of it as it ships; undefined when it can't be run. */
export function retold(
  exercise: Exercise,
  shipped: ShippedScenario,
  { isPassed }: Pick<Draw, 'isPassed'>,
): Posed | undefined {
  const { prepared } = prepare(exercise, shipped);
  if (!prepared) return undefined;
  const cited = new Runs(prepared);
  return {
    seed: undefined,
    story: exercise.story,
    prompt: promptOf(exercise.task),
    task: { kind: 'recall' },
    // The outcome of a prediction is seen whether it was right or not.
    answer: isPassed || exercise.task.kind === 'predict' ? answerOf(prepared, cited) : CLOSED,
  };
}

function answerOf(prepared: Prepared, cited: CitedRuns): string {
  const { task, debrief } = prepared.exercise;
  return [...findings(task, cited), renderClaims(debrief, cited), ...remedy(prepared)]
    .filter((text) => text !== '')
    .join('\n\n');
}

function promptOf(task: ExerciseTask): string {
  switch (task.kind) {
    case 'predict':
      return task.asks[0]?.prompt ?? 'What happens, and why?';
    case 'tune':
      return 'What goes wrong, and what do you change?';
    case 'diagnose':
      return 'What is the cause, and what do you do first?';
    case 'code':
      return 'What must the program do, in which order, and why?';
  }
}

/** What a diagnosis comes to. */
function findings(task: ExerciseTask, cited: CitedRuns): string[] {
  if (task.kind !== 'diagnose') return [];
  const right = (list: typeof task.causes) => list.find(({ correct }) => correct);
  const told = (name: string, found: ReturnType<typeof right>) =>
    found
      ? [`**${name}:** ${found.text.replace(/\.$/, '')}. ${renderClaims(found.why, cited)}`]
      : [];
  return [...told('Cause', right(task.causes)), ...told('First', right(task.actions))];
}

/** What mends it: the settings, or the program. */
function remedy(prepared: Prepared): string[] {
  const { task } = prepared.exercise;
  if (task.kind === 'code') return [`\`\`\`js\n${task.solution.trimEnd()}\n\`\`\``];
  const solution = solutionOf(prepared) ?? [];
  return solution.length === 0 ? [] : [`What mends it:\n\n${settingLines(solution, task)}`];
}

function settingLines(solution: readonly Setting[], task: ExerciseTask): string {
  const knobs = task.kind === 'tune' ? task.knobs : [];
  return solution
    .map(({ path, value }) => {
      const label = knobs.find((knob) => knob.path === path)?.label ?? path;
      return `- ${label === path ? '' : `${label}, `}\`${path}\`: \`${value}\``;
    })
    .join('\n');
}

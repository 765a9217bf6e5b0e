import { claimsIn } from '../../domain/claims.ts';
import type { Ask, Exercise } from '../../domain/exercise.ts';
import type { Task } from '../../domain/question.ts';
import { metricValue } from '../../simulator/observers/index.ts';
import type { Run } from '../../simulator/scenario/index.ts';
import { type CitedRuns, renderClaims } from '../claims/claims.ts';
import { Runs } from '../claims/runs.ts';
import { asAgain } from '../predict/again.ts';
import { holding } from '../predict/options.ts';
import { unitOf } from '../predict/truth.ts';
import type { Prepared } from '../prepared.ts';
import { prepare } from '../preparing/prepare.ts';
import type { ShippedScenario } from '../preparing/scenario-text.ts';
import { numberTask } from './number-task.ts';
import type { Draw, Posed } from './posed.ts';

/** An ask of a prediction about a run with another seed; undefined when there is none that this run answers. */
export function simulated(
  exercise: Exercise,
  shipped: ShippedScenario,
  { seed, turn }: Pick<Draw, 'seed' | 'turn'>,
): Posed | undefined {
  if (exercise.task.kind !== 'predict') return undefined;
  // A curve takes a run for each of its points, and is for trying.
  const asks = exercise.task.asks.filter(({ kind }) => kind !== 'curve');
  const { prepared } = asks.length > 0 ? prepare(asAgain(exercise, seed), shipped) : {};
  if (!prepared) return undefined;
  const cited = new Runs(prepared);
  for (const place of asks.keys()) {
    const ask = asks[(place + turn) % asks.length];
    const task = ask && taskOf(ask, prepared, cited.shipped, cited);
    if (ask && task) {
      const answer = renderClaims(exercise.debrief, cited);
      const told = { seed, story: exercise.story, prompt: ask.prompt, answer };
      return { ...told, task: cites(exercise.debrief, ask) ? withoutResult(task) : task };
    }
  }
  return undefined;
}

/** The task with what the run answers; undefined where it gives no one answer. */
function taskOf(
  ask: Ask,
  prepared: Prepared,
  { scenario, report }: Run,
  cited: CitedRuns,
): Task | undefined {
  const measure = (metric: string) => metricValue(report, metric);
  if (ask.kind === 'number') {
    const [value, unit] = [measure(ask.metric), unitOf(prepared, ask)];
    return value === undefined || unit === undefined
      ? undefined
      : numberTask(value, unit, ask.tolerance);
  }
  if (ask.kind === 'curve') return undefined;
  const holds = holding(ask.options, scenario, measure);
  if (holds.length !== 1) return undefined;
  const options = ask.options.map(({ text, why }, place) => {
    return { text, correct: holds.includes(place), explanation: renderClaims(why, cited) };
  });
  return { kind: 'choice', options };
}

/** What an author tells of the run needn't be told twice. */
function cites(debrief: string, ask: Ask): boolean {
  return ask.kind === 'number' && claimsIn(debrief).includes(ask.metric);
}

function withoutResult(task: Task): Task {
  return task.kind === 'number' ? { ...task, calculation: '' } : task;
}

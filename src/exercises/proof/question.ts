import type { Exercise } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SimulatedQuestion } from '../../domain/question.ts';
import { drawnExercise } from '../again/drawn.ts';
import { asAgain } from '../predict/again.ts';
import { holding } from '../predict/options.ts';
import type { Prepared } from '../prepared.ts';
import { prepare } from '../preparing/prepare.ts';
import type { ShippedScenario } from '../preparing/scenario-text.ts';
import { problemIn } from '../problem-in.ts';
import { jobFor, type Simulate } from '../simulate.ts';
import { askedMetrics, mustAnswer } from './asks.ts';
import { proveClaims } from './claims.ts';
import { mustBeShort } from './runs.ts';

/** Fewer draws may be alike by chance. */
const ENOUGH_DRAWS = 10;

/**
 * Runs a simulated question with so many draws: each must have an answer, and not all the same one. With none it is only made
 * ready to run.
 */
export async function proofOfQuestion(
  question: SimulatedQuestion,
  shipped: ShippedScenario,
  simulate: Simulate,
  draws: number,
): Promise<Problem[]> {
  const all = Array.from({ length: Math.max(draws, 1) }, (_, place) =>
    prepare(asAgain(drawnExercise(question, place + 1), place + 1), shipped),
  );
  const broken = all.find(({ prepared }) => !prepared);
  const prepared = all.flatMap((each) => each.prepared ?? []);
  const found = broken
    ? broken.problems
    : draws === 0
      ? []
      : await proofOfDraws(prepared, simulate);
  return found.map((problem) => ({ ...problem, line: question.line }));
}

async function proofOfDraws(
  prepared: readonly Prepared[],
  simulate: Simulate,
): Promise<readonly Problem[]> {
  const [first] = prepared;
  const [ask] = first?.exercise.task.kind === 'predict' ? first.exercise.task.asks : [];
  if (!first || !ask) return [];
  const metrics = askedMetrics([ask], first.scenario);
  const results = await simulate(
    prepared.map((each) => jobFor(each, [], each.scenario.seed, metrics)),
  );
  const unanswered = prepared.flatMap(({ exercise, scenario }, place) =>
    mustAnswer(exercise, ask, scenario, metrics, results.slice(place, place + 1)),
  );
  const answers = prepared.map(({ scenario }, place) => {
    const values = results[place]?.values ?? [];
    return ask.kind === 'choice'
      ? holding(ask.options, scenario, (metric) => values[metrics.indexOf(metric)]).join()
      : String(values[0]);
  });
  return [
    ...mustBeShort(first.exercise, results),
    ...unanswered.slice(0, 1),
    ...(unanswered.length === 0 ? mustVary(first.exercise, answers) : []),
    ...proveClaims(first),
  ];
}

function mustVary(exercise: Exercise, answers: readonly string[]): Problem[] {
  const [first] = answers;
  if (answers.length < ENOUGH_DRAWS || answers.some((answer) => answer !== first)) return [];
  return [
    problemIn(
      exercise,
      `all ${answers.length} draws have the same answer`,
      'draw what changes it, or ask it as an ordinary question',
    ),
  ];
}

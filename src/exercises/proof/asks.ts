import type { Ask, Exercise } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import { readConditions, type SimulationResult } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { holding } from '../predict/options.ts';
import { problemIn } from '../problem-in.ts';

/** The metrics that must be known of a run to answer the asks, but for curves. */
export function askedMetrics(asks: readonly Ask[], scenario: Scenario): string[] {
  const metrics = asks.flatMap((ask) => {
    if (ask.kind === 'number') return [ask.metric];
    if (ask.kind === 'curve') return [];
    return ask.options.flatMap(({ when }) =>
      readConditions(when, scenario).conditions.map(({ metric }) => metric),
    );
  });
  return [...new Set(metrics)];
}

/** With every seed exactly one option of a choice must hold, and a number must be there. `metrics` are those of the results. */
export function mustAnswer(
  exercise: Exercise,
  ask: Ask,
  scenario: Scenario,
  metrics: readonly string[],
  results: readonly SimulationResult[],
): Problem[] {
  for (const { seed, values } of results) {
    const measure = (metric: string) => values[metrics.indexOf(metric)];
    const problem = answerProblem(exercise, ask, scenario, measure, seed);
    if (problem) return [problem];
  }
  return [];
}

function answerProblem(
  exercise: Exercise,
  ask: Ask,
  scenario: Scenario,
  measure: (metric: string) => number | undefined,
  seed: number,
): Problem | undefined {
  if (ask.kind === 'curve') return undefined;
  const withSeed = `with seed ${seed}, “${ask.prompt}”`;
  if (ask.kind === 'number')
    return measure(ask.metric) === undefined
      ? problemIn(exercise, `${withSeed} has no answer`, 'ask for what the run always measures')
      : undefined;
  const holds = holding(ask.options, scenario, measure);
  if (holds.length === 1) return undefined;
  const texts = holds.map((place) => `“${ask.options[place]?.text ?? ''}”`);
  return problemIn(
    exercise,
    `${withSeed} has ${holds.length === 0 ? 'no option that holds' : `several that hold: ${texts.join(', ')}`}`,
    'change the conditions, so that exactly one option is right whatever the seed',
  );
}

/** Every point of a curve must have a value. The results are those of its points, in order. */
export function mustBeDrawn(
  exercise: Exercise,
  { prompt, at }: Extract<Ask, { kind: 'curve' }>,
  results: readonly SimulationResult[],
): Problem[] {
  const missing = at.filter((_, place) => results[place]?.values[0] === undefined);
  if (missing.length === 0) return [];
  return [
    problemIn(
      exercise,
      `“${prompt}” has no answer at ${missing.join(', ')}`,
      'ask at points where there is something to measure',
    ),
  ];
}

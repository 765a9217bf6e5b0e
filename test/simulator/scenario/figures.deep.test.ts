import { afterAll, describe, expect, it } from 'vitest';
import { metricValue } from '../../../src/simulator/observers/index.ts';
import {
  type Change,
  type Run,
  runScenario,
  shrinkFaults,
} from '../../../src/simulator/scenario/index.ts';
import { type Ask, misfit, type Runs } from '../../golden/figures/claim.ts';
import { figuresOf, NAMES, read } from '../../golden/figures/story.ts';

/** Each run is made once, and only when a figure asks for it. */
const runs = new Map<string, Run>();

function run(name: string, changes: readonly Change[]): Run {
  const key = JSON.stringify([name, changes]);
  const known = runs.get(key) ?? runScenario(read(name, changes));
  runs.set(key, known);
  return known;
}

function ask(name: string, changes: readonly Change[] = []): Ask {
  return (metric) => {
    const value = metricValue(run(name, changes).report, metric);
    if (value === undefined) throw new Error(`${name} has no metric ${metric}`);
    return value;
  };
}

function runsOf(name: string): Runs {
  const scenario = read(name);
  return {
    scenario,
    now: ask(name),
    mended: ask(name, scenario.remedy),
    changed: (changes, other = name) => ask(other, changes),
    passes: (changes) => run(name, changes).passed,
    fewestFaults: (metric) =>
      shrinkFaults(scenario, metric, scenario.seed)?.kept.length ?? Number.NaN,
  };
}

describe('the story of a shipped scenario', () => {
  afterAll(() => runs.clear());

  it.each(NAMES)('%s tells the figures that its runs give', (name) => {
    const wrong = figuresOf(name).flatMap(({ figure, claims }) =>
      claims.flatMap((claim) => {
        const why = misfit(figure, claim, runsOf(name));
        return why === undefined ? [] : [`“${figure.written}”: ${why}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

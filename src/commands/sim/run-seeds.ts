import type { SimulationResult } from '../../simulator/scenario/index.ts';
import type { Host } from '../host.ts';
import { wholeNumber } from '../whole-number.ts';
import type { LoadedScenario } from './load.ts';

/** All results are kept until the last one is there. */
const MOST_SEEDS = 100_000;

/** Runs a scenario with many seeds, from its own on, and counts how often each check holds. */
export async function runSeeds(
  host: Host,
  { file, text, changes, scenario, seed }: LoadedScenario,
  wanted: string,
  json: boolean,
): Promise<void> {
  const count = wholeNumber('--seeds', wanted, 1, MOST_SEEDS);
  const results = await host.simulate(
    Array.from({ length: count }, (_, index) => ({
      file,
      text,
      changes,
      seed: seed + index,
      metrics: [],
      hashed: false,
    })),
  );
  const checks = tally(results);
  const passed = checks.every(({ held }) => held === count);
  if (json) {
    const answer = {
      schema: 'swelearn.sim-seeds/1',
      scenario: scenario.name,
      seeds: count,
      passed,
      checks,
    };
    host.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    host.stdout.write(`${scenario.title}: seeds ${seed} to ${seed + count - 1}\n`);
    for (const { metric, held, firstFailing } of checks) {
      const failing = firstFailing === undefined ? '' : `; fails first with --seed ${firstFailing}`;
      host.stdout.write(
        `${held === count ? 'ok   ' : 'FAILS'} ${metric} holds in ${held} of ${count}${failing}\n`,
      );
    }
  }
  if (!passed) host.exitWith(1);
}

function tally(
  results: readonly SimulationResult[],
): { metric: string; held: number; firstFailing: number | undefined }[] {
  const checks = results[0]?.checks ?? [];
  return checks.map(({ metric }, place) => ({
    metric,
    held: results.filter(({ checks: each }) => each[place]?.passed).length,
    firstFailing: results.find(({ checks: each }) => !each[place]?.passed)?.seed,
  }));
}

import { describe, expect, it } from 'vitest';
import { type Run, readScenario, runScenario } from '../../../src/simulator/scenario/index.ts';
import { BOOKINGS } from './bookings.ts';
import { CLICKS } from './clicks.ts';
import { IMAGES } from './images.ts';
import type { Base, Mutant } from './mutant.ts';
import { NEWS } from './news.ts';
import { ORDERS } from './orders.ts';
import { SEATS, SEATS_IN_A_LOG } from './seats.ts';
import { TICKETS } from './tickets.ts';
import { VIDEOS } from './videos.ts';

const BASES: Readonly<Record<string, Base>> = {
  orders: ORDERS,
  videos: VIDEOS,
  tickets: TICKETS,
  seats: SEATS,
  'seats in a log': SEATS_IN_A_LOG,
  clicks: CLICKS,
  bookings: BOOKINGS,
  images: IMAGES,
  news: NEWS,
};

/** Seeds that the good ones must stand. */
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

function run(text: string, seed: number, set: Mutant['set'] = {}): Run {
  const changes = Object.entries(set).map(([path, value]) => ({ path, value }));
  const { scenario, problems } = readScenario('mutant.yaml', text, changes);
  if (!scenario) throw new Error(problems.map(({ what, fix }) => `${what}; ${fix}`).join('\n'));
  return runScenario(scenario, { seed });
}

function failed({ checks }: Run): string[] {
  return checks.flatMap(({ metric, passed, got }) => (passed ? [] : `${metric} is ${got}`));
}

describe.each(Object.entries(BASES))('%s', (_, { text, mutants }) => {
  it('hold all their checks, and reach what they should, with any of 20 seeds', () => {
    const failures = SEEDS.flatMap((seed) =>
      failed(run(text, seed)).map((what) => `seed ${seed}: ${what}`),
    );
    expect(failures).toEqual([]);
  });

  it.each(Object.entries(mutants).map(([name, mutant]) => [name, mutant.fails, mutant] as const))(
    'fail when somebody %s: %s',
    (_name, metric, { set, caughtWithin }) => {
      const caught = SEEDS.slice(0, caughtWithin).some((seed) =>
        run(text, seed, set).checks.some((check) => check.metric === metric && !check.passed),
      );
      expect(caught).toBe(true);
    },
  );
});

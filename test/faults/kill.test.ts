import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runs } from '../fixtures/runs.ts';
import {
  type Autopsy,
  killAnyTime,
  killAtEveryPoint,
  openWorkshop,
  type Workshop,
} from './mortal-process.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop(resolve(import.meta.dirname, '../..'));
});
afterAll(() => workshop.close());

/** The same numbers on every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const problemsIn = (autopsies: readonly Autopsy[]) =>
  autopsies.filter(({ lost, trouble }) => lost > 0 || trouble.length > 0);

it('loses nothing when it is killed before and after any SQL statement', async () => {
  const { numRuns: answers } = runs(3);
  const autopsies = await killAtEveryPoint(workshop, Math.min(answers, 6));
  expect(problemsIn(autopsies)).toEqual([]);
  expect(autopsies.length).toBeGreaterThan(100);
  expect(Math.max(...autopsies.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(3);
  // What was written and not yet told is at most the one entry that was under way.
  expect(Math.max(...autopsies.map(({ unheard }) => unheard))).toBe(1);
}, 600_000);

it('loses nothing when it is killed at any moment, again and again', async () => {
  const random = randomFrom(7);
  const kills = 25;
  for (let store = 0; store < Math.min(runs(1).numRuns, 6); store += 1) {
    const autopsies = await killAnyTime(workshop, kills, random);
    expect(problemsIn(autopsies)).toEqual([]);
    expect(autopsies.at(-1)?.acknowledged).toBeGreaterThan(kills);
  }
}, 600_000);

import { describe, expect, it } from 'vitest';
import { compare } from './benchmark/comparison.ts';
import { minds } from './benchmark/minds.ts';

/** A small version of `npm run bench scheduling`. */
describe.each(Object.entries(minds))('with a memory like %s, the plan', (_, mindOf) => {
  it.each([
    { days: 14, questions: 100, cap: null },
    { days: 14, questions: 200, cap: 40 },
    { days: 30, questions: 100, cap: null },
  ])('is worth its time in $days days with a cap of $cap', (setting) => {
    const { plan, plainAtSameEffort } = compare(setting, mindOf, 3);
    expect(plan.recall).toBeGreaterThanOrEqual(plainAtSameEffort);
    expect(plan.unseen).toBe(0);
    expect(plan.heaviestDay).toBeLessThanOrEqual(setting.cap ?? setting.questions);
  });
});

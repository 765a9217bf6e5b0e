import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrink } from '../../../src/simulator/scenario/shrink.ts';
import { runs } from '../../fixtures/runs.ts';

type Fails = (items: readonly number[]) => boolean;

function checkMinimal(size: number, fails: Fails): void {
  let asked = 0;
  const list = Array.from({ length: size }, (_, item) => item);
  const found = shrink(list, (items) => {
    asked += 1;
    return fails(items);
  });
  expect(found === undefined).toBe(!fails(list));
  if (!found) return;
  const { kept } = found;
  expect(fails(kept)).toBe(true);
  for (const item of kept) expect(fails(kept.filter((other) => other !== item))).toBe(false);
  expect(kept).toEqual(list.filter((item) => kept.includes(item)));
  expect(found.runs).toBe(asked);
}

describe('shrink', () => {
  it('finds the few that matter together', () => {
    const found = shrink(
      [...'abcdefghijklmnopqrstuvwxyz'],
      (items) => items.includes('c') && items.includes('x'),
    );
    expect(found?.kept).toEqual(['c', 'x']);
  });

  it('keeps nothing when nothing of it matters, after two runs', () => {
    expect(shrink([1, 2, 3], () => true)).toEqual({ kept: [], runs: 2 });
  });

  it('says so when the whole list doesn’t fail', () => {
    expect(shrink([1, 2, 3], () => false)).toBeUndefined();
    expect(shrink([], () => true)).toEqual({ kept: [], runs: 1 });
  });

  it('needs few runs for one fault among thousands', () => {
    const list = Array.from({ length: 4_096 }, (_, item) => item);
    const found = shrink(list, (items) => items.includes(1_234));
    expect(found?.kept).toEqual([1_234]);
    expect(found?.runs).toBeLessThan(60);
  });

  it('gives what fails and can’t be made smaller, when more items never make it pass', () => {
    const causes = fc.array(fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.nat(30), causes, (size, alternatives) =>
        checkMinimal(size, (items) =>
          alternatives.some((all) => all.every((item) => items.includes(item))),
        ),
      ),
      runs(200),
    );
  });

  it('gives what fails and can’t be made smaller one by one, also when more items may heal', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.integer(), (size, salt) =>
        checkMinimal(size, (items) => {
          const hash = items.reduce(
            (sum, item) => Math.imul(sum ^ (item + 1), 0x01000193),
            salt | 1,
          );
          return (hash >>> 7) % 3 !== 0;
        }),
      ),
      runs(200),
    );
  });
});

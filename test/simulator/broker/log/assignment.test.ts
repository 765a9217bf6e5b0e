import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  rangeAssignment,
  stickyAssignment,
} from '../../../../src/simulator/broker/log/assignment.ts';

const counts = (assignment: readonly (string | undefined)[], members: readonly string[]) =>
  members.map((member) => assignment.filter((owner) => owner === member).length);

const world = fc.record({
  members: fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 }),
  before: fc.array(fc.option(fc.constantFrom(...'abcdefgh'), { nil: undefined }), {
    minLength: 1,
    maxLength: 20,
  }),
});

describe('sharing out partitions', () => {
  it('range gives neighbours together, and the first members what is left over', () => {
    expect(rangeAssignment(5, ['a', 'b'])).toEqual(['a', 'a', 'a', 'b', 'b']);
    expect(rangeAssignment(2, ['a', 'b', 'c'])).toEqual(['a', 'b']);
  });

  it('KFK-03: both give each partition exactly one owner, evenly', () => {
    fc.assert(
      fc.property(world, ({ members, before }) => {
        for (const after of [
          rangeAssignment(before.length, members),
          stickyAssignment(members, before),
        ]) {
          expect(after).toHaveLength(before.length);
          expect(after.every((owner) => owner !== undefined && members.includes(owner))).toBe(true);
          const each = counts(after, members);
          expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('KFK-09: sticky moves no more than evenness asks for', () => {
    fc.assert(
      fc.property(world, ({ members, before }) => {
        const after = stickyAssignment(members, before);
        const moved = before.filter((owner, partition) => owner !== after[partition]).length;
        const each = Math.floor(before.length / members.length);
        const over = before.length % members.length;
        // Whoever had most may keep one more: the least that any even sharing has to move.
        const kept = counts(before, members)
          .sort((one, other) => other - one)
          .reduce((sum, had, rank) => sum + Math.min(had, each + (rank < over ? 1 : 0)), 0);
        expect(moved).toBe(before.length - kept);
      }),
    );
  });
});

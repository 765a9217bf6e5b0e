import { expect, it } from 'vitest';
import { groupBy } from '../../src/scheduling/group-by.ts';

it('groups values in their order, and leaves out what has no key', () => {
  const groups = groupBy([3, 1, 4, 1, 5, 9, 2, 6], (value) =>
    value > 5 ? undefined : value % 2 === 0,
  );
  expect([...groups]).toEqual([
    [false, [3, 1, 1, 5]],
    [true, [4, 2]],
  ]);
});

import { expect, it } from 'vitest';
import { outOfPlace } from '../../src/grading/order.ts';

it.each([
  [[0, 1, 2], []],
  [
    [0, 2, 1],
    [1, 2],
  ],
  [
    [2, 0, 1],
    [0, 1, 2],
  ],
])('in the order %j the positions %j are wrong', (order, positions) => {
  expect([...outOfPlace(order)]).toEqual(positions);
});

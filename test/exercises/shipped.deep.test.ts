import { expect, it } from 'vitest';
import { proofOfShipped } from './proof-of-shipped.ts';
import { shippedExercises } from './shipped.ts';

// Those of code are in a file of their own, so that both are proven at the same time.
const exercises = shippedExercises.filter(({ task }) => task.kind !== 'code');

it.each(exercises)('$id does what it says with twenty seeds', async (exercise) => {
  expect(await proofOfShipped(exercise)).toEqual([]);
});

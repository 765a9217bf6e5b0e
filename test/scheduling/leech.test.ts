import { expect, it } from 'vitest';
import { defaultParameters, nextMemory } from '../../src/scheduling/fsrs.ts';
import { isNewlyLeech } from '../../src/scheduling/leech.ts';

it('tells at the threshold, and again after each half of it', () => {
  const memory = nextMemory(undefined, 3, { day: 0, atMs: 0 }, defaultParameters, 'q');
  const told = Array.from({ length: 18 }, (_, lapses) => lapses).filter((lapses) =>
    isNewlyLeech(
      { question: 'q', suspended: false, fingerprint: '', memory: { ...memory, lapses } },
      8,
    ),
  );
  expect(told).toEqual([8, 12, 16]);
});

import { describe, expect, it } from 'vitest';
import { defaultParameters } from '../../src/scheduling/fsrs.ts';
import { newDatabase, newStore, START_MS } from './random-history.ts';

const DAY = Math.floor(START_MS / 86_400_000);

function withEntries(count: number) {
  const database = newDatabase();
  const store = newStore('one', database);
  database.transaction(() => {
    const inside = newStore('many', { ...database, transaction: (work) => work() });
    for (let index = 0; index < count; index += 1)
      inside.record({
        kind: 'review',
        question: `q${index % 7}`,
        rating: 3,
        durationMs: index,
        source: 'quiz',
        fingerprint: 'f',
        parameters: defaultParameters,
        atMs: START_MS + index * 1000,
        day: DAY + (index % 3),
      });
  });
  return { database, store };
}

describe('the review log', () => {
  it.each([
    ['UPDATE review_log SET rating = 4'],
    ['DELETE FROM review_log'],
    ["DELETE FROM review_log WHERE question = 'q1'"],
  ])('refuses %s', (sql) => {
    const { database, store } = withEntries(3);
    const before = [...store.entries()];
    expect(() => database.exec(sql)).toThrow(/only added to/);
    expect([...store.entries()]).toEqual(before);
  });

  it('gives every entry as it was said, with its parameters', () => {
    const store = newStore('one');
    const said = [
      {
        kind: 'review',
        question: 'a',
        rating: 2,
        durationMs: 1,
        source: 'mock',
        fingerprint: 'f',
        parameters: { ...defaultParameters, learningSteps: ['3m'] },
      },
      { kind: 'suspend', question: 'a', fingerprint: 'g' },
      { kind: 'carry', question: 'b', from: 'a' },
      { kind: 'weights', weights: defaultParameters.weights.map((weight) => weight + 1 / 3) },
    ] as const;
    for (const each of said) store.record({ ...each, atMs: START_MS, day: DAY });
    store.undo({ atMs: START_MS, day: DAY });
    const entries = [...store.entries()];
    expect(entries).toMatchObject([
      ...said,
      { kind: 'undo', question: 'a', undoes: entries[1]?.id },
    ]);
    expect(entries.map(({ orderMs }) => orderMs - START_MS)).toEqual([0, 1, 2, 3, 4]);
  });

  it('is read whole, however many pages it has', () => {
    const { store } = withEntries(20_001);
    const durations = [...store.entries()].map(
      (entry) => entry.kind === 'review' && entry.durationMs,
    );
    expect(durations).toEqual(Array.from({ length: 20_001 }, (_, index) => index));
  });

  it('gives the reviews of some days, without those taken back', () => {
    const { store } = withEntries(6);
    store.undo({ atMs: START_MS, day: DAY });
    const found = store.reviewsBetween(DAY + 1, DAY + 2);
    expect(found.map(({ durationMs }) => durationMs)).toEqual([1, 2, 4]);
  });
});

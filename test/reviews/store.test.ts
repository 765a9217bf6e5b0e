import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/review-log.ts';
import { keepDurable, openDatabase } from '../../src/platform/sqlite.ts';
import { defaultParameters } from '../../src/scheduling/fsrs.ts';
import { runs } from '../fixtures/runs.ts';
import {
  acts,
  newDatabase,
  newStore,
  perform,
  performOne,
  START_MS,
  undoableActs,
} from './random-history.ts';
import { attemptsByReference, progressByReference } from './reference.ts';

const DAY = Math.floor(START_MS / 86_400_000);
const moment = { atMs: START_MS, day: DAY };
const review = (question: string, rating: 1 | 2 | 3 | 4 = 3) => ({
  kind: 'review' as const,
  question,
  rating,
  durationMs: 4000,
  source: 'quiz' as const,
  fingerprint: 'f',
  parameters: defaultParameters,
  ...moment,
});

describe('stored progress', () => {
  it('is what the log adds up to, after any history', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const store = newStore('one');
        perform(store, all);
        const stored = store.progress();
        expect(store.differences()).toEqual([]);
        expect(stored).toEqual(progressByReference(store.entries()));
        expect(store.attempts()).toEqual(attemptsByReference(store.entries()));
        store.rebuild();
        expect(store.progress()).toEqual(stored);
      }),
      runs(200),
    );
  });

  it('is compared with the log of the same moment, whoever answers meanwhile', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'swelearn-store-')), 'shared.sqlite');
    const [mine, others] = [newDatabase(path), openDatabase(path)];
    for (const database of [mine, others]) keepDurable(database);
    const other = newStore('other', others);
    let answers = 0;
    const store = newStore('one', {
      ...mine,
      all: (...asked) => {
        answers += 1;
        other.record(review(`q${answers}`));
        return mine.all(...asked);
      },
    });
    expect(store.differences()).toEqual([]);
    expect(answers).toBeGreaterThan(1);
    store.close();
    other.close();
  });

  it('that is wrong is found, question by question, and put right by a rebuild', () => {
    const database = newDatabase();
    const store = newStore('one', database);
    for (const question of ['a', 'b', 'c']) store.record(review(question));
    const right = store.progress();
    database.exec(
      `UPDATE progress SET stability = 99 WHERE question = 'a'; DELETE FROM progress WHERE question = 'b'`,
    );
    expect(
      store
        .differences()
        .map(({ question }) => question)
        .sort(),
    ).toEqual(['a', 'b']);
    store.rebuild();
    expect([store.differences(), store.progress()]).toEqual([[], right]);
  });
});

describe('undo', () => {
  it('leads back through everything that was done, step by step', () => {
    fc.assert(
      fc.property(undoableActs, (all) => {
        const store = newStore('one');
        const before: unknown[] = [];
        let atMs = START_MS;
        for (const act of all) {
          atMs += act.afterMs;
          if (act.kind !== 'undo') before.push(store.progress());
          performOne(store, act, atMs);
          if (act.kind === 'undo' && before.length > 0)
            expect(store.progress()).toEqual(before.pop());
        }
        while (before.length > 0) {
          store.undo({ atMs, day: DAY });
          expect(store.progress()).toEqual(before.pop());
        }
        expect(store.undo({ atMs, day: DAY })).toBeUndefined();
        expect(store.progress().size).toBe(0);
        expect(store.attempts()).toEqual([]);
      }),
      runs(100),
    );
  });

  it('goes on where it was, when the store was closed and opened again', () => {
    const directory = mkdtempSync(join(tmpdir(), 'swelearn-store-'));
    let files = 0;
    fc.assert(
      fc.property(undoableActs, (all) => {
        files += 1;
        const path = join(directory, `${files}.sqlite`);
        const store = newStore('one', newDatabase(path));
        const before: unknown[] = [];
        const undoable = all.filter(({ kind }) => kind !== 'undo');
        for (const act of undoable) {
          before.push(store.progress());
          performOne(store, act, START_MS);
        }
        store.close();
        while (before.length > 0) {
          const again = newStore(`undo-${before.length}`, openDatabase(path));
          again.undo(moment);
          expect(again.progress()).toEqual(before.pop());
          again.close();
        }
      }),
      runs(8),
    );
  });

  it('says what it took back, and where the question stands again', () => {
    const store = newStore('one');
    store.record(review('a'));
    const { progress } = store.record(review('b'));
    store.record(review('b', 1));
    expect(store.undo(moment)).toMatchObject({ entry: { question: 'b', rating: 1 }, progress });
    expect(store.undo(moment)?.progress).toBeUndefined();
    expect([...store.progress().keys()]).toEqual(['a']);
  });

  it('of an answer also reaches those who carried it on', () => {
    const store = newStore('one');
    store.record(review('old'));
    store.record({ kind: 'carry', question: 'new', from: 'old', ...moment });
    expect(store.progressOf('new')?.memory?.reps).toBe(1);
    store.undo(moment);
    expect(store.progress().size).toBe(0);
    expect(store.differences()).toEqual([]);
  });
});

describe('an attempt at an exercise', () => {
  const tried = { ...review('lab', 1), source: 'exercise' as const };
  const went = {
    durationMs: 240_000,
    passed: false,
    tries: 3,
    hints: 1,
    predictions: ['How many are lost?: you said 40, it is 118'],
    explanation: 'It’s the “lease”.',
  };

  it('is kept with its review, which alone changes the schedule', () => {
    const store = newStore('one');
    const { entry, progress } = store.recordAttempt(tried, went);
    expect(store.attempts()).toMatchObject([{ ...went, question: 'lab', review: entry.id }]);
    expect([...store.entries()].map(({ kind }) => kind)).toEqual(['review', 'attempt']);
    const other = newStore('two');
    expect(other.record(tried).progress).toEqual(progress);
  });

  it('is taken back with its review, and only with that', () => {
    const store = newStore('one');
    store.recordAttempt(tried, went);
    store.record(review('a'));
    store.undo(moment);
    expect(store.attempts()).toHaveLength(1);
    expect(store.undo(moment)?.entry).toMatchObject({ kind: 'review', question: 'lab' });
    expect([store.attempts(), store.progress().size]).toEqual([[], 0]);
  });

  it('that can’t be kept leaves no review behind', () => {
    const store = newStore('one');
    expect(() => store.recordAttempt(tried, { ...went, durationMs: 0.5 })).toThrow();
    expect([[...store.entries()], store.progress().size]).toEqual([[], 0]);
  });
});

describe('merging', () => {
  const idsIn = (entries: Iterable<LogEntry>) => [...entries].map(({ id }) => id);

  it('of two machines that share a past gives both the same, in either order, and once', () => {
    fc.assert(
      fc.property(acts, acts, acts, (past, mine, theirs) => {
        const [one, two] = [newStore('one'), newStore('two')];
        const atMs = perform(one, past);
        two.merge(one.entries());
        perform(one, mine, atMs);
        perform(two, theirs, atMs);
        const [ofOne, ofTwo] = [[...one.entries()], [...two.entries()]];
        const all = new Set([...idsIn(ofOne), ...idsIn(ofTwo)]);

        const { added, known } = one.merge(ofTwo);
        two.merge(ofOne);

        expect(added + known).toBe(ofTwo.length);
        expect([...one.entries()]).toEqual([...two.entries()]);
        expect(idsIn(one.entries()).sort()).toEqual([...all].sort());
        expect(one.progress()).toEqual(two.progress());
        expect(one.progress()).toEqual(progressByReference(one.entries()));
        expect(one.merge(ofTwo)).toEqual({ added: 0, known: ofTwo.length });
        expect(one.differences()).toEqual([]);
      }),
      runs(80),
    );
  });

  it('takes nothing when an entry in the middle cannot be kept', () => {
    const [one, two] = [newStore('one'), newStore('two')];
    one.record(review('a'));
    for (const question of ['b', 'c']) two.record(review(question));
    const [first, second] = [...two.entries()];
    const before = [[...one.entries()], one.progress()];
    expect(() => one.merge([first, { ...second, atMs: 0.5 }] as LogEntry[])).toThrow();
    expect([[...one.entries()], one.progress()]).toEqual(before);
  });
});

describe('the order of entries', () => {
  it('goes on when the clock goes back, and a merged clock from the future is no hindrance', () => {
    const [one, two] = [newStore('one'), newStore('two')];
    two.record({ ...review('a'), atMs: START_MS + 1e12, day: DAY + 11_574 });
    one.merge(two.entries());
    one.record(review('b'));
    one.record({ ...review('b', 1), atMs: START_MS - 1e9, day: DAY - 12 });
    expect([...one.entries()].map((entry) => entry.kind === 'review' && entry.question)).toEqual([
      'a',
      'b',
      'b',
    ]);
    expect(one.differences()).toEqual([]);
    expect(one.undo(moment)?.entry).toMatchObject({ question: 'b', rating: 1 });
  });
});

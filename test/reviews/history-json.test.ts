import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportedHistory } from '../../src/reviews/export-json.ts';
import { readHistory } from '../../src/reviews/import-json.ts';
import type { ReviewStore } from '../../src/reviews/index.ts';
import { runs } from '../fixtures/runs.ts';
import { acts, newStore, perform } from './random-history.ts';

const about = { exportedAt: '2026-11-21T09:00:00.000Z', preferences: { theme: 'dark' } };
const exported = (store: ReviewStore) => [...exportedHistory(store.entries(), about)].join('');

function sample(): Record<string, never> & { entries: Record<string, unknown>[] } {
  const store = newStore('one');
  perform(store, [
    { kind: 'review', question: 'a', rating: 3, set: 0, afterMs: 0 },
    { kind: 'review', question: 'b', rating: 3, set: 1, afterMs: 0 },
    { kind: 'undo', afterMs: 0 },
    { kind: 'suspend', question: 'a', afterMs: 0 },
    { kind: 'carry', question: 'c', from: 'a', afterMs: 0 },
    { kind: 'weights', shift: 1, afterMs: 0 },
    { kind: 'attempt', question: 'd', rating: 3, afterMs: 0 },
  ]);
  return JSON.parse(exported(store));
}

describe('an exported history', () => {
  it('read into an empty store gives the same log and the same progress', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const [store, other] = [newStore('one'), newStore('two')];
        perform(store, all);
        const read = readHistory(exported(store));
        if (!read.ok) throw new Error(read.why);
        other.merge(read.entries);
        expect([...other.entries()]).toEqual([...store.entries()]);
        expect(other.progress()).toEqual(store.progress());
      }),
      runs(60),
    );
  });

  it('is read as well when it is of the first version, which knew no attempts', () => {
    const json = sample();
    const entries = json.entries.filter(({ kind }) => kind !== 'attempt');
    expect(readHistory(JSON.stringify({ ...json, version: 1, entries })).ok).toBe(true);
  });

  it('says what it is, and holds each parameter set once', () => {
    const json = sample();
    expect(json).toMatchObject({ format: 'swelearn-history', version: 2, ...about });
    expect(json.parameterSets).toHaveLength(2);
    expect(json.entries.map(({ parameters }) => parameters)).toEqual([
      0,
      1,
      ...Array(4),
      0,
      undefined,
    ]);
  });

  it('comes in pieces that stay small', () => {
    const store = newStore('one');
    const [entry] = sample().entries;
    const read = readHistory(JSON.stringify({ ...sample(), entries: [entry] }));
    if (!read.ok) throw new Error(read.why);
    const many = function* () {
      for (let index = 0; index < 2000; index += 1) yield* read.entries;
    };
    const pieces = [...exportedHistory(many(), about)];
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
    expect(JSON.parse(pieces.join('')).entries).toHaveLength(2000);
    store.close();
  });
});

it.each([
  ['first', Date.UTC(1900), Date.UTC(1900)],
  ['last', Date.UTC(2200), Date.UTC(2200) + 1],
])(
  'the %s moment that is taken leaves the history such that it can be taken again',
  (_which, atMs, orderMs) => {
    const [entry] = sample().entries;
    const day = Math.floor(atMs / 86_400_000);
    const read = readHistory(
      JSON.stringify({ ...sample(), entries: [{ ...entry, atMs, orderMs, day }] }),
    );
    if (!read.ok) throw new Error(read.why);
    const store = newStore('two');
    store.merge(read.entries);
    perform(store, [
      { kind: 'review', question: 'a', rating: 3, set: 0, afterMs: 0 },
      { kind: 'undo', afterMs: 0 },
    ]);
    expect(readHistory(exported(store))).toEqual({ ok: true, entries: [...store.entries()] });
  },
);

describe('a file that is wrong', () => {
  const change = (path: string, value: unknown) => (json: Record<string, unknown>) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const at = keys.reduce<unknown>((node, key) => Reflect.get(node as object, key), json);
    Reflect.set(at as object, last, value);
  };

  it.each([
    ['format', 'other', /format must be swelearn-history/],
    ['version', 3, /version is 3, this program reads 1 to 2/],
    ['version', '2', /version is "2", this program reads 1 to 2/],
    ['version', 0, /version is 0, this program reads 1 to 2/],
    ['entries', 'none', /^entries must be a list of entries, and is "none"/],
    ['entries.0', 7, /^entries\[0\]/],
    ['entries.0.rating', 5, /^entries\[0\]\.rating must be one of 1, 2, 3, 4, and is 5/],
    ['entries.0.atMs', 0.5, /^entries\[0\]\.atMs must be a whole number/],
    ['entries.0.atMs', Date.UTC(2200) + 1, /^entries\[0\]\.atMs must be a whole number/],
    ['entries.0.orderMs', 8.64e15, /^entries\[0\]\.orderMs must be at most/],
    ['entries.0.day', 1e300, /^entries\[0\]\.day must be a whole number/],
    ['entries.0.kind', 'rewrite', /^entries\[0\]\.kind must be one of review, attempt, suspend/],
    ['entries.0.id', 'x'.repeat(101), /^entries\[0\]\.id must be 1 to 100/],
    ['entries.0.question', 'No Id', /^entries\[0\]\.question must be the id of a question/],
    ['entries.0.parameters', 9, /^entries\[0\]\.parameters names set 9, which isn't there/],
    ['entries.2.undoes', undefined, /^entries\[2\]\.undoes is missing/],
    ['entries.3.mood', 'good', /^entries\[3\]\.mood is unknown/],
    ['entries.5.weights', [1, 2], /^entries\[5\]\.weights must be 21 numbers/],
    ['entries.7.tries', -1, /^entries\[7\]\.tries must be a whole number/],
    ['entries.7.predictions.0', 7, /^entries\[7\]\.predictions\[0\] must be a text/],
    ['entries.7.explanation', 'x'.repeat(10_001), /^entries\[7\]\.explanation must be at most/],
    ['entries.7.review', undefined, /^entries\[7\]\.review is missing/],
    ['parameterSets.0.weights.20', 0, /^parameterSets\[0\]\.weights must end with/],
    ['parameterSets.1.learningSteps.0', '1 s', /^parameterSets\[1\]\.learningSteps\[0\] must be a/],
  ])('(%s is %j) is told where', (path, value, why) => {
    const json = sample();
    change(path, value)(json);
    expect(readHistory(JSON.stringify(json))).toEqual({
      ok: false,
      why: expect.stringMatching(why),
    });
  });

  it.each(['', '{', '[]', 'null', '7', exported(newStore('one')).slice(0, -9)])(
    '(%j) is refused',
    (text) => expect(readHistory(text).ok).toBe(false),
  );
});

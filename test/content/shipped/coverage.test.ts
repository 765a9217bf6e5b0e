import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTENT, shippedTopics } from './topics.ts';

/**
 * How many teaching items of each kind each of the five texts has that this project grew from: topics, questions, examples,
 * diagrams, tables, checklists and failure modes.
 */
const ITEMS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  A: { T: 23, Q: 27, X: 17, G: 7, B: 6, C: 3, F: 10 },
  B: { T: 40, Q: 5, X: 29, G: 7, B: 7, C: 9, F: 10 },
  C: { T: 14, Q: 5, X: 5, G: 5, B: 5, C: 3, F: 5 },
  D: { T: 30, Q: 12, X: 24, G: 4, B: 4, C: 8, F: 11 },
  E: { T: 7, X: 1, G: 3, C: 3, F: 5 },
};

const rows = readFileSync(join(CONTENT, 'coverage.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, by] = /^\| ([A-E][A-Z]\d\d) \| .+? \| (.+?) \|$/.exec(line) ?? [];
    return id && by ? [{ id, by }] : [];
  });

describe('the coverage of the texts that the content grew from', () => {
  it('has a line for each of their 354 items, in order', () => {
    const expected = Object.entries(ITEMS).flatMap(([text, kinds]) =>
      Object.entries(kinds).flatMap(([kind, count]) =>
        Array.from(
          { length: count },
          (_, place) => `${text}${kind}${String(place + 1).padStart(2, '0')}`,
        ),
      ),
    );
    expect(expected).toHaveLength(354);
    expect(rows.map(({ id }) => id)).toEqual(expected);
  });

  it('names topics, questions and exercises that exist, or says why an item was left out', () => {
    const targets = new Set(
      shippedTopics.flatMap(({ card, questions, exercises }) => [
        card.id,
        ...questions.map(({ id }) => id),
        ...exercises.map(({ id }) => id),
      ]),
    );
    const broken = rows.flatMap(({ id, by }) => {
      if (by.startsWith('left out: ')) return by.length > 'left out: '.length + 10 ? [] : [id];
      return by
        .split(', ')
        .filter((target) => !targets.has(target))
        .map((target) => `${id}: ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('covers every interview question with a question, and leaves few items out', () => {
    const questions = new Set(
      shippedTopics.flatMap((topic) => topic.questions.map(({ id }) => id)),
    );
    const unasked = rows
      .filter(({ id }) => id[1] === 'Q')
      .filter(({ by }) => !by.split(', ').some((target) => questions.has(target)));
    expect(unasked.map(({ id }) => id)).toEqual([]);
    expect(rows.filter(({ by }) => by.startsWith('left out: ')).length).toBeLessThan(20);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openIndexedLibrary } from '../../src/content/index/open.ts';
import { readTopic } from '../../src/content/read-topic.ts';
import type { Database } from '../../src/domain/ports.ts';
import { openDatabase } from '../../src/platform/sqlite.ts';
import { cardText, questionText, sections } from '../fixtures/deck.ts';
import { memoryFiles, type Tree } from '../fixtures/memory-files.ts';
import { runs } from '../fixtures/runs.ts';

const open = (
  tree: Tree,
  database: Database = openDatabase(':memory:'),
  now = 1,
  roots = ['/deck'],
) =>
  openIndexedLibrary({
    roots,
    files: memoryFiles(tree, now),
    database,
    build: 'test',
    loadReader: async () => readTopic,
  });

const deck = (...topics: [id: string, title: string, questions?: string][]): Tree =>
  new Map(
    topics.flatMap(
      ([id, title, questions = questionText(`${id}-q`)]) =>
        [
          [`/deck/${id}/card.md`, cardText({ id, title })],
          [`/deck/${id}/questions.md`, questions],
        ] as [string, string][],
    ),
  );

describe('the library', () => {
  it('summarises topics and gives the whole of one', async () => {
    const library = await open(
      deck(['a', 'First', `${questionText('a-1')}\n${questionText('a-2', 2)}`]),
    );
    expect(library.topics()).toEqual([
      {
        id: 'a',
        title: 'First',
        tags: ['sqs', 'messaging'],
        difficulty: 'easy',
        estimatedMinutes: 25,
        prerequisites: [],
        confusedWith: [],
        levels: { 1: 1, 2: 1, 3: 0 },
        exercises: 0,
        directory: '/deck/a',
      },
    ]);
    expect(JSON.stringify(await library.document('a'))).toMatch(/"key":"a-1".*"key":"a-2"/);
    expect(await library.document('a')).toEqual(await library.document('a'));
    expect(await library.document('b')).toBeUndefined();
    expect(library.nearest('aa')).toEqual(['a']);
  });

  it('lets the first root win and says so', async () => {
    const tree = new Map([
      ...deck(['a', 'First']),
      ['/mine/a/card.md', cardText({ id: 'a', title: 'Mine' })],
    ]);
    const library = await open(tree as Tree, openDatabase(':memory:'), 1, ['/deck', '/mine']);
    expect(library.topics().map(({ title }) => title)).toEqual(['First']);
    expect(library.problems().map(({ what }) => what)).toContain(
      'the topic id a is used already, in /deck/a',
    );
  });

  it('shows good topics beside bad ones', async () => {
    const library = await open(
      new Map([...deck(['a', 'First']), ['/deck/bad/card.md', 'no front matter']]) as Tree,
    );
    expect(library.topics()).toHaveLength(1);
    expect(library.problems().map(({ file }) => file)).toEqual(
      expect.arrayContaining(['/deck/bad/card.md']),
    );
  });

  it('equals a library that was never indexed before, after any edits', async () => {
    const edit = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      title: fc.constantFrom('One', 'Two', 'Three words'),
      gone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
        const database = openDatabase(':memory:');
        const tree: Tree = new Map();
        for (const [index, { id, title, gone }] of edits.entries()) {
          for (const [path, text] of deck([id, title])) {
            if (gone) tree.delete(path);
            else tree.set(path, text);
          }
          tree.set('/deck/readme.txt', '');
          const kept = await open(tree, database, index);
          const fresh = await open(tree);
          expect(kept.topics()).toEqual(fresh.topics());
          expect(kept.problems()).toEqual(fresh.problems());
          expect(kept.search('one words', 9)).toEqual(fresh.search('one words', 9));
          expect(await kept.document(id)).toEqual(await fresh.document(id));
        }
      }),
      runs(25),
    );
  });
});

describe('searching', () => {
  const body = (text: string) => `## Overview\n\n${text}\n\n${sections('Overview')}`;
  const tree: Tree = new Map([
    [
      '/deck/a/card.md',
      cardText(
        { id: 'a', title: 'Visibility timeout' },
        body('A message is **hidden** for `maxReceiveCount` [[b|reasons]].'),
      ),
    ],
    [
      '/deck/a/questions.md',
      questionText('a-q', 1, 'What is a heartbeat?').replace(
        'Because.',
        'It extends the lease at-least-once.',
      ),
    ],
    [
      '/deck/b/card.md',
      cardText(
        { id: 'b', title: 'Queues' },
        body('The timeout is mentioned once. SQS queues hold messages.'),
      ),
    ],
    ['/deck/b/questions.md', questionText('b-q')],
  ]);

  it.each<[string, string[]]>([
    ['visibility timeout', ['a']],
    ['timeout', ['a', 'b']],
    ['receive count', ['a']],
    ['maxReceiveCount', ['a']],
    ['queue', ['b']],
    ['at-least-once', ['a']],
    ['heartbeat lease', ['a']],
  ])('finds “%s”, the best first', async (words, topics) => {
    const { hits, corrected } = (await open(tree)).search(words, 20);
    expect([...new Set(hits.map(({ topic }) => topic))]).toEqual(topics);
    expect(corrected).toBeUndefined();
  });

  it('shows the line, and the words without their markup', async () => {
    const [hit] = (await open(tree)).search('hidden', 1).hits;
    expect(hit).toMatchObject({
      topic: 'a',
      title: 'Visibility timeout: Overview',
      where: 'card',
      file: '/deck/a/card.md',
      line: 14,
      context: 'A message is hidden for maxReceiveCount reasons.',
    });
    expect(hit?.marks.map(({ start, end }) => hit.context.slice(start, end))).toEqual(['hidden']);
  });

  it('tells a question from its answer', async () => {
    const library = await open(tree);
    expect(library.search('heartbeat', 1).hits[0]).toMatchObject({
      where: 'question',
      question: 'a-q',
      line: 1,
    });
    expect(library.search('extends', 1).hits[0]).toMatchObject({
      where: 'answer',
      question: 'a-q',
      line: 3,
    });
  });

  it.each([
    ['visibilty', 'visibility'],
    ['hartbeat', 'heartbeat'],
    ['mesages', 'messages'],
  ])('forgives %s', async (typo, word) => {
    const { hits, corrected } = (await open(tree)).search(typo, 5);
    expect(corrected).toBe(word);
    expect(hits.length).toBeGreaterThan(0);
  });

  it('takes nothing that a user types for an operator', async () => {
    const library = await open(tree);
    const words = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom('"', '*', 'AND', 'NOT', '(', ')', 'NEAR', ':', '-', '^', "'", 'timeout'),
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(fc.property(words, (typed) => void library.search(typed, 3)));
  });
});

import { expect, it } from 'vitest';
import { openIndexedLibrary } from '../../src/content/index/open.ts';
import { readTopic } from '../../src/content/read-topic.ts';
import { openDatabase } from '../../src/platform/sqlite.ts';
import { cardText, questionText, sections } from '../fixtures/deck.ts';
import { memoryFiles } from '../fixtures/memory-files.ts';

const exercise = (id: string, topic: string, level = 1, scenario = 'at-least-once') =>
  [
    `/deck/${topic}/exercises/${id}.md`,
    `---\nid: ${id}\ntitle: About ${id}\ntopic: ${topic}\nkind: tune\nlevel: ${level}\nminutes: 4\nscenario: ${scenario}\nknobs: { a.b: { from: 1, to: 2 } }\nsolution: { a.b: 2 }\n---\nA story.\n\n## Debrief\n\nDone.\n`,
  ] as const;

const topic = (id: string, tryIt = '') =>
  [
    [`/deck/${id}/card.md`, cardText({ id }, `${sections()}\n## Try It\n\n${tryIt}\n`)],
    [`/deck/${id}/questions.md`, questionText(`${id}-why`)],
  ] as const;

const open = (files: readonly (readonly [string, string])[], database = openDatabase(':memory:')) =>
  openIndexedLibrary({
    roots: ['/deck'],
    files: memoryFiles(new Map(files), files.length),
    database,
    build: 'test',
    loadReader: async () => readTopic,
  });

it('lists exercises in the order in which the cards name them, the others by level', async () => {
  const library = await open([
    ...topic('a', '- [[second]] comes first, then [[first|the other]]'),
    exercise('first', 'a'),
    exercise('hard', 'a', 3),
    exercise('easy', 'a', 2),
    exercise('second', 'a', 2),
    ...topic('b', '[[other]]'),
    exercise('other', 'b'),
  ]);
  expect(library.exercises().map(({ id }) => id)).toEqual([
    'second',
    'first',
    'easy',
    'hard',
    'other',
  ]);
  expect(library.exercises()[0]).toEqual({
    id: 'second',
    title: 'About second',
    topic: 'a',
    level: 2,
    kind: 'tune',
    minutes: 4,
    fingerprint: expect.stringMatching(/^\w+$/),
  });
  expect(library.exercise('other')).toMatchObject({ topic: 'b', story: 'A story.' });
  expect(library.exercise('none')).toBeUndefined();
});

it('forgets exercises that were taken away, and notices what is asked otherwise', async () => {
  const database = openDatabase(':memory:');
  const before = await open(
    [...topic('a', '[[x]] [[y]]'), exercise('x', 'a'), exercise('y', 'a')],
    database,
  );
  const [x] = before.exercises();
  const after = await open(
    [...topic('a', '[[x]]'), exercise('x', 'a', 1, 'at-most-once')],
    database,
  );
  expect(after.exercises().map(({ id }) => id)).toEqual(['x']);
  expect(after.exercises()[0]?.fingerprint).not.toBe(x?.fingerprint);
});

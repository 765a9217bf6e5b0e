import { expect, it } from 'vitest';
import { openIndexedLibrary } from '../../src/content/index/open.ts';
import { questionSheet } from '../../src/content/question-sheet.ts';
import { readTopic } from '../../src/content/read-topic.ts';
import type { Database } from '../../src/domain/ports.ts';
import { openDatabase } from '../../src/platform/sqlite.ts';
import { cardText, questionText } from '../fixtures/deck.ts';
import { memoryFiles } from '../fixtures/memory-files.ts';

type Files = [path: string, text: string][];

const open = (files: Files, database: Database = openDatabase(':memory:'), now = 1) =>
  openIndexedLibrary({
    roots: ['/deck'],
    files: memoryFiles(new Map(files), now),
    database,
    build: 'test',
    loadReader: async () => readTopic,
  });

const topic = (id: string, questions: string, prerequisites = '[]'): Files => [
  [`/deck/${id}/card.md`, cardText({ id, prerequisites })],
  [`/deck/${id}/questions.md`, questions],
];

it('lists every question with its level, parent, kind and earlier names', async () => {
  const questions = `${questionText('root')}\n${questionText('why', 2)}\n## What? {#new formerly=old,older}\n\n**Value** 3 s\n\n**Calculation**\n1 + 2\n\n**Key points**\n- [ ] three\n`;
  const library = await open(topic('a', questions));
  expect(library.questions()).toMatchObject([
    { id: 'root', topic: 'a', level: 1, kind: 'recall', formerly: [] },
    { id: 'why', topic: 'a', level: 2, parent: 'root' },
    { id: 'new', level: 1, kind: 'number', formerly: ['old', 'older'] },
  ]);
  expect(library.question('why')?.prompt).toBe('Why why?');
  expect(library.question('none')).toBeUndefined();
});

it('takes the first of two questions with one id', async () => {
  const library = await open([
    ...topic('a', questionText('same', 1, 'First?')),
    ...topic('b', questionText('same', 1, 'Second?')),
  ]);
  expect(library.questions().map(({ topic }) => topic)).toEqual(['a']);
  expect(library.question('same')?.prompt).toBe('First?');
});

it('keeps parsed questions, and makes them anew when the file changes', async () => {
  const database = openDatabase(':memory:');
  const first = await open(topic('a', questionText('q', 1, 'One?')), database);
  expect(first.sheet('q')).toBeUndefined();
  await first.prepareSheets();
  const question = first.question('q');
  expect(first.sheet('q')).toEqual(question && questionSheet(question));
  const second = await open(topic('a', questionText('q', 1, 'Two?')), database, 2);
  await second.prepareSheets();
  expect(JSON.stringify(second.sheet('q')?.prompt)).toContain('Two?');
  const third = await open(topic('a', questionText('q', 1, 'Two?')), database, 2);
  expect(third.sheet('q')).toEqual(second.sheet('q'));
});

const fingerprint = async (question: string) =>
  (await open(topic('a', question))).questions()[0]?.fingerprint;
const base = questionText('q');

it.each([
  ['another case and punctuation', base.replace('Why q?', 'why q'), true],
  ['no full stop', base.replace('Because.', 'Because'), true],
  ['another emphasis', base.replace('Because.', '**Because**.'), true],
  ['another word in the prompt', base.replace('Why', 'How'), false],
  ['another answer', base.replace('Because', 'Therefore'), false],
  ['another key point', base.replace('a reason', 'a cause'), false],
  ['another number', base.replace('Because.', 'Because 1.5.'), false],
])('a question with %s', async (_what, changed, isSame) => {
  expect((await fingerprint(changed)) === (await fingerprint(base))).toBe(isSame);
});

it('takes a line break for a space', async () => {
  const broken = base.replace('Because.', 'Because\nof it.');
  expect(await fingerprint(broken)).toBe(await fingerprint(broken.replace('\nof', ' of')));
});

it('tells 1.5 from 15', async () => {
  const one = base.replace('Because.', 'Because 1.5.');
  expect(await fingerprint(one)).not.toBe(await fingerprint(one.replace('1.5', '15')));
});

it('puts each topic after those it builds on, and keeps the order else, also when they go round in a circle', async () => {
  const library = await open([
    ...topic('a', questionText('a-1'), '[c]'),
    ...topic('b', questionText('b-1'), '[d]'),
    ...topic('c', questionText('c-1')),
    ...topic('d', questionText('d-1'), '[b]'),
  ]);
  const order = library.topics().map(({ id }) => id);
  expect(order).toEqual(['c', 'a', 'd', 'b']);
});

it('puts topics in the order of their authors, after what they build on, and those without a place last', async () => {
  const placed = (id: string, order: number | undefined, prerequisites = '[]') =>
    topic(id, questionText(`${id}-1`), prerequisites).map(
      ([path, text]) =>
        [path, order === undefined ? text : text.replace(/^id: /m, `order: ${order}\nid: `)] as [
          string,
          string,
        ],
    );
  const library = await open([
    ...placed('a', undefined),
    ...placed('b', 30),
    ...placed('c', 10, '[d]'),
    ...placed('d', 20),
  ]);
  expect(library.topics().map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
});

it('shows of two questions with one id that of the first root, whatever the order of their topics', async () => {
  const early = topic('b', questionText('same')).map(
    ([path, text]) => [path, text.replace(/^id: b/m, 'order: 1\nid: b')] as [string, string],
  );
  const library = await open([...topic('a', questionText('same')), ...early]);
  expect(library.topics().map(({ id }) => id)).toEqual(['b', 'a']);
  expect(library.question('same')?.topic).toBe('a');
  expect(library.questions().map(({ topic }) => topic)).toEqual(['a']);
});

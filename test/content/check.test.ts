import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/content/check.ts';
import { knownIds } from '../../src/content/known-ids.ts';
import { readTopic } from '../../src/content/read-topic.ts';
import { cardText, questionText, sections } from '../fixtures/deck.ts';
import { memoryFiles, type Tree } from '../fixtures/memory-files.ts';

const topic = (
  id: string,
  changes: Record<string, string> = {},
  body = sections(),
): [string, string][] => [
  [`/deck/${id}/card.md`, cardText({ id, ...changes }, body)],
  [`/deck/${id}/questions.md`, questionText(`${id}-why`)],
];
const check = (nodes: [string, string | { unreadable: string }][]) =>
  checkContent(['/deck'], memoryFiles(new Map(nodes) as Tree));
const whats = (nodes: [string, string | { unreadable: string }][]) =>
  check(nodes).problems.map(({ file, line, what }) => `${file}:${line}: ${what}`);

describe('checkContent', () => {
  it('finds nothing wrong in good topics, and gives them', () => {
    const { problems, topics } = check([...topic('a'), ...topic('b', { prerequisites: '[a]' })]);
    expect(problems).toEqual([]);
    expect(topics.map(({ card, questions }) => [card.id, questions.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it.each<[string, [string, string | { unreadable: string }][], string[]]>([
    [
      'a topic id used twice',
      [...topic('a'), ...topic('b', { id: 'a' })],
      ['/deck/b/card.md:1: the topic id a is used already, at /deck/a/card.md:1'],
    ],
    [
      'a question id used twice',
      [...topic('a'), ...topic('b'), ['/deck/b/questions.md', questionText('a-why')]],
      ['/deck/b/questions.md:1: the question id a-why is used already, at /deck/a/questions.md:1'],
    ],
    [
      'a link to no topic',
      topic('a', {}, `${sections()}\nSee [[b]], \`[[not-a-link]]\` and [[a]].\n`),
      ['/deck/a/card.md:36: [[b]] leads to no topic and no exercise'],
    ],
    [
      'a link to no file',
      topic('a', {}, `${sections()}\n[x](gone.md) [y](questions.md) [z](https://e.org)\n`),
      ['/deck/a/card.md:36: the link to gone.md leads to no file'],
    ],
    [
      'an unknown prerequisite',
      topic('a', { prerequisites: '[z]' }),
      ['/deck/a/card.md:1: the prerequisite z is no topic'],
    ],
    [
      'prerequisites in a circle',
      [...topic('a', { prerequisites: '[b]' }), ...topic('b', { prerequisites: '[a]' })],
      [
        '/deck/a/card.md:1: the prerequisite b itself needs a',
        '/deck/b/card.md:1: the prerequisite a itself needs b',
      ],
    ],
    [
      'a source that is not explained',
      [
        ...topic('a', { sources: '[F1, F2, "https://e.org"]' }),
        ['/deck/sources.md', '| F1 | x |\n'],
      ],
      ['/deck/a/card.md:8: the source F2 is not explained in sources.md'],
    ],
    [
      'a former id that is still there',
      [
        ...topic('a'),
        [
          '/deck/a/questions.md',
          `${questionText('one')}\n${questionText('two').replace('{#two}', '{#two formerly=one}')}`,
        ],
      ],
      ['/deck/a/questions.md:8: formerly=one names a question that is still there'],
    ],
    [
      'a topic without questions',
      [['/deck/a/card.md', cardText({ id: 'a' })]],
      ['/deck/a/card.md:1: the topic has no questions'],
    ],
    [
      'a file that cannot be read',
      [['/deck/a/card.md', { unreadable: 'you may not read it' }]],
      ["/deck/a/card.md:1: it can't be read: you may not read it"],
    ],
    [
      'exercises without a Try It section',
      [
        ...topic('a'),
        [
          '/deck/a/exercises/x.md',
          '---\nid: x\ntitle: X\ntopic: a\nkind: tune\nlevel: 1\nminutes: 3\nscenario: at-least-once\nknobs: { a.b: { from: 1, to: 2 } }\nsolution: { a.b: 2 }\n---\nStory.\n\n## Debrief\n\nSo.\n',
        ],
      ],
      [
        '/deck/a/card.md:1: the card doesn’t name its exercise x',
        '/deck/a/card.md:11: the section “Try It” is missing',
      ],
    ],
    [
      'an exercise of another topic',
      [
        ...topic('a', {}, `${sections()}\n## Try It\n\n[[a]]\n`),
        [
          '/deck/a/exercises/x.md',
          '---\nid: x\ntitle: X\ntopic: b\nkind: guess\nlevel: 4\nminutes: 3\nscenario: at-least-once\n---\nStory.\n',
        ],
      ],
      [
        '/deck/a/exercises/x.md:5: kind can\'t be "guess"',
        "/deck/a/exercises/x.md:6: level can't be 4",
        '/deck/a/exercises/x.md:10: the exercise has no debrief',
      ],
    ],
  ])('finds %s', (_what, nodes, expected) => {
    expect(whats(nodes)).toEqual(expected);
  });

  it('follows links as Markdown means them', () => {
    const body = `${sections()}
[a](my%20%20file.md#part) [b](<my  file.md>) [c][ref] \`[d](gone.md)\` ![e](gone.png)

~~~
[f](gone.md) [[gone]]
~~~

> - \`[[gone]]\` and [[gone]]

[ref]: lost.md
`;
    const nodes: [string, string][] = [...topic('a', {}, body), ['/deck/a/my  file.md', '']];
    expect(check(nodes).problems.map(({ line, column, what }) => [line, column, what])).toEqual([
      [36, 46, 'the link to lost.md leads to no file'],
      [36, 70, 'the link to gone.png leads to no file'],
      [42, 20, '[[gone]] leads to no topic and no exercise'],
    ]);
  });

  it('lets no control character of a file into a problem, and counts lines that end in CRLF', () => {
    const [card, questions] = topic(
      'a',
      { sources: '[F2]' },
      `${sections()}\n[[a\u001b]0;b\u0007x]] [y](go%07ne.md)\n`,
    );
    const nodes = [card, questions].map((node): [string, string] => [
      node?.[0] ?? '',
      (node?.[1] ?? '').replaceAll('\n', '\r\n'),
    ]);
    expect(whats([...nodes, ['/deck/sources.md', 'F1\u001b[31m']])).toEqual([
      '/deck/a/card.md:8: the source F2 is not explained in sources.md',
      '/deck/a/card.md:36: [[ax]] leads to no topic and no exercise',
      '/deck/a/card.md:36: the link to gone.md leads to no file',
    ]);
  });

  it('knows the topics of other roots', () => {
    const files = memoryFiles(
      new Map([
        ...topic('a', { prerequisites: '[far]' }, `${sections()}\n[[far]]\n`),
        ['/shipped/far/card.md', cardText({ id: 'far' })],
      ]),
    );
    expect(knownIds(['/deck', '/shipped'], files)).toEqual({
      topics: ['a', 'far'],
      exercises: [],
    });
    expect(checkContent(['/deck'], files).problems).toHaveLength(2);
    expect(checkContent(['/deck'], files, { topics: ['far'], exercises: [] }).problems).toEqual([]);
  });

  it('reads a topic once, whatever leads to it', () => {
    const files = memoryFiles(
      new Map<string, string | { link: string }>([
        ...topic('a'),
        ['/deck/sub/questions.md', ''],
        ['/again', { link: 'deck' }],
      ]),
    );
    const result = checkContent(['/deck', '/deck', '/deck/sub', '/again', '/deck/a'], files);
    expect(result.topics.map(({ questions }) => questions.length)).toEqual([1]);
    expect(result.problems.map(({ what }) => what)).toEqual(['these questions belong to no topic']);
  });

  it('warns that a topic was read without one of its files', () => {
    const read = (nodes: [string, string | { unreadable: string }][]) =>
      readTopic('/deck/a', memoryFiles(new Map(nodes) as Tree)).unreadable;
    expect(read(topic('a'))).toBe(false);
    expect(read([...topic('a'), ['/deck/a/questions.md', { unreadable: 'no' }]])).toBe(true);
  });

  it('gives every problem a way to mend it', () => {
    for (const { fix } of check([['/deck/a/card.md', 'nothing']]).problems)
      expect(fix).not.toBe('');
  });
});

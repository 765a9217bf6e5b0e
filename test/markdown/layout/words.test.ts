import { describe, expect, it } from 'vitest';
import { pageOf, shown } from './shown.ts';

describe('a heading', () => {
  it('is ruled off below at the first two depths', () => {
    expect(shown('# One\n\n## Two\n\n### Three\n\n###### Six', 20)).toEqual([
      'One',
      '━━━━━━━━━━━━━━━━━━━━',
      '',
      'Two',
      '────────────────────',
      '',
      'Three',
      '',
      'Six',
    ]);
  });

  it('is found in the outline at its first line', () => {
    const { outline } = pageOf('# One that wraps at twenty columns\n\nwords\n\n## *Two*', 20);
    expect(outline).toEqual([
      {
        id: 'one-that-wraps-at-twenty-columns',
        depth: 1,
        title: 'One that wraps at twenty columns',
        line: 0,
      },
      { id: 'two', depth: 2, title: 'Two', line: 6 },
    ]);
  });
});

describe('words', () => {
  it.each([
    ['breaks that the author forced', 'one<br>two\\\nthree', ['one', 'two', 'three']],
    ['a rule', '---', ['────────────────────']],
    [
      'a word that no line can hold',
      'abcdefghijklmnopqrstuvwxyz at all',
      ['abcdefghijklmnopqrst', 'uvwxyz at all'],
    ],
    ['wide characters', '数据库数据库数据库数据 words', ['数据库数据库数据库数', '据 words']],
    ['an emoji at the edge', 'eighteen columns ! 👩‍💻', ['eighteen columns !', '👩‍💻']],
    ['powers and indices', 'x<sup>2</sup> + H<sub>2</sub>O', ['x² + H₂O']],
    ['powers without a character', 'n<sup>k-1</sup> a<sub>i</sub>', ['n^(k-1) a_i']],
    ['an image', '![a chart](c.png)', ['[image: a chart]']],
    [
      'an accent in a span of its own',
      'e**\u0301x** one two three four five six',
      ['éx one two three', 'four five six'],
    ],
  ])('lays out %s', (_what, markdown, lines) => {
    expect(shown(markdown, 20)).toEqual(lines);
  });

  it.each([
    ['**a**', 'strong'],
    ['*a*', 'emphasis'],
    ['~~a~~', 'strike'],
    ['`a`', 'code'],
    ['<kbd>a</kbd>', 'key'],
    ['<mark>a</mark>', 'mark'],
    ['<small>a</small>', 'muted'],
  ])('gives %s a role of its own', (markdown, role) => {
    expect(pageOf(markdown, 20).lines[0]?.spans).toEqual([{ text: 'a', roles: [role] }]);
  });
});

describe('a link', () => {
  const links =
    'See [the docs](https://e.org/docs), <https://e.org>, [[queues|Queues]], ![chart](c.png).';

  it('is its words on the screen, where it can be followed', () => {
    expect(shown(links, 90)).toEqual(['See the docs, https://e.org, Queues, [image: chart].']);
  });

  it('has its address behind it on paper, unless the words are the address', () => {
    expect(shown(links, 90, { plain: true })).toEqual([
      'See the docs (https://e.org/docs), https://e.org, Queues, [image: chart] (c.png).',
    ]);
  });

  it('is one target though it is broken over lines, also in several styles', () => {
    const page = pageOf('words [a **link of** many words](x.md) and [another](y.md)', 20);
    expect(page.targets).toEqual([
      { kind: 'link', line: 0, to: { kind: 'file', path: 'x.md' } },
      { kind: 'link', line: 1, to: { kind: 'file', path: 'y.md' } },
    ]);
    const followed = page.lines.map(({ spans }) =>
      spans
        .filter(({ target }) => target === 0)
        .map(({ text }) => text)
        .join(''),
    );
    expect(followed.join(' ').trim()).toBe('a link of many words');
  });
});

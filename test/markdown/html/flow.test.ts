import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/markdown/ast.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';

const blocks = (html: string) => parseMarkdown(html).blocks;
const text = (words: string): Inline => ({ type: 'text', text: words });
const strong = (words: string): Inline => ({ type: 'strong', children: [text(words)] });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const box = (...children: Block[]): Block => ({ type: 'box', title: [], children });
const panel = 'background: #eee; padding: 8px';

describe('HTML in Markdown', () => {
  it.each<[string, string, Inline[]]>([
    ['bold tags', 'a <b>b</b>', [text('a '), strong('b')]],
    ['a heavy span', 'a <span style="font-weight: 600">b</span>', [text('a '), strong('b')]],
    [
      'a highlighted span',
      'a <span style="background: #ff0; padding: 2px">b</span>',
      [text('a '), { type: 'mark', children: [text('b')] }],
    ],
    ['a key', 'press <kbd>q</kbd>', [text('press '), { type: 'key', children: [text('q')] }]],
    ['a line break', 'a<br>b', [text('a'), { type: 'break' }, text('b')]],
    ['a comment', 'a<!-- secret -->b', [text('a'), text('b')]],
    ['a script', 'a <script>x()</script>b', [text('a '), text('b')]],
    ['markdown between tags', '<u>a **b**</u>', [text('a '), strong('b')]],
    ['an unclosed tag', 'a <b>b', [text('a '), strong('b')]],
    ['a hidden span', 'a<span style="display:none">b</span>', [text('a')]],
  ])('turns %s into the text it stands for', (_what, html, inlines) => {
    expect(blocks(html)).toEqual([paragraph(...inlines)]);
  });

  it('draws a padded area with a border or background as a box, its heading as the title', () => {
    expect(
      blocks(`<div style="border: 1px solid; padding: 8px">\n<h4>Title</h4>\nwords\n</div>`),
    ).toEqual([{ type: 'box', title: [text('Title')], children: [paragraph(text('words'))] }]);
  });

  it('puts Markdown that stands between block tags inside them', () => {
    expect(blocks(`<div style="${panel}">\n\n- *item*\n\n</div>\n\nafter`)).toEqual([
      box({
        type: 'list',
        ordered: false,
        start: 1,
        loose: false,
        items: [{ children: [paragraph({ type: 'emphasis', children: [text('item')] })] }],
      }),
      paragraph(text('after')),
    ]);
  });

  it('reads plain divs under each other as lines of one text', () => {
    expect(blocks('<div>\n<div style="font-weight:700">a</div>\n<div>b</div>\n</div>')).toEqual([
      paragraph(strong('a'), { type: 'break' }, text('b')),
    ]);
  });

  it('sets the areas of a grid side by side, as many in a row as the template says', () => {
    const area = (word: string) => `<div style="${panel}">${word}</div>`;
    const html = `<div style="display:grid; grid-template-columns: 1fr 1fr">${['a', 'b', 'c'].map(area).join('')}</div>`;
    expect(blocks(html)).toEqual([
      { type: 'columns', columns: [[box(paragraph(text('a')))], [box(paragraph(text('b')))]] },
      box(paragraph(text('c'))),
    ]);
  });

  it('sets a flex row side by side and a flex column one under the other', () => {
    const two = '<p>first area</p><p>second area</p>';
    expect(blocks(`<div style="display:flex">${two}</div>`)[0]?.type).toBe('columns');
    expect(blocks(`<div style="display:flex; flex-direction: column">${two}</div>`)).toHaveLength(
      2,
    );
  });

  it('makes a number beside a box the title of the box', () => {
    expect(
      blocks(`<div style="display:flex"><div>1</div><div style="${panel}">Send</div></div>`),
    ).toEqual([{ type: 'box', title: [text('1')], children: [paragraph(text('Send'))] }]);
  });

  it('reads a table with its header, alignment and missing cells', () => {
    const html =
      '<table><tr><th>H</th><th>I</th></tr><tr><td>a</td><td style="text-align:right"><b>b</b></td></tr><tr><td>c</td></tr></table>';
    expect(blocks(html)).toEqual([
      {
        type: 'table',
        align: ['left', 'left'],
        header: [[text('H')], [text('I')]],
        rows: [
          [[text('a')], [strong('b')]],
          [[text('c')], []],
        ],
      },
    ]);
  });

  it('folds details', () => {
    expect(blocks('<details><summary>More</summary>\n\nhidden **words**\n\n</details>')).toEqual([
      {
        type: 'details',
        key: 'details-1',
        summary: [text('More')],
        children: [paragraph(text('hidden '), strong('words'))],
      },
    ]);
  });

  it('keeps preformatted text as it is', () => {
    expect(blocks('<pre>\na  b\n  c\n</pre>')).toEqual([
      { type: 'code', language: '', text: 'a  b\n  c' },
    ]);
  });

  it('survives ten thousand nested elements', () => {
    const html = `${'<div>\n'.repeat(10_000)}deep${'</div>\n'.repeat(10_000)}`;
    expect(JSON.stringify(blocks(html))).toContain('deep');
  });

  it('does not let an unfinished tag swallow what follows', () => {
    expect(JSON.stringify(blocks('<div style="\n\nnext *words*'))).toContain('words');
  });
});

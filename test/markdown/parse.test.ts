import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/markdown/ast.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { markdownText } from '../fixtures/markdown-text.ts';
import { runs } from '../fixtures/runs.ts';

const blocks = (text: string) => parseMarkdown(text).blocks;
const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

describe('parseMarkdown', () => {
  it('reads styles inside list items, where other renderers print asterisks', () => {
    expect(blocks('- **bold** and `code`\n  - *nested*')).toEqual([
      {
        type: 'list',
        ordered: false,
        start: 1,
        loose: false,
        items: [
          {
            children: [
              paragraph({ type: 'strong', children: [text('bold')] }, text(' and '), {
                type: 'code',
                text: 'code',
              }),
              {
                type: 'list',
                ordered: false,
                start: 1,
                loose: false,
                items: [
                  { children: [paragraph({ type: 'emphasis', children: [text('nested')] })] },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('knows done and open tasks', () => {
    const [list] = blocks('- [x] done\n- [ ] open\n- neither');
    expect(list?.type === 'list' && list.items.map((item) => item.checked)).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it.each([
    ['[w](https://e.org/a%20b)', { kind: 'web', url: 'https://e.org/a%20b' }],
    ['[w](#part-two)', { kind: 'heading', id: 'part-two' }],
    ['[w](other%20file.md)', { kind: 'file', path: 'other file.md' }],
    ['[[visibility-timeout|w]]', { kind: 'topic', id: 'visibility-timeout' }],
    ['[[w]]', { kind: 'topic', id: 'w' }],
    ['[[w]](/topic/system-design/message-queues)', { kind: 'topic', id: 'message-queues' }],
  ])('reads %s as a link', (markdown, target) => {
    expect(blocks(markdown)).toEqual([
      paragraph({ type: 'link', target, children: [text('w')] } as Inline),
    ]);
  });

  it('keeps the words but not the link of a script address', () => {
    expect(blocks('[words](javascript:alert)')).toEqual([paragraph(text('words'))]);
  });

  it('takes the fragment of a heading from its attributes, else from its words, and never twice the same', () => {
    const ids = blocks('# Same\n\n# Same\n\n## Named {#own formerly=x}').map(
      (block) => block.type === 'heading' && block.id,
    );
    expect(ids).toEqual(['same', 'same-1', 'own']);
  });

  it('gathers footnotes at the end under the numbers that refer to them', () => {
    expect(blocks('A[^x].\n\n[^x]: Because.\n\nEnd.')).toEqual([
      paragraph(text('A'), { type: 'footnoteReference', label: '1' }, text('.')),
      paragraph(text('End.')),
      { type: 'footnotes', notes: [{ label: '1', children: [paragraph(text('Because.'))] }] },
    ]);
  });

  it('tells mermaid from code and opens tabs to every fourth column', () => {
    expect(blocks('```mermaid\na-->b\n```\n\n```Go {1}\n\tx\n a\tb\n```')).toEqual([
      { type: 'mermaid', source: 'a-->b' },
      { type: 'code', language: 'go', text: '    x\n a  b' },
    ]);
  });

  it('decodes entities, but never into a control character', () => {
    expect(blocks('a &lt;b&gt; &amp; c&#27;[31m &#x9b;&#7;')).toEqual([
      paragraph(text('a <b> & c')),
    ]);
  });

  it('never throws and leaves neither tag nor control character in the words, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(markdownText, fc.string({ unit: 'binary' })), (source) => {
        expect(JSON.stringify(parseMarkdown(source))).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f]|\\u00[01]/,
        );
      }),
      runs(300),
    );
  });
});

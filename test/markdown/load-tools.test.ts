import { describe, expect, it } from 'vitest';
import { loadTools, toolsNeeded } from '../../src/markdown/load-tools.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

const code = '```js\n1\n```';
const diagram = '```mermaid\ngraph LR\nA-->B\n```';
const indented = (text: string, by: string) => text.replace(/^/gm, by);

describe('toolsNeeded', () => {
  it.each([
    ['words', 'words and `code`', false, false],
    ['a drawing by hand', '```\n+--+\n```\n\n```text\n+--+\n```', false, false],
    ['code', code, true, false],
    ['a diagram', diagram, false, true],
    ['a list', `- item\n\n${indented(code, '  ')}`, true, false],
    ['a quote', indented(diagram, '> '), false, true],
    ['a fold', `<details>\n\n${code}\n\n</details>`, true, false],
    ['a box', `<div style="border:1px solid;padding:4px">\n\n${diagram}\n\n</div>`, false, true],
    [
      'a column',
      `<div style="display:flex"><p>first</p><div>\n\n${code}\n\n</div></div>`,
      true,
      false,
    ],
    ['a footnote', `See[^1].\n\n[^1]: Note\n\n${indented(code, '    ')}`, true, false],
  ])('looks into %s', (_what, markdown, highlight, mermaid) => {
    expect(toolsNeeded(parseMarkdown(markdown))).toEqual({ highlight, mermaid });
  });
});

describe('loadTools', () => {
  const both = parseMarkdown(`${code}\n\n${diagram}`);

  it('loads what the document needs', async () => {
    expect(Object.keys(await loadTools(both, { colors: true }))).toEqual([
      'drawMermaid',
      'highlight',
    ]);
    expect(await loadTools(parseMarkdown('words'), { colors: true })).toEqual({});
  });

  it('colours no code where no colours are seen', async () => {
    expect(Object.keys(await loadTools(both, { colors: false }))).toEqual(['drawMermaid']);
  });
});

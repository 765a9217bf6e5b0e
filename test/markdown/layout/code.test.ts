import { describe, expect, it } from 'vitest';
import { pageOf, shown } from './shown.ts';

const diagram = `+-----+     +-----+
| a   |---->| b   |
+-----+     +-----+

end`;

describe('code', () => {
  it('is never wrapped and scrolls sideways instead', () => {
    const code = 'const answer = "a line that is much wider than the page";';
    const page = pageOf(`\`\`\`ts\n${code}\n\`\`\``, 30);
    expect(page.lines).toEqual([{ spans: [{ text: code, roles: ['codeBlock'] }], scrolls: true }]);
  });

  it('is set in a little, all of it or none, so that its lines stay under each other', () => {
    const indented = diagram.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
    expect(shown(`\`\`\`\n${diagram}\n\`\`\``, 21)).toEqual(indented);
    expect(shown(`\`\`\`\n${diagram}\n\`\`\``, 20)).toEqual(diagram.split('\n'));
  });

  it('takes the colours of the highlighter', () => {
    const tools = {
      highlight: (text: string, language: string) => [
        [{ text: `${language}:${text}`, roles: ['syntaxName' as const] }],
      ],
    };
    expect(pageOf('```go\nx\n```', 30, { tools }).lines[0]?.spans).toEqual([
      { text: '  ', roles: [] },
      { text: 'go:x', roles: ['syntaxName'] },
    ]);
  });

  it('is shown as it is when the highlighter does not know the language', () => {
    expect(shown('```go\nx\n```', 30, { tools: { highlight: () => undefined } })).toEqual(['  x']);
  });
});

describe('a mermaid diagram', () => {
  it('is drawn for the columns that are left to it', () => {
    const drawMermaid = (source: string, width: number) => [source, String(width)];
    expect(shown('> ```mermaid\n> A-->B\n> ```', 40, { tools: { drawMermaid } })).toEqual([
      '│   A-->B',
      '│   36',
    ]);
  });

  it.each([{}, { drawMermaid: () => undefined }])('is its source when it is not drawn', (tools) => {
    expect(shown('```mermaid\nA-->B\n```', 40, { tools })).toEqual([
      'diagram source (mermaid)',
      '  A-->B',
    ]);
  });
});

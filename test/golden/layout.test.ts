import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/markdown/layout/index.ts';
import { loadTools } from '../../src/markdown/load-tools.ts';
import { lineText } from '../../src/markdown/paint.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

const document = parseMarkdown(readFileSync(new URL('sample.md', import.meta.url), 'utf8'));

describe('the sample as plain text', () => {
  it.each([40, 60, 80, 120])('is laid out as it was at %i columns', async (width) => {
    const tools = await loadTools(document, { colors: false });
    const page = layout(document, width, { open: 'all', tools, plain: true });
    const text = page.lines.map((line) => `${lineText(line).trimEnd()}\n`).join('');
    await expect(text).toMatchFileSnapshot(`frames/layout-${width}.txt`);
  });
});

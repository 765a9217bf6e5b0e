import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topLevelBlocks, topLevelTokens } from '../../src/markdown/lex.ts';
import { markdownText } from '../fixtures/markdown-text.ts';

describe('topLevelTokens', () => {
  it('gives each block the line on which it begins', () => {
    const text = '\n# One\n\ntext\nmore\n\n- a\n- b\n\n```js\nx\n```\n\n[^n]: note\n\n> quote';
    const lines = topLevelTokens(text).filter(({ token }) => token.type !== 'space');
    expect(lines.map(({ token, line }) => [token.type, line])).toEqual([
      ['heading', 2],
      ['paragraph', 4],
      ['list', 7],
      ['code', 10],
      ['footnote', 14],
      ['blockquote', 16],
    ]);
  });

  it('loses and adds no character, so that lines can be counted', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        expect(
          topLevelTokens(text)
            .map(({ token }) => token.raw)
            .join(''),
        ).toBe(text.replace(/^\n+/, '').trimEnd());
      }),
    );
  });

  it('finds the same blocks when the words in them are left unread', () => {
    const seen = (tokens: ReturnType<typeof topLevelTokens>) =>
      tokens.map(({ token, line }) => [token.type, token.raw, line, 'text' in token && token.text]);
    fc.assert(
      fc.property(markdownText, (text) => {
        expect(seen(topLevelBlocks(text))).toEqual(seen(topLevelTokens(text)));
      }),
    );
  });

  it('shows text that nests deeper than the call stack as it is', () => {
    const tokens = topLevelTokens(`${'>'.repeat(9_000)} deep`);
    expect(tokens.map(({ token }) => token.raw).join('')).toContain('deep');
  });

  it('keeps footnotes of one text out of the next', () => {
    topLevelTokens('a[^1]\n\n[^1]: first');
    expect(topLevelTokens('b[^1]').map(({ token }) => token.type)).toEqual(['paragraph']);
  });
});

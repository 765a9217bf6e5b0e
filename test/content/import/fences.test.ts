import { describe, expect, it } from 'vitest';
import { fenceRoles, withInlineCode } from '../../../src/content/import/fences.ts';

const roles = (text: string) =>
  fenceRoles(text.split('\n'))
    .map((role) => role[0])
    .join('');

describe('fenceRoles', () => {
  it.each([
    ['the other character', '```\n~~~\n```\nx', 'fcft'],
    ['a shorter fence', '````\n```\n````\nx', 'fcft'],
    ['a longer fence', '```\n`````\nx', 'fft'],
    ['a closing fence has no info string', '```\n```js\n```\nx', 'fcft'],
    ['an info string has no backtick', '```a`b\nx', 'tt'],
    ['a fence on the line of its list marker', '- ```js\n  # x\n  ```\nx', 'fcft'],
    ['a fence far to the right', '```\n        ```\n```\nx', 'fcft'],
    ['a fence that nobody closes', 'x\n~~~\nx', 'tfc'],
  ])('knows %s', (_what, text, expected) => {
    expect(roles(text)).toBe(expected);
  });
});

describe('withInlineCode', () => {
  it('puts a fenced block on one line, with ticks that its own do not end', () => {
    expect(withInlineCode(['a', '  ```js', '  f(`x`)', '    g()', '  ```', 'b'])).toEqual([
      'a',
      '  ``f(`x`) g()``',
      'b',
    ]);
    expect(withInlineCode(['- ~~~', '  `x`', '  ~~~'])).toEqual(['- `` `x` ``']);
  });
});

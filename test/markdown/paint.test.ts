import fc from 'fast-check';
import stripAnsi from 'strip-ansi';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/markdown/layout/index.ts';
import { widthOf } from '../../src/markdown/layout/measure.ts';
import type { Line, Role, Span } from '../../src/markdown/page.ts';
import { type LineView, lineText, paintLine } from '../../src/markdown/paint.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { themes } from '../../src/markdown/theme.ts';
import { markdownText } from '../fixtures/markdown-text.ts';
import { runs } from '../fixtures/runs.ts';

const whole: LineView = { from: 0, width: 80, marks: [], selected: undefined };
const code = (text: string): Line => ({ spans: [{ text, roles: [] }], scrolls: true });
const plain = (line: Line, view: Partial<LineView>) =>
  paintLine(line, themes.plain, { ...whole, ...view });
const painted = (line: Line, view: Partial<LineView>) =>
  paintLine(line, themes.mono, { ...whole, ...view });
const underlined = (text: string) => `\u001b[4m${text}\u001b[0m`;
const reversed = (text: string) => `\u001b[7m${text}\u001b[0m`;

describe('paintLine', () => {
  it('without a view or colours is the text of the line', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const page = layout(parseMarkdown(text), 60, { open: 'all', tools: {}, plain: false });
        for (const line of page.lines) expect(paintLine(line, themes.plain)).toBe(lineText(line));
      }),
      runs(50),
    );
  });

  it('has the same words in every theme', () => {
    const [line = { spans: [] }] = layout(parseMarkdown('**a** `b` [c](d.md)'), 60, {
      open: 'all',
      tools: {},
      plain: false,
    }).lines;
    for (const theme of Object.values(themes))
      expect(stripAnsi(paintLine(line, theme))).toBe('a b c');
  });

  it.each([
    ['that fits', 'abcdef', 0, 6, 'abcdef'],
    ['that goes on to the right', 'abcdefgh', 0, 6, 'abcde›'],
    ['from its middle to its end', 'abcdefgh', 2, 6, 'cdefgh'],
    ['from its middle to its middle', 'abcdefgh', 2, 4, 'cde›'],
    ['that ends before the view', 'abc', 5, 6, ''],
    ['with a wide character cut at the left', '数据库', 1, 10, ' 据库'],
    ['with a wide character cut at the right', '数据库', 0, 4, '数 ›'],
    ['with wide characters cut at both edges', '数据库数', 1, 4, ' 据›'],
    ['with an emoji cut at the left', '👩‍💻ab', 1, 10, ' ab'],
    ['with an accent that takes no column', 'e\u0301bcd', 1, 10, 'bcd'],
  ])('shows a line %s', (_what, text, from, width, expected) => {
    expect(plain(code(text), { from, width })).toBe(expected);
  });

  it('does not move a line that does not scroll', () => {
    expect(plain({ spans: [{ text: 'abc', roles: [] }] }, { from: 2 })).toBe('abc');
  });

  it('cuts across spans and keeps their looks', () => {
    const line: Line = {
      spans: [
        { text: 'ab', roles: ['link'] },
        { text: 'cd', roles: [] },
        { text: 'ef', roles: ['link'] },
      ],
      scrolls: true,
    };
    expect(painted(line, { from: 1, width: 4 })).toBe(`${underlined('b')}cd\u001b[2m›\u001b[0m`);
  });

  it('marks a hit over several spans, the current one differently', () => {
    const line: Line = {
      spans: [
        { text: 'abc', roles: ['emphasis'] },
        { text: 'def', roles: [] },
      ],
    };
    const marks = [
      { start: 1, end: 4, current: false },
      { start: 5, end: 6, current: true },
    ];
    expect(painted(line, { marks })).toBe(
      `\u001b[3ma\u001b[0m\u001b[3;4mbc\u001b[0m${underlined('d')}e${reversed('f')}`,
    );
  });

  it('marks what is left of a hit that begins left of the view', () => {
    const marks = [{ start: 0, end: 4, current: false }];
    expect(painted(code('abcdef'), { from: 2, marks })).toBe(`${underlined('cd')}ef`);
  });

  it('shows the selected target and no other', () => {
    const line: Line = {
      spans: [
        { text: 'a', roles: ['link'], target: 0 },
        { text: ' ', roles: [] },
        { text: 'b', roles: ['link'], target: 1 },
      ],
    };
    expect(painted(line, { selected: 1 })).toBe(`${underlined('a')} \u001b[4;7mb\u001b[0m`);
    expect(painted(line, {})).toBe(`${underlined('a')} ${underlined('b')}`);
  });

  it('is never wider than the view and has the columns that were asked for', () => {
    const texts = fc.constantFrom('a', ' ', 'bc', '数', '据库', '👩‍💻', 'é', '—', 'x'.repeat(30));
    const spans: fc.Arbitrary<Span[]> = fc.array(
      fc.record({ text: texts, roles: fc.subarray<Role>(['link', 'strong']) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        spans,
        fc.nat(40),
        fc.integer({ min: 1, max: 40 }),
        fc.tuple(fc.nat(20), fc.nat(20)),
        (parts, from, width, [first, last]) => {
          const line = { spans: parts, scrolls: true };
          const lengthOf = (count: number) => lineText({ spans: parts.slice(0, count) }).length;
          const marks = [{ start: lengthOf(first), end: lengthOf(last), current: false }];
          const left = Math.max(0, widthOf(lineText(line)) - from);
          const shown = stripAnsi(painted(line, { from, width, marks }));
          expect(widthOf(shown)).toBe(Math.min(width, left));
        },
      ),
      runs(300),
    );
  });
});

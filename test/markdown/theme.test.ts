import { describe, expect, it } from 'vitest';
import { paint, type Theme, themes } from '../../src/markdown/theme.ts';

/** The xterm palette: 16 system colours that users change, a cube of 6 × 6 × 6, and 24 greys. */
function rgbOf(color: number): number[] {
  if (color >= 232) return Array<number>(3).fill(8 + 10 * (color - 232));
  const at = color - 16;
  const levels = [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6];
  return levels.map((level) => (level === 0 ? 0 : 55 + 40 * level));
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as the Web Content Accessibility Guidelines define it. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const hex = (code: string) => [1, 3, 5].map((at) => Number.parseInt(code.slice(at, at + 2), 16));

function colorsOf(theme: Theme): [role: string, color: number][] {
  return Object.entries(theme.looks).flatMap(([role, { color }]) =>
    color === undefined ? [] : [[role, color] as [string, number]],
  );
}

describe('themes', () => {
  it('measures contrast as the guidelines do', () => {
    expect(contrast(hex('#000000'), hex('#ffffff'))).toBeCloseTo(21);
    expect(contrast(hex('#777777'), hex('#ffffff'))).toBeCloseTo(4.48, 2);
    expect([rgbOf(16), rgbOf(231), rgbOf(117)]).toEqual([
      hex('#000000'),
      hex('#ffffff'),
      hex('#87d7ff'),
    ]);
  });

  const grounds = [
    ['dark', '#000000'],
    ['dark', '#1e1e2e'],
    ['light', '#ffffff'],
    ['light', '#fdf6e3'],
  ] as const;
  const cases = grounds.flatMap(([name, ground]) =>
    colorsOf(themes[name]).map(([role, color]) => ({ name, ground, role, color })),
  );

  it.each(cases)('$name: $role ($color) is readable on $ground', ({ ground, role, color }) => {
    expect(color).toBeGreaterThanOrEqual(16);
    // A frame holds no words; it need only be seen.
    const least = role === 'border' ? 3 : 4.5;
    expect(contrast(rgbOf(color), hex(ground))).toBeGreaterThanOrEqual(least);
  });

  it('give every role of one colour theme a colour in the other', () => {
    const names = (theme: Theme) =>
      colorsOf(theme)
        .map(([role]) => role)
        .sort();
    expect(names(themes.dark)).toEqual(names(themes.light));
  });

  it.each(['mono', 'plain'] as const)('%s has no colour', (name) => {
    expect(colorsOf(themes[name])).toEqual([]);
  });
});

describe('paint', () => {
  const { dark, mono, plain } = themes;

  it.each([
    ['no role', [], dark, 'x'],
    ['a role without a look', ['codeBlock'], dark, 'x'],
    ['an attribute', ['strong'], dark, '\u001b[1mx\u001b[0m'],
    ['an attribute and a colour', ['heading1'], dark, '\u001b[1;38;5;117mx\u001b[0m'],
    ['the last colour of several', ['quote', 'code'], dark, '\u001b[38;5;180mx\u001b[0m'],
    [
      'all their attributes, each once',
      ['strong', 'emphasis', 'summary'],
      mono,
      '\u001b[1;3mx\u001b[0m',
    ],
    ['nothing in a plain theme', ['heading1', 'selected'], plain, 'x'],
  ] as const)('shows %s', (_what, roles, theme, painted) => {
    expect(paint('x', roles, theme)).toBe(painted);
  });

  it('writes no codes around nothing', () => {
    expect(paint('', ['strong'], dark)).toBe('');
  });

  it('shows what matters by attributes alone when there is no colour', () => {
    const roles = [
      'heading1',
      'strong',
      'emphasis',
      'code',
      'link',
      'key',
      'hit',
      'selected',
      'summary',
    ] as const;
    for (const role of roles) expect(paint('x', [role], mono)).toMatch(/^\u001b\[[\d;]+mx/);
    expect(paint('x', ['hit'], mono)).not.toBe(paint('x', ['currentHit'], mono));
  });
});

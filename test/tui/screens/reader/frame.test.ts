import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../src/markdown/index.ts';
import type { ReaderDocument } from '../../../../src/tui/screens/reader/document.ts';
import { frame } from '../../../../src/tui/screens/reader/frame.ts';
import type { ReaderState } from '../../../../src/tui/screens/reader/state.ts';
import { acted, documentOf, reader, sample, shown } from './sample.ts';

const frames = resolve(import.meta.dirname, '../../../golden/frames');

const sizes = [
  [40, 20],
  [60, 24],
  [80, 24],
  [120, 40],
] as const;

const views: Record<string, (state: ReaderState) => ReaderState> = {
  start: (state) => state,
  end: (state) => acted(state, 'toggleAll', 'end'),
  outline: (state) => acted(state, 'end', 'outline'),
  help: (state) => acted(state, 'help'),
  prompt: (state) => acted(state, 'prompt', { type: 'type', text: 'the tide' }),
  found: (state) => acted(state, 'prompt', { type: 'type', text: 'pilot' }, 'accept'),
};

describe.each(sizes)('on %i columns and %i rows', (columns, rows) => {
  it.each(Object.keys(views))('the reader looks as drawn: %s', async (view) => {
    const state = views[view]?.(reader(columns, rows)) ?? reader();
    const file = join(frames, `reader-${view}-${columns}x${rows}.txt`);
    await expect(`${shown(state).join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

describe('the frame', () => {
  it.each([
    [19, 24],
    [80, 4],
    [3, 1],
  ])('of %i columns and %i rows says that it is too small', (columns, rows) => {
    expect(frame(reader(columns, rows))).toEqual(['too small'.slice(0, columns)]);
  });

  it('has the status line at its end, one row above the last of the terminal', () => {
    const lines = shown(reader(80, 24));
    expect(lines).toHaveLength(23);
    expect(lines.at(-1)).toMatch(/^ The harbour +0% {2}\? keys {2}q quit$/);
    expect(shown(acted(reader(80, 8), 'end')).at(-1)).toMatch(/› Leaving +100%/);
    expect(shown(reader(80, 24, documentOf('short'))).at(-1)).toContain('all');
  });

  it('offers the exercises of the page where it can be left for one and has room to say so', () => {
    const withSome = { ...sample, exercises: 2 };
    const status = (columns: number, document: ReaderDocument, canTry: boolean) =>
      stripVTControlCharacters(frame(reader(columns, 24, document), canTry).at(-1) ?? '');
    expect(status(80, withSome, true)).toMatch(/^ The harbour +0% {2}x try {2}\? keys {2}q quit $/);
    expect(status(40, withSome, true)).toMatch(/^ The harbour +0% {2}\? keys {2}q quit $/);
    expect(status(80, withSome, false)).not.toContain('x try');
    expect(status(80, { ...sample, exercises: 0 }, true)).not.toContain('x try');
    expect(status(80, sample, true)).not.toContain('x try');
    const over = frame(acted(reader(80, 24, withSome), 'help'), true).at(-1);
    expect(over).not.toContain('x try');
  });

  it('shows all of the help on a low screen, by and by', () => {
    const help = acted(reader(80, 12), 'help');
    expect(shown(help).join()).not.toContain('leave');
    expect(shown(help).at(-1)).toMatch(/j k scroll {2}Esc closes$/);
    const end = acted(help, { type: 'choose', by: 99 });
    expect(shown(end).at(-2)).toContain('q, Ctrl-C');
    expect(shown(acted(end, { type: 'choose', by: -99 }))).toEqual(shown(help));
    const high = acted(end, { type: 'resize', size: { columns: 80, rows: 40 } });
    expect(shown(high)[1]).toBe('  Keys');
    expect(shown(high).at(-1)).toMatch(/\d% {2}Esc closes$/);
  });

  it('keeps words from outside in one line', () => {
    const link = documentOf('[chart](https://example.org/a)');
    const state = { ...reader(60, 12, link), message: 'https://a\r\nb\u0007\tc' };
    expect(shown(state).at(-1)).toBe('https://a b c');
    expect(shown(reader(60, 12, { ...link, title: 'a\nb' })).at(-1)).toMatch(/^ a b /);
  });

  it('counts wide characters of a search as two columns', () => {
    const state = acted(reader(44, 12), 'prompt', { type: 'type', text: '夜の港' }, 'accept');
    const status = shown(state).at(-1) ?? '';
    expect(status).toContain('1/1 “夜の港”');
    expect(widthOf(status)).toBeLessThanOrEqual(44);
  });

  it('shows the end of a long text that is typed', () => {
    const text = `${'long '.repeat(30)}end`;
    const status = shown(acted(reader(40, 12), 'prompt', { type: 'type', text })).at(-1);
    expect(status).toMatch(/^\/….*end█$/);
  });

  it('shows the part of wide code that was scrolled to, and keeps the prose', () => {
    const state = reader(
      40,
      12,
      documentOf(`prose\n\n\`\`\`text\n${'0123456789'.repeat(6)}\n\`\`\`\n`),
    );
    const before = shown(state);
    const moved = shown(acted(state, { type: 'sideways', columns: 8 }));
    const code = before.findIndex((line) => line.includes('0123'));
    expect(before[code]).toMatch(/›$/);
    expect(moved[code]).not.toBe(before[code]);
    expect(moved[0]).toBe('prose');
  });

  it('paints hits, the selected link and the theme, and nothing in colour without one', () => {
    const state = acted(reader(80, 24), 'prompt', { type: 'type', text: 'tide' }, 'accept', 'next');
    const dark = frame({ ...state, theme: 'dark' }).join('\n');
    expect(dark).not.toBe(frame({ ...state, theme: 'light' }).join('\n'));
    const mono = frame(state).join('\n');
    expect(mono).toContain('\u001b[7mtide\u001b[0m');
    expect(mono).toContain('\u001b[4mtide\u001b[0m');
    expect(mono).not.toMatch(/\u001b\[[\d;]*38;5/);
    expect(dark).toMatch(/\u001b\[[\d;]*38;5/);
  });

  it('marks the chosen section, also when the outline is longer than the screen', () => {
    const headings = Array.from({ length: 40 }, (_, index) => `## Part ${index}`).join('\n\n');
    const state = acted(reader(60, 12, documentOf(headings)), 'outline', {
      type: 'choose',
      by: 30,
    });
    const chosen = shown(state).filter((line) => line.includes('›'));
    expect(chosen[0]).toContain('› ');
    expect(chosen[0]).toContain('Part 30');
  });

  it('of the smallest screen still shows the sections', () => {
    const state = acted(reader(20, 5, sample), 'outline');
    expect(shown(state).join('\n')).toContain('› The harbour');
  });
});

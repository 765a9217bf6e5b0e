import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutTools, layout, lineText, type Page } from '../../../../src/markdown/index.ts';
import { lineAt, placeOf } from '../../../../src/tui/screens/reader/place.ts';
import type { ReaderState } from '../../../../src/tui/screens/reader/state.ts';
import { runs } from '../../../fixtures/runs.ts';
import { acted, anySize, asked, documentOf, reader, sample } from './sample.ts';

function at(width: number, source = sample): Page {
  return layout(source.document, width, { open: 'all', tools: {}, plain: false });
}

const textAt = (page: Page, line: number) => lineText(page.lines[line] ?? { spans: [] }).trim();
const topOf = ({ page, top }: ReaderState) => textAt(page, top);

describe('a place in the page', () => {
  const page = at(20, documentOf('ab\n\n## one\n\n- cd, 5\n  f\n\ng'));
  it.each([
    ['ab', -1, 0],
    ['one', 0, 0],
    ['• cd, 5 f', 0, 3],
    ['g', 0, 7],
  ])('%s is in section %i below %i letters and digits', (text, section, letters) => {
    const line = page.lines.findIndex((each) => lineText(each).trim() === text);
    expect(placeOf(page, line)).toEqual({ section, letters });
  });

  it('is found again on the same page, where the line has letters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 120 }), fc.nat(200), (width, seed) => {
        const page = at(width);
        const line = seed % page.lines.length;
        fc.pre(/[\p{L}\p{N}]/u.test(textAt(page, line)));
        expect(lineAt(page, placeOf(page, line))).toBe(line);
      }),
    );
  });

  it('below the last letter of its section is the last line of the section', () => {
    const page = at(60);
    const end = page.outline[1]?.line ?? 0;
    expect(lineAt(page, { section: 0, letters: 1_000_000 })).toBe(end - 1);
    expect(lineAt({ ...page, lines: [], outline: [] }, { section: -1, letters: 9 })).toBe(0);
  });

  it('is found in its section although a table above repeats its headings when it is narrow', () => {
    const rows = Array.from({ length: 9 }, (_, row) => `| north quay number ${row} | yes | no |`);
    const table = `| the name of it | is it free | is it deep |\n|---|---|---|\n${rows.join('\n')}`;
    const document = documentOf(`# T\n\n${table}\n\n## After\n\nHere it is.`);
    const line = (page: Page) => page.lines.findIndex((each) => /Here it is/.test(lineText(each)));
    const [wide, narrow] = [at(100, document), at(24, document)];
    expect(narrow.lines.length).toBeGreaterThan(wide.lines.length + 9);
    expect(lineAt(narrow, placeOf(wide, line(wide)))).toBe(line(narrow));
  });
});

describe('the reader', () => {
  it('is where it was when the size is changed and changed back', () => {
    fc.assert(
      fc.property(
        anySize,
        fc.array(anySize, { minLength: 1, maxLength: 5 }),
        fc.nat(100),
        (home, away, lines) => {
          const start = acted(reader(home.columns, home.rows), 'toggleAll');
          const before = acted(start, { type: 'scroll', lines });
          const back = [...away, home].reduce(
            (state, size) => acted(state, { type: 'resize', size }),
            before,
          );
          expect(Math.abs(back.top - before.top)).toBeLessThanOrEqual(2);
        },
      ),
      runs(150),
    );
  });

  it('keeps its line when only the height changes', () => {
    for (const lines of [1, 2, 3, 4, 5]) {
      const before = acted(reader(40, 10), { type: 'scroll', lines });
      const higher = acted(before, { type: 'resize', size: { columns: 40, rows: 12 } });
      expect(higher.top).toBe(before.top);
    }
  });

  it.each([3, 9, 18])('stays at the words of line %i when it gets narrow', (lines) => {
    const before = acted(reader(100, 12), { type: 'scroll', lines });
    const narrow = acted(before, { type: 'resize', size: { columns: 30, rows: 12 } });
    expect(topOf(before)).not.toBe('');
    expect(topOf(narrow)).toContain(topOf(before).split(' ')[0]);
  });

  it('comes back to its place by Backspace although the size changed meanwhile', () => {
    const before = acted(reader(100, 12), { type: 'scroll', lines: 18 });
    expect(topOf(before)).not.toBe('');
    const away = acted(before, {
      type: 'opened',
      answers: asked,
      document: documentOf('# Away'),
      tools: {},
    });
    const back = acted(away, { type: 'resize', size: { columns: 36, rows: 12 } }, 'back');
    expect(topOf(back)).toContain(topOf(before).split(' ')[0]);
  });

  it('comes back to its place below a diagram that only its own tools draw', () => {
    const drawing: LayoutTools = { drawMermaid: () => Array.from({ length: 20 }, () => '│ ○ │') };
    const start = acted(reader(80, 12), { type: 'tools', for: sample, tools: drawing });
    const before = acted(start, 'end', { type: 'scroll', lines: -3 });
    const away = acted(before, {
      type: 'opened',
      answers: asked,
      document: documentOf('# Away'),
      tools: {},
    });
    const back = acted(away, 'back');
    expect(back.top).toBe(before.top);
    expect(back.page).toEqual(before.page);
  });
});

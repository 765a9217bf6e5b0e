import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, lineText, type Page } from '../../../../src/markdown/index.ts';
import { find, marksOn } from '../../../../src/tui/screens/reader/find.ts';
import { runs } from '../../../fixtures/runs.ts';
import { documentOf, sample } from './sample.ts';

function pageOf(source: string, width = 40): Page {
  return layout(documentOf(source).document, width, { open: 'all', tools: {}, plain: false });
}

function textOf(page: Page, hit: ReturnType<typeof find>['hits'][number]): string {
  return hit
    .map(({ line, start, end }) => lineText(page.lines[line] ?? { spans: [] }).slice(start, end))
    .join(' ');
}

const withoutSpace = (text: string) => text.replace(/\s+/g, '').toLowerCase();

describe('find', () => {
  const page = pageOf('The tide. the TIDE.\n\nLow tide (3.5 m) and [high] tide.');

  it.each([
    ['tide', 4],
    ['TIDE', 1],
    ['The', 1],
    ['the', 2],
    ['  tide ', 4],
    ['(3.5', 1],
    ['3x5', 0],
    ['[high]', 1],
    ['.*', 0],
    ['', 0],
    ['   ', 0],
    ['tsunami', 0],
  ])('for %j has %i hits', (words, hits) => {
    expect(find(page, words, 0).hits).toHaveLength(hits);
  });

  it('goes over the end of a line, with a piece on each', () => {
    const narrow = pageOf('A pilot knows every ship by its lights.', 20);
    const { hits } = find(narrow, 'knows every ship by', 0);
    expect(hits).toHaveLength(1);
    expect(hits[0]?.length).toBeGreaterThan(1);
    expect(textOf(narrow, hits[0] ?? [])).toBe('knows every ship by');
  });

  it.each([
    [0, 0],
    [1, 2],
    [2, 2],
    [99, 0],
  ])('from line %i on is at hit %i', (line, current) => {
    expect(find(page, 'tide', line).current).toBe(current);
  });

  it('every hit covers the searched words, whatever the width', () => {
    const words = lineWords(sample.document);
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 120 }),
        fc.nat(words.length - 4),
        fc.integer({ min: 1, max: 3 }),
        (width, from, count) => {
          const searched = words.slice(from, from + count).join(' ');
          const laidOut = layout(sample.document, width, {
            open: 'all',
            tools: {},
            plain: false,
          });
          const { hits } = find(laidOut, searched, 0);
          for (const hit of hits)
            expect(withoutSpace(textOf(laidOut, hit))).toBe(withoutSpace(searched));
        },
      ),
      runs(200),
    );
  });

  it('finds a sentence of the page however it is broken into lines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 120 }), (width) => {
        const laidOut = layout(sample.document, width, {
          open: 'all',
          tools: {},
          plain: false,
        });
        expect(find(laidOut, 'leave in the order in which they asked', 0).hits).toHaveLength(1);
      }),
    );
  });
});

describe('marksOn', () => {
  const page = pageOf('one two one\n\none');

  it('gives the pieces on a line, and says which belong to the current hit', () => {
    const search = { ...find(page, 'one', 0), current: 1 };
    expect(marksOn(search, 0)).toEqual([
      { start: 0, end: 3, current: false },
      { start: 8, end: 11, current: true },
    ]);
    expect(marksOn(search, 1)).toEqual([]);
    expect(marksOn(search, 2)).toEqual([{ start: 0, end: 3, current: false }]);
  });

  it('gives nothing without a search', () => {
    expect(marksOn(undefined, 0)).toEqual([]);
  });
});

function lineWords(document: typeof sample.document): string[] {
  const page = layout(document, 100, { open: 'all', tools: {}, plain: false });
  return page.lines.flatMap((line) => lineText(line).split(/\s+/)).filter(Boolean);
}

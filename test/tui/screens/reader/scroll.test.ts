import { describe, expect, it } from 'vitest';
import {
  lastTop,
  reveal,
  scrollBy,
  scrollPages,
  scrollSideways,
  scrollTo,
} from '../../../../src/tui/screens/reader/scroll.ts';
import { documentOf, reader } from './sample.ts';

const paragraphs = Array.from({ length: 50 }, (_, index) => `Line ${index}`).join('\n\n');
/** 99 lines of which 10 are shown. */
const long = reader(80, 12, documentOf(paragraphs));

describe('scrolling', () => {
  it('ends where the last line is at the bottom', () => {
    expect(long.page.lines).toHaveLength(99);
    expect(lastTop(long)).toBe(89);
    expect(lastTop(reader(80, 24, documentOf('short')))).toBe(0);
  });

  it.each([
    [-5, 0],
    [0, 0],
    [40, 40],
    [89, 89],
    [Number.MAX_SAFE_INTEGER, 89],
  ])('to %i stops at %i', (wanted, top) => {
    expect(scrollTo(long, wanted).top).toBe(top);
  });

  it.each([
    [0, -1, 0],
    [5, 3, 8],
    [88, 5, 89],
  ])('from %i by %i comes to %i', (from, by, top) => {
    expect(scrollBy({ ...long, top: from }, by).top).toBe(top);
  });

  it.each([
    [12, 1, 8],
    [12, 0.5, 4],
    [5, 1, 1],
    [5, 0.5, 1],
  ])('on %i rows, %d pages are %i lines, and as many back', (rows, pages, lines) => {
    const state = reader(80, rows, documentOf(paragraphs));
    const down = scrollPages({ ...state, top: 20 }, pages);
    expect(down.top).toBe(20 + lines);
    expect(scrollPages(down, -pages).top).toBe(20);
  });

  it.each([
    [30, 30, 30],
    [30, 39, 30],
    [30, 40, 38],
    [30, 29, 27],
    [30, 1, 0],
    [30, 98, 89],
  ])('at top %i, line %i is shown with the top at %i', (top, line, expected) => {
    expect(reveal({ ...long, top }, line).top).toBe(expected);
  });
});

describe('sideways', () => {
  const wide = reader(40, 12, documentOf(`text\n\n\`\`\`text\n${'x'.repeat(60)}\n\`\`\`\n`));

  it('stops at the first column and just past the end of the widest line in view', () => {
    expect(scrollSideways(wide, -8).left).toBe(0);
    expect(scrollSideways(wide, 8).left).toBe(8);
    const most = scrollSideways(wide, 500).left;
    expect(most).toBeGreaterThan(20);
    expect(most).toBeLessThan(40);
    expect(scrollSideways({ ...wide, left: most }, -8).left).toBe(most - 8);
  });

  it('counts wide characters as the two columns that they take', () => {
    const state = reader(40, 12, documentOf(`\`\`\`text\n${'夜'.repeat(30)}\n\`\`\`\n`));
    expect(scrollSideways(state, 500).left).toBe(scrollSideways(wide, 500).left);
  });

  it('stays where it is on a page without anything wide', () => {
    expect(scrollSideways(long, 8).left).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { themes } from '../../../src/markdown/index.ts';
import { keyHints, keyLines, lastKeysTop } from '../../../src/tui/components/key-list.ts';

const help = [
  { keys: 'q', does: 'leave' },
  { keys: '↓ j', does: 'a line down, which is far too much to say here' },
];

describe('the keys', () => {
  const lines = (columns: number, rows: number, top: number) =>
    keyLines(help, { columns, rows, top }, themes.plain);

  it('stand in a column, and what is too long is cut', () => {
    expect(lines(20, 10, 0)).toEqual(['  Keys', '', '  q    leave', '  ↓ j  a line down…']);
  });

  it('can be scrolled to their end and no further', () => {
    expect(lastKeysTop(help.length, 2)).toBe(2);
    expect(lines(20, 2, 99).map((line) => line.slice(0, 5))).toEqual(['  q  ', '  ↓ j']);
  });
});

describe('the hints', () => {
  it.each([
    [40, 'Space show  i type  ? keys'],
    [20, 'Space show  ? keys'],
    [10, '? keys'],
    [4, '? k…'],
  ])('in %i columns are %j', (columns, line) => {
    expect(keyHints(['Space show', 'i type', '? keys'], columns)).toBe(line);
  });
});

/** A column narrower than this is unreadable, unless all it holds is shorter. */
const READABLE = 8;
/** Words longer than this may be broken. */
const LONG_WORD = 22;

interface ColumnSize {
  /** Width of its longest cell. */
  readonly natural: number;
  readonly longestWord: number;
}

/**
 * Shares `room` columns out: nobody gets more than its content needs or less than its longest word, and what is
 * left goes to those who miss most. Undefined when that is impossible.
 */
export function columnWidths(columns: readonly ColumnSize[], room: number): number[] | undefined {
  const natural = columns.map((column) => column.natural);
  if (sum(natural) <= room) return natural;
  const least = columns.map((column) =>
    Math.max(Math.min(column.natural, READABLE), Math.min(column.longestWord, LONG_WORD)),
  );
  const spare = room - sum(least);
  if (spare < 0) return undefined;
  const missing = natural.map((width, index) => width - (least[index] ?? 0));
  const share = least.map(
    (width, index) => width + Math.floor((spare * (missing[index] ?? 0)) / sum(missing)),
  );
  return share;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

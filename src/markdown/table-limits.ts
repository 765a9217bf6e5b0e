/** A wider table is no table to a reader, and short lines of text can ask for millions of empty cells. */
const MOST_COLUMNS = 60;
const MOST_CELLS = 20_000;

export function isReadableTable(columns: number, rows: number): boolean {
  return columns <= MOST_COLUMNS && columns * rows <= MOST_CELLS;
}

/** A wire through the gap between two columns, from a row at the left to rows at the right. */
export interface Wire {
  readonly from: number;
  readonly to: readonly WireEnd[];
}

export interface WireEnd {
  readonly row: number;
  /** It ends at a box, and doesn't only pass. */
  readonly isBox: boolean;
}

const LEFT = 1;
const RIGHT = 2;
const UP = 4;
const DOWN = 8;
/** By the sum of the directions that lead away from a cell. */
const SIGNS = [...' ───│╯╰┴│╮╭┬│┤├┼'];
const ARROW = '→';
/** Wires that turn get a lane each, with a column between them. */
const LANE = 2;

/** Columns that the wires need. */
export function gapOf(wires: readonly Wire[]): number {
  return LANE * Math.max(1, turning(wires).length) + 2;
}

/** The gap as texts of as many columns, one a row. */
export function drawnWires(wires: readonly Wire[], rows: number): string[] {
  const width = gapOf(wires);
  const cells = Array.from({ length: rows }, () => Array<number>(width).fill(0));
  const lanes = turning(wires);
  for (const wire of wires) draw(cells, wire, 1 + LANE * lanes.indexOf(wire), width);
  const arrows = new Set(
    wires.flatMap(({ to }) => to.filter(({ isBox }) => isBox).map(({ row }) => row)),
  );
  return cells.map((row, at) => {
    const drawn = row.map((sign) => SIGNS[sign] ?? ' ').join('');
    return arrows.has(at) ? `${drawn.slice(0, -1)}${ARROW}` : drawn;
  });
}

function turning(wires: readonly Wire[]): Wire[] {
  return wires.filter(({ from, to }) => to.some(({ row }) => row !== from));
}

/** To its lane, along it to the rows of its ends, and from there to the right. */
function draw(cells: number[][], { from, to }: Wire, lane: number, width: number): void {
  const add = (row: number, column: number, direction: number) => {
    const line = cells[row];
    if (line) line[column] = (line[column] ?? 0) | direction;
  };
  const across = (row: number, left: number, right: number) => {
    for (let column = left; column < right; column += 1) {
      add(row, column, RIGHT);
      add(row, column + 1, LEFT);
    }
  };
  if (to.length === 0) return;
  add(from, 0, LEFT);
  for (const { row } of to) {
    if (row === from) across(from, 0, width - 1);
    else {
      across(from, 0, lane);
      for (let at = Math.min(from, row); at < Math.max(from, row); at += 1) {
        add(at, lane, DOWN);
        add(at + 1, lane, UP);
      }
      across(row, lane, width - 1);
    }
    add(row, width - 1, RIGHT);
  }
}

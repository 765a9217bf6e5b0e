/** Columns of cells, such as weeks of days. All texts are of narrow characters. */
export interface HeatMap {
  readonly columns: readonly HeatColumn[];
  /** One for each cell of a column. */
  readonly rowLabels: readonly string[];
}

export interface HeatColumn {
  /** Written above the column and those after it, where there is room. */
  readonly label: string;
  /** Whole numbers from 0; undefined where there is nothing to count yet. */
  readonly cells: readonly (number | undefined)[];
}

const SHADES = ' ░▒▓█';
const DARKEST = 4;
const CELL = 2;

/** A line a row below one of labels, and a legend; none wider than `width`. The last columns are kept when not all fit. */
export function heatMap({ columns, rowLabels }: HeatMap, width: number): string[] {
  const margin = Math.max(0, ...rowLabels.map((label) => label.length)) + 1;
  const fitting = Math.max(0, Math.floor((width - margin) / CELL));
  const shown = fitting === 0 ? [] : columns.slice(-fitting);
  const most = Math.max(0, ...shown.flatMap(({ cells }) => cells.map((count) => count ?? 0)));
  const rows = rowLabels.map((label, row) => {
    const cells = shown.map(({ cells }) => shade(shadeOf(cells[row] ?? 0, most)).repeat(CELL));
    return label.padEnd(margin) + cells.join('');
  });
  return [' '.repeat(margin) + header(shown), ...rows, legend(most)].map((line) =>
    line.slice(0, width).trimEnd(),
  );
}

/** 0 for nothing, else one of four shades of equal breadth. */
function shadeOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.ceil((count / most) * DARKEST);
}

function shade(index: number): string {
  return SHADES.charAt(index);
}

function header(columns: readonly HeatColumn[]): string {
  let line = '';
  for (const [place, { label }] of columns.entries()) {
    const isFree = place === 0 || line.length < place * CELL;
    if (label !== '' && isFree) line = line.padEnd(place * CELL) + label;
  }
  return line;
}

/** What the shades stand for, e.g. `░ 1-2  ▒ 3-4`; those that no whole number falls on are left out. */
function legend(most: number): string {
  return Array.from({ length: DARKEST }, (_, index) => {
    const first = Math.floor((index * most) / DARKEST) + 1;
    const last = Math.floor(((index + 1) * most) / DARKEST);
    return { first, last, sign: shade(index + 1) };
  })
    .filter(({ first, last }) => first <= last)
    .map(({ first, last, sign }) => `${sign} ${first === last ? first : `${first}-${last}`}`)
    .join('  ');
}

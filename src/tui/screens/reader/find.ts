import { lineText, type Mark, type Page } from '../../../markdown/index.ts';

/** A search in the page, with everything it found. */
export interface Search {
  readonly words: string;
  /** One list of pieces for each hit: a hit may go over a line's end. */
  readonly hits: readonly (readonly Piece[])[];
  /** Index of the hit that the reader is at. */
  readonly current: number;
}

export interface Piece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds words in the page. A capital in the words makes the search exact; a space matches a line's end too.
 * The current hit is the first from `fromLine` on.
 */
export function find(page: Page, words: string, fromLine: number): Search {
  const starts: number[] = [];
  let text = '';
  for (const line of page.lines) {
    starts.push(text.length);
    text += `${lineText(line)}\n`;
  }
  const escaped = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const flags = words === words.toLowerCase() ? 'gi' : 'g';
  const matches = escaped === '' ? [] : [...text.matchAll(new RegExp(escaped, flags))];
  const hits = matches.map((match) =>
    piecesOf(page, starts, match.index, match.index + match[0].length),
  );
  const next = hits.findIndex(([piece]) => piece !== undefined && piece.line >= fromLine);
  return { words, hits, current: Math.max(0, next) };
}

function piecesOf(page: Page, starts: readonly number[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (let line = lineAt(starts, from); line < starts.length; line += 1) {
    const begin = starts[line] ?? 0;
    if (begin >= to) break;
    const shown = page.lines[line];
    const end = Math.min(to - begin, shown ? lineText(shown).length : 0);
    const start = Math.max(0, from - begin);
    if (end > start) pieces.push({ line, start, end });
  }
  return pieces;
}

/** The last line that starts at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What to highlight on a line. */
export function marksOn(search: Search | undefined, line: number): Mark[] {
  if (!search) return [];
  return search.hits.flatMap((pieces, index) =>
    pieces
      .filter((piece) => piece.line === line)
      .map(({ start, end }) => ({ start, end, current: index === search.current })),
  );
}

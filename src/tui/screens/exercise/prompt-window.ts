import type { Line } from '../../../markdown/index.ts';
import { span } from './line-parts.ts';
import type { PromptArea } from './prompt-area.ts';

/** Fewer rows of options are no help in choosing. */
const LEAST_OPTIONS = 4;

/** How few rows will do: a form has to be seen, and of options those around the one that the learner is at. */
export function leastRows({ lines, from, to, starts }: PromptArea): number {
  const [first] = starts;
  if (first === undefined) return lines.length;
  return Math.min(lines.length, first + Math.max(LEAST_OPTIONS, to - from + 1));
}

/** So many lines of the prompt, among them the ones that must be seen; options are whole, and the others are counted. */
export function windowed(area: PromptArea, rows: number): Line[] {
  const { lines, from, to, starts } = area;
  const chosen = lines.length > rows ? optionsWithin(area, rows) : undefined;
  if (chosen) {
    const text = lines.slice(0, starts[0]);
    const more = { spans: [span(`    … ${chosen.hidden} more`, 'muted')] };
    return filled([...text, ...lines.slice(chosen.from, chosen.to), more], rows);
  }
  return filled(lines.slice(Math.max(0, Math.min(from, to - rows))), rows);
}

function filled(lines: readonly Line[], rows: number): Line[] {
  return Array.from({ length: rows }, (_, row) => lines[row] ?? { spans: [] });
}

/**
 * As many options as there is room for: from the one that the learner is at downward, then those above. Undefined where the
 * line that counts the others would take more room than it is worth.
 */
function optionsWithin({ lines, from, to, starts }: PromptArea, rows: number) {
  const room = rows - (starts[0] ?? 0) - 1;
  const ends = [...starts.slice(1), lines.length];
  let first = starts.indexOf(from);
  let last = first;
  if (first < 0 || to - from > room) return undefined;
  const size = (of: number, until: number) => (ends[until] ?? 0) - (starts[of] ?? 0);
  while (last + 1 < starts.length && size(first, last + 1) <= room) last += 1;
  while (first > 0 && size(first - 1, last) <= room) first -= 1;
  if (first === last) return undefined;
  const hidden = starts.length - (last - first + 1);
  return { from: starts[first] ?? 0, to: ends[last] ?? 0, hidden };
}

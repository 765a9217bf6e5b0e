import type { ParameterSet } from '../domain/parameter-set.ts';
import type { LogEntry } from '../domain/review-log.ts';

/** What the file says of itself; a reader that knows a smaller version doesn't read it. */
export const FORMAT = 'swelearn-history';
export const FORMAT_VERSION = 2;

/** Characters to a piece, about. */
const PIECE = 65_536;

/**
 * A history as JSON, in pieces, so that a long one is never held in memory. Every entry is on a line of its own. Reviews name
 * their parameters by their place in `parameterSets`, which come last, when all are known.
 */
export function* exportedHistory(
  entries: Iterable<LogEntry>,
  about: { readonly exportedAt: string; readonly preferences: object },
): Generator<string> {
  const sets = new Map<ParameterSet, number>();
  let piece = `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, ...about }).slice(0, -1)},\n"entries": [`;
  let separator = '\n';
  for (const entry of entries) {
    piece += separator + JSON.stringify(written(entry, sets));
    separator = ',\n';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  const lines = [...sets.keys()].map((set) => JSON.stringify(set));
  yield `${piece}\n],\n"parameterSets": [\n${lines.join(',\n')}\n]}\n`;
}

function written(entry: LogEntry, sets: Map<ParameterSet, number>): object {
  if (entry.kind !== 'review') return entry;
  const place = sets.get(entry.parameters) ?? sets.size;
  sets.set(entry.parameters, place);
  return { ...entry, parameters: place };
}

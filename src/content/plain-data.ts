import { sanitize } from '../markdown/parsing.ts';

/** Front matter nests this deep at most; an alias of itself would nest for ever. */
const MAX_DEPTH = 8;
/** More values than 64 KiB can hold, unless aliases repeat them. */
const MAX_VALUES = 40_000;

/**
 * Parsed data whose keys and texts each stand on one line without control characters: YAML and JSON decode
 * escapes such as `\e` only after the file was sanitised. Throws when the data never ends.
 */
export function plainData(data: object): Record<string, unknown> {
  let left = MAX_VALUES;
  const plain = (value: unknown, depth: number): unknown => {
    left -= 1;
    if (left < 0) throw new Error(`front matter holds more than ${MAX_VALUES} values`);
    if (depth > MAX_DEPTH) throw new Error(`front matter is nested more than ${MAX_DEPTH} deep`);
    if (typeof value === 'string') return oneLine(value);
    if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return entries(value, depth);
  };
  const entries = (value: object, depth: number) =>
    Object.fromEntries(
      Object.entries(value).map(([key, item]) => [oneLine(key), plain(item, depth + 1)]),
    );
  return entries(data, 0);
}

/** A text that is safe to print, on one line. */
export function oneLine(text: string): string {
  return sanitize(text).replace(/\s+/g, ' ').trim();
}

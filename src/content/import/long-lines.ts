import { sanitize } from '../../markdown/parsing.ts';

/** What the reader shows of a line, and `sanitize` leaves of it. */
export const MOST_SHOWN = 10_000;

const PIECES = new RegExp(`.{1,${MOST_SHOWN}}`, 'g');

/** Sanitises a text without a cut: what becomes a file must stay whole. */
export function sanitizeWhole(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => (line.match(PIECES) ?? []).map(sanitize).join(''))
    .join('\n');
}

import { DAY, HOUR, MILLISECOND, MINUTE, SECOND } from '../../simulator/engine/time.ts';

/** A unit of time as scenarios write it. */
export interface TimeUnit {
  readonly written: string;
  readonly micros: number;
}

const UNITS: readonly (TimeUnit & { readonly words: readonly string[] })[] = [
  { written: 'us', micros: 1, words: ['µs', 'microsecond'] },
  { written: 'ms', micros: MILLISECOND, words: ['msec', 'millisecond'] },
  { written: 's', micros: SECOND, words: ['sec', 'second'] },
  { written: 'min', micros: MINUTE, words: ['m', 'minute'] },
  { written: 'h', micros: HOUR, words: ['hr', 'hour'] },
  { written: 'd', micros: DAY, words: ['day'] },
];

/** The unit of time that a word names, as scenarios write it or as people do; undefined for any other word. */
export function timeUnit(word: string): TimeUnit | undefined {
  const name = word.trim().toLowerCase();
  return UNITS.find(
    ({ written, words }) =>
      name === written || words.includes(name) || [written, ...words].includes(singular(name)),
  );
}

/** `mins` and `hours`, but not `ms`. */
function singular(name: string): string {
  return name.length > 3 && name.endsWith('s') ? name.slice(0, -1) : name;
}

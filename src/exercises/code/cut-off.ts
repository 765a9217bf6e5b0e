import { type Judgement, unreadable } from './judgement.ts';
import type { Trouble } from './trouble.ts';

/** Why judging a program was given up from outside, and where it was then, as `placeOf` says it. */
export interface CutOff {
  /** `stuck`: it gave no sign of life for `limit` seconds. `slow`: it wasn't through after as many. `greedy`: it wanted more than so many MB. */
  readonly kind: 'stuck' | 'slow' | 'greedy';
  readonly limit: number;
  /** Empty when it never got a message. */
  readonly place: string;
}

/** Where a program is, as a text to be left behind before it is entered. */
export function placeOf(item: string, seed: number): string {
  return `${item} (seed ${seed})`;
}

/** The verdict on a program that had to be cut off. */
export function cutOff(why: CutOff): Judgement {
  return unreadable([troubleOf(why)]);
}

function troubleOf({ kind, limit, place }: CutOff): Trouble {
  const from = place === '' ? 'from being loaded' : `from ${place}`;
  switch (kind) {
    case 'stuck':
      return {
        kind: 'time-limit',
        what: `it didn’t come back ${from} within ${limit} s`,
        fix: 'look for what goes on without end: a pattern that tries everything, or a sort or fill of something huge',
        line: undefined,
      };
    case 'slow':
      return {
        kind: 'time-limit',
        what: `it wasn’t through with all seeds after ${limit} s${place === '' ? '' : `, when it was at ${place}`}`,
        fix: 'let it do less for each message: fewer calls, fewer timers, shorter loops',
        line: undefined,
      };
    case 'greedy':
      return {
        kind: 'memory-limit',
        what: `it took more than ${limit} MB of memory${place === '' ? '' : `, last seen at ${place}`}`,
        fix: 'look for a list or a text that only ever grows, and let go of what isn’t needed any more',
        line: undefined,
      };
  }
}

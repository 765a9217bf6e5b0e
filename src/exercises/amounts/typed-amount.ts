import { SECOND } from '../../simulator/engine/time.ts';
import type { MetricUnit } from '../../simulator/observers/index.ts';
import { type TypedNumber, typedNumber } from './typed-number.ts';
import { timeUnit } from './units.ts';

/** What a typed text came to, or what to type instead. */
export type Typed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: string };

/** How an amount of each unit is typed, with an example. */
const WANTED: Readonly<Record<MetricUnit, string>> = {
  count: 'a number, e.g. 1500, 1,500 or 1.5k',
  duration: 'a time with its unit, e.g. 250 ms, 30 s or 2 min',
  time: 'a moment with its unit, e.g. 30 s or 2 min',
  ratio: 'a share, e.g. 40 %, 0.4 or 2/5',
  dollars: 'dollars, e.g. $3.60',
  rate: 'a rate, e.g. 20/s or 300/min',
};

/** Reads what a learner typed, in a metric's unit: microseconds for times, parts of one for ratios, a second's for rates. */
export function typedAmount(typed: string, unit: MetricUnit): Typed<number> {
  const value = typed.trim() === '' ? undefined : READ[unit](typed.trim());
  return value === undefined || !Number.isFinite(value)
    ? { ok: false, why: refusal(typed, unit) }
    : { ok: true, value };
}

function refusal(typed: string, unit: MetricUnit): string {
  if (typed.trim() === '') return `Type ${WANTED[unit]}.`;
  const isBare = typedNumber(typed)?.rest === '';
  if (isBare && (unit === 'duration' || unit === 'time')) {
    const bare = typed.trim();
    return `${bare} of what? Add a unit: ${bare} ms, ${bare} s or ${bare} min.`;
  }
  if (isBare && unit === 'ratio')
    return `${typed.trim()} is more than all. Type ${typed.trim()} % if you mean so many of a hundred.`;
  return `“${typed.trim()}” can’t be read here. Type ${WANTED[unit]}.`;
}

type Read = (typed: string) => number | undefined;

const READ: Readonly<Record<MetricUnit, Read>> = {
  // Whatever is counted may be named: 40 orders.
  count: (typed) => {
    const read = typedNumber(typed);
    const [word = ''] = /^[a-zµ]+/i.exec(read?.rest ?? '') ?? [];
    if (!read || /[%/,$\d]|^\./.test(read.rest) || timeUnit(word)) return undefined;
    // What hangs on the digits is no word for what is counted, but a slip: 25o.
    return read.rest === '' || typed.endsWith(` ${read.rest}`) ? read.number : undefined;
  },
  duration,
  time: duration,
  ratio: (typed) => {
    const [, part, whole] = /^(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(typed) ?? [];
    if (part !== undefined) return Number(part) / Number(whole);
    const read = typedNumber(typed);
    if (/^(%|percent|per cent)$/i.test(read?.rest ?? '')) return (read?.number ?? 0) / 100;
    // 1.2 may be a ratio; 40 is surely meant as a percentage, which has to be said.
    return read?.rest === '' && Math.abs(read.number) <= 2 ? read.number : undefined;
  },
  dollars: (typed) => {
    const read = typedNumber(typed);
    return /^(\$|usd|dollars?)?$/i.test(read?.rest ?? '?') ? read?.number : undefined;
  },
  rate: (typed) => {
    const read = typedNumber(typed);
    return read && perSecond(read);
  },
};

/** `2 min`, `1m30s`, `1 min 30 s`. */
function duration(typed: string): number | undefined {
  let total = 0;
  let rest = typed;
  do {
    const read = typedNumber(rest);
    const [word = ''] = /^[a-zµ]+/i.exec(read?.rest ?? '') ?? [];
    const unit = timeUnit(word);
    if (!read || !unit) return undefined;
    total += read.number * unit.micros;
    rest = read.rest.slice(word.length).trim();
  } while (rest !== '');
  return total;
}

function perSecond({ number, rest }: TypedNumber): number | undefined {
  if (rest === '') return number;
  const [, word = ''] = /(?:\/|\bper\b)\s*([a-z]+)$/i.exec(rest) ?? [];
  const unit = timeUnit(word);
  return unit && (number * SECOND) / unit.micros;
}

/** What became of a typed number. */
export type NumberVerdict =
  | { readonly kind: 'right' | 'wrong'; readonly value: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'otherUnit'; readonly unit: string };

interface Wanted {
  readonly value: number;
  /** Accepted distance as a fraction of the value. */
  readonly tolerance: number;
  readonly unit: string;
}

/** Commas part thousands only: `1,5` could mean one and a half. */
const NUMBER =
  /^[~≈=]?\s*\$?\s*([+-]?(?:\d{1,3}(?:[,_\u00a0 ]\d{3})+(?!\d)|\d[\d_]*)?(?:\.\d+)?(?:e[+-]?\d+)?)(?![,\d])\s*(.*)$/i;

const SCALES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9 };

/** Seconds of the units of time: whoever answers 3 min for 180 s is right. */
const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  day: 86_400,
};

const SYNONYMS: Readonly<Record<string, string>> = {
  millisecond: 'ms',
  msec: 'ms',
  sec: 's',
  second: 's',
  minute: 'min',
  m: 'min',
  hour: 'h',
  hr: 'h',
  d: 'day',
  percent: '%',
};

/** Grades a typed number with the unit after it, which may be left out. */
export function gradeNumber(typed: string, { value, tolerance, unit }: Wanted): NumberVerdict {
  const [, digits = '', rest = ''] = NUMBER.exec(typed.trim()) ?? [];
  const number = /\d/.test(digits) ? Number(digits.replace(/[,_\s]/g, '')) : Number.NaN;
  if (!Number.isFinite(number)) return { kind: 'unreadable' };
  const read = withUnit(number, rest, unit);
  if (read === undefined) return { kind: 'otherUnit', unit: rest };
  // What the arithmetic of fractions adds is no error of the learner.
  const slack = Math.abs(value) * (tolerance + 1e-9);
  return { kind: Math.abs(read - value) <= slack ? 'right' : 'wrong', value: read };
}

/** The number in the wanted unit; undefined when it was given in another. */
function withUnit(number: number, rest: string, wanted: string): number | undefined {
  const unit = unitOf(rest);
  const meant = unitOf(wanted);
  if (unit === '' || unit === meant) return number;
  const scale = /^[kKMG](?![A-Za-z])/.exec(rest)?.[0];
  if (scale) return withUnit(number * (SCALES[scale] ?? 1), rest.slice(1).trim(), wanted);
  const from = SECONDS[unit];
  const to = SECONDS[meant];
  if (from !== undefined && to !== undefined) return (number * from) / to;
  // Where no unit is asked for, whatever is counted may be named.
  return wanted === '' ? number : undefined;
}

function unitOf(text: string): string {
  const unit = text
    .toLowerCase()
    .replace(/\bper\b/g, '/')
    .replace(/[\s.]+/g, '');
  return unit
    .split('/')
    .map((part) => part.replace(/(?<=..)s$/, (end) => (part === 'ms' ? end : '')))
    .map((part) => SYNONYMS[part] ?? part)
    .join('/');
}

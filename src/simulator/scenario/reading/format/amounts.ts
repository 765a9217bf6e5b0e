import { DAY, HOUR, MILLISECOND, MINUTE, type Micros, SECOND } from '../../../engine/time.ts';
import { followedBy, type Kind, readBy, Wrong } from './kind.ts';

const UNITS: Readonly<Record<string, Micros>> = {
  us: 1,
  ms: MILLISECOND,
  s: SECOND,
  m: MINUTE,
  min: MINUTE,
  h: HOUR,
  d: DAY,
};
const LONGEST: Micros = 3650 * DAY;
const BYTES: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 1024,
  MiB: 1_048_576,
  GiB: 1_073_741_824,
};
const NUMBER = '(\\d{1,15}(?:\\.\\d{1,9})?)';

/** A span or a moment of virtual time: `40ms`, `2.5s`. */
export const duration: Kind<Micros> = readBy(readDuration);

function readDuration(input: unknown): Micros | Wrong {
  if (typeof input === 'number') return new Wrong(`add a unit: ${input}s, ${input}ms, ${input}m`);
  const [amount, unit] = match(input, new RegExp(`^${NUMBER} ?(us|ms|s|min|m|h|d)$`));
  if (unit === undefined)
    return new Wrong('write a time with its unit, e.g. 250us, 40ms, 30s, 5m, 1h or 2d');
  const micros = exactly(amount ?? '', UNITS[unit] ?? 1);
  if (micros === undefined)
    return new Wrong('write a whole number of microseconds: nothing here is finer');
  return micros <= LONGEST ? micros : new Wrong('write at most 3650d, ten years');
}

/** A decimal number of units in whole microseconds; undefined when they aren't whole. Binary fractions would be off. */
function exactly(decimal: string, unit: Micros): Micros | undefined {
  const [whole = '', fraction = ''] = decimal.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction) * BigInt(unit);
  return scaled % scale === 0n ? Number(scaled / scale) : undefined;
}

/** How far a clock is off: `5s` ahead, `-5s` behind. */
export const offset: Kind<Micros> = readBy((input) => {
  const behind = typeof input === 'string' && input.startsWith('-');
  const micros = readDuration(behind ? input.slice(1) : input);
  return behind && typeof micros === 'number' ? -micros : micros;
});

/** A time above nothing. */
export const span: Kind<Micros> = followedBy(duration, (micros) =>
  micros > 0 ? micros : new Wrong('write a time above 0s'),
);

/** A time in whole seconds, as the services count, within their limits. */
export function seconds(min: number, max: number, example = '30s'): Kind<number> {
  return followedBy(duration, (micros) => {
    const whole = micros / SECOND;
    return Number.isInteger(whole) && whole >= min && whole <= max
      ? whole
      : new Wrong(`write whole seconds from ${min}s to ${max}s, e.g. ${example}`);
  });
}

/** A time in whole milliseconds, as Kafka counts. */
export const milliseconds: Kind<number> = followedBy(span, (micros) =>
  micros % MILLISECOND === 0
    ? micros / MILLISECOND
    : new Wrong('write whole milliseconds, e.g. 7d'),
);

/** So many a second: `20/s`, `300/min`, `2/h`. */
export const rate: Kind<number> = readBy((input) => {
  const [amount, unit] = match(input, new RegExp(`^${NUMBER} ?/ ?(s|min|m|h|d)$`));
  if (unit === undefined) return new Wrong('write a rate with its unit, e.g. 20/s, 300/min or 2/h');
  const perSecond = (Number(amount) * SECOND) / (UNITS[unit] ?? SECOND);
  return perSecond <= 1_000_000 ? perSecond : new Wrong('write at most 1000000/s');
});

export const ratePositive: Kind<number> = followedBy(rate, (perSecond) =>
  perSecond > 0 ? perSecond : new Wrong('write a rate above 0, e.g. 20/s'),
);

/** From 0 to 1: `1/200`, `0.5%`, `0.005`. */
export const chance: Kind<number> = readBy((input) => {
  const share = shareOf(input);
  return share !== undefined && share >= 0 && share <= 1
    ? share
    : new Wrong('write a chance from 0 to 1, e.g. 1/200, 0.5% or 0.005');
});

/** A part of a whole that may be above 1: `99.9%`, `1.5`. */
export const ratio: Kind<number> = readBy(
  (input) => shareOf(input) ?? new Wrong('write a share, e.g. 99.9%, 1/200 or 0.5'),
);

function shareOf(input: unknown): number | undefined {
  if (typeof input === 'number') return Number.isFinite(input) ? input : undefined;
  const [percent] = match(input, new RegExp(`^${NUMBER} ?%$`));
  if (percent !== undefined) return Number(`${percent}e-2`);
  const [part, whole] = match(input, new RegExp(`^${NUMBER} ?/ ?${NUMBER}$`));
  return Number(whole) > 0 ? Number(part) / Number(whole) : undefined;
}

/** Bytes: `300B`, `256KiB`, `1MiB`. */
export function size(min: number, max: number): Kind<number> {
  return readBy((input) => {
    if (typeof input === 'number')
      return new Wrong(`add a unit: ${input}B, ${input}KiB, ${input}MiB`);
    const [amount, unit] = match(input, new RegExp(`^${NUMBER} ?(B|KiB|MiB|GiB)$`));
    if (unit === undefined)
      return new Wrong('write a size with its unit, e.g. 300B, 256KiB or 1MiB');
    const bytes = Number(amount) * (BYTES[unit] ?? 1);
    return Number.isInteger(bytes) && bytes >= min && bytes <= max
      ? bytes
      : new Wrong(`write whole bytes from ${min}B to ${max}B`);
  });
}

/** A whole number. */
export function count(min: number, max: number, example = Math.max(min, 1)): Kind<number> {
  return readBy((input) =>
    typeof input === 'number' && Number.isInteger(input) && input >= min && input <= max
      ? input
      : new Wrong(`write a whole number from ${min} to ${max}, e.g. ${example}`),
  );
}

/** Any number, at least `min`. */
export function number(min: number, example: string): Kind<number> {
  return readBy((input) =>
    typeof input === 'number' && Number.isFinite(input) && input >= min
      ? input
      : new Wrong(`write a number, e.g. ${example}`),
  );
}

/** Dollars: `$3.60` or 3.6. */
export const dollars: Kind<number> = readBy((input) => {
  const [amount] = match(input, new RegExp(`^\\$ ?${NUMBER}$`));
  if (amount !== undefined) return Number(amount);
  return typeof input === 'number' && Number.isFinite(input)
    ? input
    : new Wrong('write an amount of dollars, e.g. $3.60');
});

function match(input: unknown, pattern: RegExp): (string | undefined)[] {
  const found = typeof input === 'string' ? pattern.exec(input.trim()) : undefined;
  return found ? found.slice(1) : [];
}

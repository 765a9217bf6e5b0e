import type { Amount } from './world.ts';

const UNITS = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;
/** Smaller numbers are shown in full. */
const LONG = 10_000;

/** A number in at most five characters: `9,999`, `12.3k`, `4.56M`. */
export function short(value: number): string {
  if (value < 1000) return Number.isInteger(value) ? String(value) : value.toFixed(1);
  if (value < LONG) return String(Math.floor(value)).replace(/(?=\d{3}$)/, ',');
  const [unit, letter] = UNITS.find(([least]) => value >= least) ?? [1, ''];
  const scaled = value / unit;
  const digits = scaled < 10 ? 2 : scaled < 100 ? 1 : 0;
  // Cut, not rounded: 999,999 is not a million yet.
  const factor = 10 ** digits;
  return `${(Math.floor(scaled * factor) / factor).toFixed(digits)}${letter}`;
}

export function amountWords({ label, value }: Amount): string {
  return `${short(value)} ${label}`;
}

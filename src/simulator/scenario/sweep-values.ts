import { UserError } from '../../domain/user-error.ts';
import { exp, log } from '../engine/index.ts';

const RANGE =
  /^(-?\d+(?:\.\d+)?)([^\d\s.]\S*)?\s*\.\.\s*(-?\d+(?:\.\d+)?)([^\d\s.]\S*)?(\s+log)?(?:\s+(\d+))?$/;
const MAX_VALUES = 1_000;
const DIGITS = 6;
const EXAMPLES = '1..60, 1s..60s, 10,20,50 or 1..1000 log 10';

/**
 * The values of a knob, as texts to set: `10,20,50` as they stand; `1s..60s` evenly spaced, `steps` of them; `1..1000 log 10`
 * ten of them, each as many times the one before. Between whole numbers all are whole. Throws a UserError for anything else.
 */
export function sweepValues(text: string, steps: number): string[] {
  const range = RANGE.exec(text.trim());
  if (!range) return listed(text);
  const [, from = '', unit = '', to = '', toUnit = '', log_, count] = range;
  const [first, last] = [Number(from), Number(to)];
  const wanted = count === undefined ? steps : Number(count);
  if (unit !== toUnit)
    throw new UserError(`${text} has two units`, 'write both ends alike, e.g. 500ms..2000ms');
  if (!(wanted >= 2 && wanted <= MAX_VALUES))
    throw new UserError(`${text} can’t have ${wanted} values`, `ask for 2 to ${MAX_VALUES}`);
  if (log_ && !(first > 0 && last > 0))
    throw new UserError(`${text} can’t be logarithmic`, 'let both ends be above 0');
  const at = log_ ? logarithmic(first, last) : linear(first, last);
  const isWhole = Number.isInteger(first) && Number.isInteger(last);
  const values = Array.from({ length: wanted }, (_, index) => {
    if (index === wanted - 1) return last;
    const value = index === 0 ? first : at(index / (wanted - 1));
    return isWhole ? Math.round(value) : Number(value.toPrecision(DIGITS));
  });
  return [...new Set(values)].map((value) => `${value}${unit}`);
}

function linear(first: number, last: number): (share: number) => number {
  return (share) => first + (last - first) * share;
}

function logarithmic(first: number, last: number): (share: number) => number {
  const ratio = log(last / first);
  return (share) => first * exp(ratio * share);
}

/** Brackets keep their commas: `[1s,2s],[3s]` are two values. */
function listed(text: string): string[] {
  const values = text.split(/,(?![^[{(]*[\]})])/).map((value) => value.trim());
  if (text.includes('..') || values.some((value) => value === '')) throw unreadable(text);
  return [...new Set(values)];
}

function unreadable(text: string): UserError {
  return new UserError(`“${text}” is no range of values`, `write it like ${EXAMPLES}`);
}

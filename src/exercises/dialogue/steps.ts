import type { Knob } from '../../domain/exercise.ts';
import { type Quantity, quantityOf } from '../amounts/quantity.ts';
import { turned } from '../tune/knob.ts';
import { evenMarks, type Mark, wideMarks } from './marks.ts';

/** From here on equal steps would leave out all that is small. */
const WIDE = 20;
/** What the arithmetic of fractions adds makes no other step. */
const SLACK = 1e-9;

/** About ten values that a knob can be turned to, in order. `now` has its place among them where it is within the range. */
export function stepsOf(knob: Knob, now: string): readonly string[] {
  const { range } = knob;
  if ('choose' in range) return range.choose;
  const [low, high] = [quantityOf(range.from), quantityOf(range.to)];
  if (!low || !high) return [];
  const own = turned(knob, now).ok ? quantityOf(now) : undefined;
  const ends = [low, ...marksBetween(low, high), high];
  const all = own ? [...ends.filter(({ value }) => !isNear(value, own.value)), own] : ends;
  return all
    .toSorted((a, b) => a.value - b.value)
    .map((mark) => (mark === own ? now : mark.written));
}

function marksBetween(low: Quantity, high: Quantity): readonly Mark[] {
  const isWide = low.value > 0 && high.value > WIDE * low.value;
  return (isWide ? wideMarks(low, high) : evenMarks(low, high)).filter(
    ({ value }) =>
      value > low.value &&
      value < high.value &&
      ![low, high].some((end) => isNear(value, end.value)),
  );
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= SLACK * Math.max(Math.abs(one), Math.abs(other));
}

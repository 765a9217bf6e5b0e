import { DAY, HOUR, MILLISECOND, MINUTE, SECOND } from '../../simulator/engine/time.ts';
import { type Quantity, quantityOf } from '../amounts/quantity.ts';

/** A round amount, in the measure of its kind, as scenarios write it. */
export type Mark = Pick<Quantity, 'value' | 'written'>;

/** Not many more steps than this, so that a knob is soon turned through. */
const MOST = 12;

const UNITS = [
  ['us', 1],
  ['ms', MILLISECOND],
  ['s', SECOND],
  ['min', MINUTE],
  ['h', HOUR],
  ['d', DAY],
] as const;

/** Counts of each unit, from few to many: as many are used as are not too many. */
const COUNTS: readonly Readonly<Record<(typeof UNITS)[number][0], readonly number[]>>[] = [
  { us: [1], ms: [1], s: [1], min: [1], h: [1], d: [1, 7] },
  { us: [1, 100], ms: [1, 100], s: [1, 10], min: [1, 10], h: [1, 6], d: [1, 7] },
  {
    us: [1, 10, 100],
    ms: [1, 10, 100],
    s: [1, 5, 15, 30],
    min: [1, 5, 15, 30],
    h: [1, 3, 6, 12],
    d: [1, 3, 7],
  },
  {
    us: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    ms: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    s: [1, 2, 3, 5, 10, 15, 20, 30, 45],
    min: [1, 2, 3, 5, 10, 15, 20, 30, 45],
    h: [1, 2, 3, 6, 12],
    d: [1, 2, 3, 5, 7, 10, 14],
  },
];
const TIMES = COUNTS.map((counts) =>
  UNITS.flatMap(([unit, size]) =>
    counts[unit].map((count): Mark => ({ value: count * size, written: `${count}${unit}` })),
  ),
);

/** The same for powers of ten. */
const FACTORS = [[1], [1, 3], [1, 2, 5], [1, 2, 3, 5], [1, 1.5, 2, 3, 4, 5, 6, 8]];

/** Round amounts from one end to the other, with about the same factor between them. */
export function wideMarks(low: Quantity, high: Quantity): readonly Mark[] {
  const ladders =
    low.kind === 'time' ? TIMES : FACTORS.map((factors) => numberMarks(low, high, factors));
  const within = ladders.map((marks) =>
    marks.filter(({ value }) => value > low.value && value < high.value),
  );
  return within.findLast((marks) => marks.length <= MOST) ?? [];
}

function numberMarks(low: Quantity, high: Quantity, factors: readonly number[]): readonly Mark[] {
  const { from, to, isWhole } = inItsUnit(low, high);
  return decades(factors, from, to)
    .filter((number) => !isWhole || Number.isInteger(number))
    .map((number) => markOf(number, low.unit));
}

/** Round amounts from one end to the other, at equal steps. */
export function evenMarks(low: Quantity, high: Quantity): readonly Mark[] {
  if (low.kind !== 'time') {
    const { from, to, isWhole } = inItsUnit(low, high);
    const least = (to - from) / MOST;
    const step = decades([1, 2, 2.5, 5], least, least * 100).find(
      (each) => each >= least && (!isWhole || Number.isInteger(each)),
    );
    return multiples(step ?? to - from, from, to).map((number) => markOf(number, low.unit));
  }
  const [from, to] = [low.value, high.value];
  const step = TIMES.at(-1)?.find(({ value }) => value * MOST >= to - from)?.value ?? DAY;
  return multiples(step, from, to).map(timeMark);
}

/** Numbers are written in the unit of the lower end, as whole ones where both ends are whole. */
function inItsUnit(low: Quantity, high: Quantity): { from: number; to: number; isWhole: boolean } {
  const { value: one } = markOf(1, low.unit);
  const [from, to] = [rounded(low.value / one), rounded(high.value / one)];
  return { from, to, isWhole: Number.isInteger(from) && Number.isInteger(to) };
}

function markOf(number: number, unit: string): Mark {
  const written = `${number}${unit}`;
  return { written, value: quantityOf(written)?.value ?? number };
}

/** In the largest unit in which it is whole. */
function timeMark(micros: number): Mark {
  const [unit, size] = UNITS.findLast(([, each]) => micros % each === 0) ?? UNITS[0];
  return { value: micros, written: `${micros / size}${unit}` };
}

/** These factors of each power of ten around both ends. */
function decades(factors: readonly number[], from: number, to: number): number[] {
  const first = Math.floor(Math.log10(from));
  const count = Math.floor(Math.log10(to)) - first + 1;
  return Array.from({ length: count }, (_, up) => 10 ** (first + up)).flatMap((power) =>
    factors.map((factor) => rounded(factor * power)),
  );
}

function multiples(step: number, from: number, to: number): number[] {
  const first = Math.floor(from / step);
  const count = Math.ceil(to / step) - first + 1;
  return Array.from({ length: count }, (_, place) => rounded((first + place) * step));
}

/** Without what binary fractions add. */
function rounded(number: number): number {
  return Number(number.toPrecision(12));
}

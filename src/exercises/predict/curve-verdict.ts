import type { Ask } from '../../domain/exercise.ts';
import { formatMetric, type MetricUnit } from '../../simulator/observers/index.ts';
import { type Grade, gradeNumber } from './grade.ts';

type Values = readonly (number | undefined)[];

/** Less of a change than this part of the larger value is none. */
const FLAT = 0.1;

/** Right when every point is; close when every point is at least close, or the shape is right: where it rises, falls or stays. */
export function curveVerdict(
  { at, tolerance }: Extract<Ask, { kind: 'curve' }>,
  said: readonly number[],
  values: Values,
  unit: MetricUnit,
): { grade: Grade; words: string } {
  const grades = values.map((value, place) => gradeNumber(said[place] ?? 0, value, tolerance));
  const right = grades.filter((grade) => grade === 'right').length;
  const words = (value: number | undefined) => formatMetric(value, unit);
  if (right === at.length) return { grade: 'right', words: 'Every point is near enough.' };
  const place = farthest(said, values);
  const worst = `At ${at[place]} you said ${words(said[place])}; it is ${words(values[place])}.`;
  const count = `${right === 0 ? 'No point' : `${right} of ${at.length} points`} near enough`;
  if (shapeOf(said) === shapeOf(values))
    return { grade: 'close', words: `The shape is right, ${lowered(count)}. ${worst}` };
  const isClose = grades.every((grade) => grade !== 'wrong');
  return { grade: isClose ? 'close' : 'wrong', words: `${count}. ${worst}` };
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** The point at which the two differ most, measured by the larger of both. */
function farthest(said: readonly number[], values: Values): number {
  const off = values.map((value, place) => difference(said[place] ?? 0, value ?? 0));
  return off.indexOf(Math.max(...off));
}

function shapeOf(values: Values): string {
  return values
    .slice(1)
    .map((value = 0, place) => {
      const before = values[place] ?? 0;
      if (difference(before, value) <= FLAT) return '=';
      return value > before ? '+' : '-';
    })
    .join('');
}

function difference(one: number, other: number): number {
  const size = Math.max(Math.abs(one), Math.abs(other));
  return size === 0 ? 0 : Math.abs(one - other) / size;
}

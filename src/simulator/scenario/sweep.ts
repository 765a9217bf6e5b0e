import { max, mean, min } from 'simple-statistics';

/** One run of a sweep: the knob set to a value, with one seed. */
export interface SweepJob {
  /** The place of the value in the list of values, from 0. */
  readonly place: number;
  readonly value: string;
  readonly seed: number;
}

export interface SweepResult {
  readonly job: SweepJob;
  /** The metric that was asked for; undefined when the run has no such number, as the latency of nothing. */
  readonly metric: number | undefined;
}

/** What the runs of one value came to; undefined when none of them had a number. */
export interface SweepPoint {
  readonly value: string;
  readonly runs: number;
  readonly mean: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** Every value with every seed: whoever takes the jobs may do them in any order and at the same time. */
export function planSweep(values: readonly string[], seeds: readonly number[]): SweepJob[] {
  return values.flatMap((value, place) => seeds.map((seed) => ({ place, value, seed })));
}

/** One point a value, in the order of the values, whatever the order in which the results came. */
export function collect(results: readonly SweepResult[]): SweepPoint[] {
  const inOrder = results.toSorted((a, b) => a.job.place - b.job.place || a.job.seed - b.job.seed);
  const byPlace = new Map<number, SweepResult[]>();
  for (const result of inOrder) {
    const same = byPlace.get(result.job.place);
    if (same) same.push(result);
    else byPlace.set(result.job.place, [result]);
  }
  return [...byPlace.values()].map(pointOf);
}

function pointOf(results: readonly SweepResult[]): SweepPoint {
  const numbers = results.flatMap(({ metric }) => (metric === undefined ? [] : [metric]));
  const value = results[0]?.job.value ?? '';
  return numbers.length === 0
    ? { value, runs: results.length, mean: undefined, min: undefined, max: undefined }
    : { value, runs: results.length, mean: mean(numbers), min: min(numbers), max: max(numbers) };
}

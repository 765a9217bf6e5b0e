import { MINUTE, type Micros, SECOND } from '../../engine/time.ts';

/** How moments of a run are written: `12.345 s`, or `01:02:03` where the run takes hours. */
export type Clock = (at: Micros) => string;

/** Runs of up to this long are told in seconds. */
const SHORT: Micros = 100 * MINUTE;

/** `lastAt` is when the last event happened: what drains may take much longer than the run. */
export function clockFor(runsFor: Micros, lastAt: Micros = runsFor): Clock {
  if (Math.max(runsFor, lastAt) <= SHORT) return (at) => `${(at / SECOND).toFixed(3)} s`;
  return (at) => {
    const seconds = Math.floor(at / SECOND);
    const two = (number: number) => String(number).padStart(2, '0');
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };
}

import type { Micros } from '../../engine/time.ts';
import type { Reading } from './timeline.ts';

/** A stretch of the run in which a line behaved alike. */
export interface Phase {
  readonly from: Reading;
  readonly to: Reading;
  /** Items that waited in the line's first step, on average, and in its last. */
  readonly first: number;
  readonly last: number;
}

export interface Phases {
  readonly before: Phase | undefined;
  /** Until most are waiting. */
  readonly growing: Phase;
  readonly after: Phase | undefined;
}

/** How far a curve must hang through, as a part of the most that waited, for its lowest point to be a bend. */
const BEND = 0.15;

/** How a line grew and shrank again: undefined when nobody ever waited there. */
export function phasesOf(readings: readonly Reading[], line: string): Phases | undefined {
  const waiting = readings.slice(1).map((to, step) => meanWaiting(readings[step] ?? to, to, line));
  const most = Math.max(0, ...waiting);
  if (most === 0) return undefined;
  const peak = waiting.indexOf(most);
  const low = bend(waiting.slice(0, peak + 1), most);
  const begin = low === undefined ? 0 : low + 1;
  const falling = waiting.slice(peak);
  const end = peak + (bend(falling, most) ?? falling.length - 1);
  const phase = (first: number, last: number): Phase | undefined => {
    const [from, to] = [readings[first], readings[last + 1]];
    if (last < first || !from || !to) return undefined;
    return { from, to, first: waiting[first] ?? 0, last: waiting[last] ?? 0 };
  };
  const growing = phase(begin, peak);
  return growing && { before: phase(0, begin - 1), growing, after: phase(peak + 1, end) };
}

/** Where a curve hangs furthest below the straight line between its ends: there a line began to grow, or was over. */
function bend(values: readonly number[], most: number): number | undefined {
  const last = values.length - 1;
  const [start = 0, end = 0] = [values[0], values[last]];
  let deepest = BEND * most;
  let place: number | undefined;
  for (const [index, value] of values.entries()) {
    const depth = start + ((end - start) * index) / Math.max(1, last) - value;
    if (depth <= deepest) continue;
    deepest = depth;
    place = index;
  }
  return place;
}

/** Items waiting in a line between two readings, on average. */
export function meanWaiting(from: Reading, to: Reading, line: string): number {
  const waited = (to.lines.get(line)?.waited ?? 0) - (from.lines.get(line)?.waited ?? 0);
  return to.at === from.at ? 0 : waited / (to.at - from.at);
}

/** How fast a line was joined and left, a second. */
export function ratesOf({ from, to }: Phase, line: string): { came: number; went: number } {
  const [a, b] = [from.lines.get(line), to.lines.get(line)];
  const seconds = (to.at - from.at) / 1e6;
  if (!a || !b || seconds === 0) return { came: 0, went: 0 };
  return { came: (b.came - a.came) / seconds, went: (b.went - a.went) / seconds };
}

export interface CrewWork {
  /** Running workers, on average. */
  readonly workers: number;
  /** 0 to 1. */
  readonly busy: number;
  /** 0 to 1. */
  readonly failed: number;
  /** Pieces of work that these workers would do in a second if they were busy all the time. */
  readonly capacity: number | undefined;
  readonly from: number;
  readonly to: number;
}

/** What a consumer's workers did in a phase. */
export function crewIn({ from, to }: Phase, consumer: string): CrewWork | undefined {
  const [a, b] = [from.crews.get(consumer), to.crews.get(consumer)];
  if (!a || !b || to.at === from.at) return undefined;
  const [running, busy, worked] = [b.running - a.running, b.busy - a.busy, b.worked - a.worked];
  const workers = running / (to.at - from.at);
  return {
    workers,
    busy: running === 0 ? 0 : busy / running,
    failed: worked === 0 ? 0 : (b.failed - a.failed) / worked,
    capacity: busy === 0 ? undefined : (worked / busy) * 1e6 * workers,
    from: a.workers,
    to: b.workers,
  };
}

export interface ServiceWork {
  /** Busy servers, 0 to 1. */
  readonly busy: number;
  /** Calls in line, on average. */
  readonly inLine: number;
  readonly turnedAway: number;
  readonly timeouts: number;
}

export function serviceIn(phase: Phase, service: string, servers: number): ServiceWork | undefined {
  const [a, b] = [phase.from.services.get(service), phase.to.services.get(service)];
  const micros: Micros = phase.to.at - phase.from.at;
  if (!a || !b || micros === 0) return undefined;
  return {
    busy: (b.worked - a.worked) / (servers * micros),
    inLine: meanWaiting(phase.from, phase.to, service),
    turnedAway: b.turnedAway - a.turnedAway,
    timeouts: b.timeouts - a.timeouts,
  };
}

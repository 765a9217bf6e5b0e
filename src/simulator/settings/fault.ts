import type { Micros } from '../engine/time.ts';

/**
 * One fault, flat: what, whom, how often, when, how long. Each has a chance at every opportunity, or a schedule, or a list of
 * items that it strikes.
 */
export interface FaultSettings {
  readonly what: FaultKind;
  /** The consumer, queue, service, log, store or producer that it strikes. */
  readonly target: string;
  /** 0 to 1 at each opportunity; for `duplicate` and `reorder`, while they last. */
  readonly chance: number | undefined;
  /** Moments, for faults that strike at a time. */
  readonly at: readonly Micros[];
  /** Traces, such as `buyers-17`, that it strikes; empty for any. */
  readonly items: readonly string[];
  /** How long it lasts: an outage, a pause, the time until a crashed worker is back. */
  readonly for: Micros | undefined;
  /** Crash: where in its work it strikes. */
  readonly when:
    | 'during-work'
    | 'before-effect'
    | 'after-effect'
    | 'before-delete'
    | 'after-delete'
    | undefined;
  /** Slow: times as long. */
  readonly factor: number | undefined;
  /** Skew: by how much a worker's clock is off. */
  readonly by: Micros | undefined;
}

/**
 * None strikes from the scenario's `runFor` on, and none is read that would change nothing.
 *
 * `crash` a worker dies; `pause` a worker stands still (garbage collection) and goes on as if nothing had been; `poison` an
 * item fails whoever works on it; `fail` a piece of work fails by chance; `slow` a service or a consumer takes `factor`
 * times as long; `down` a service, an endpoint, a queue or a log's replica answers nothing; `split` a consumer or a producer can't
 * reach the broker; `lose-response` the broker did it, the caller doesn't hear; `duplicate` a queue hands messages out once more;
 * `reorder` a queue hands them out of order; `redeliver` everything in flight becomes visible at once; `skew` a worker's clock is off.
 */
export type FaultKind =
  | 'crash'
  | 'pause'
  | 'poison'
  | 'fail'
  | 'slow'
  | 'down'
  | 'split'
  | 'lose-response'
  | 'duplicate'
  | 'reorder'
  | 'redeliver'
  | 'skew';

import type { Micros } from '../engine/time.ts';
import type { Arrivals, Label } from './amounts.ts';

/** Who makes items and hands them to a queue, a topic, a log or a service. */
export interface ProducerSettings {
  /** The name of the queue, topic, log or service. */
  readonly sendsTo: string;
  readonly arrivals: Arrivals;
  /** Stops after this many. */
  readonly count: number | undefined;
  /** Stops at this time. */
  readonly until: Micros | undefined;
  /** Sends up to this many to a queue or a topic in one call, waiting `linger` for the batch to fill. 1 sends each at once. */
  readonly batch: number;
  readonly linger: Micros;
  readonly messageGroupId: Label | undefined;
  /** The item's name when left out and the target wants one. */
  readonly messageDeduplicationId: Label | undefined;
  /** The record's key in a log. */
  readonly key: Label | undefined;
  readonly attributes: Readonly<Record<string, Label>>;
  /** The body; the item's name when left out. */
  readonly body: Label | undefined;
  /** Size on the wire in bytes; the body's own when left out. */
  readonly size: number | undefined;
  readonly delaySeconds: number | undefined;
  readonly retry: RetrySettings | undefined;
  /** Sends the same item once more with this chance: the answer to the first send was lost. */
  readonly resendChance: number;
  /** Waits for the answer of a called service at most this long. */
  readonly timeout: Micros | undefined;
  /** Refuses to take new items while the backlog of the target, a queue, is above this: backpressure at the door. */
  readonly shedAbove: number | undefined;
  readonly breaker: BreakerSettings | undefined;
  /** Idempotent producing to a log. */
  readonly idempotent: boolean;
}

/** Attempts in all; waits `backoff`, then `multiplier` times as long each time, up to `max`. Full jitter draws from 0 to that. */
export interface RetrySettings {
  readonly attempts: number;
  readonly backoff: Micros;
  readonly multiplier: number;
  readonly max: Micros;
  readonly jitter: boolean;
}

/** Opens after `failures` in a row, refuses everything for `openFor`, then lets one call through to try. */
export interface BreakerSettings {
  readonly failures: number;
  readonly openFor: Micros;
}

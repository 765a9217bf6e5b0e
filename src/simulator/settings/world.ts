import type { Micros } from '../engine/time.ts';
import type { Duration } from './amounts.ts';

/** Something that is called and answers: a database, a provider, a step of a synchronous chain. */
export interface ServiceSettings {
  /** Calls that it works on at the same time; more wait. */
  readonly servers: number;
  readonly latency: Duration;
  /** Calls that may wait; more are rejected at once. Undefined for no bound. */
  readonly queueLimit: number | undefined;
  /** Calls a second beyond which it answers 429. */
  readonly rateLimit: { readonly rate: number; readonly burst: number } | undefined;
  /** The chance that a call succeeds, as far as it itself goes. */
  readonly availability: number;
  /** Services that it calls in turn, one after the other, before it answers. */
  readonly calls: readonly string[];
}

/** A database table as far as effects go. */
export interface StoreSettings {
  /** Stock for each item. */
  readonly items: Readonly<Record<string, number>>;
  /** Between a read and the write that depends on it; also how long any access takes. */
  readonly latency: Micros;
  /** Forgets records after this long. */
  readonly expiresAfter: Micros | undefined;
}

/** A queue that hands out the highest priority first, as RabbitMQ's do and SQS's don't. */
export interface PriorityQueueSettings {
  readonly priorities: number;
}

/** Rings when the metric is above (or below) the threshold for `periods` looks, one `every`. */
export interface AlarmSettings {
  readonly metric: string;
  readonly above: number | undefined;
  readonly below: number | undefined;
  readonly every: Micros;
  readonly periods: number;
}

import type { Micros } from '../engine/time.ts';
import type { Duration } from './amounts.ts';
import type { BreakerSettings, RetrySettings } from './producer.ts';

/** Workers that take messages from a queue, a topic or a log and run their steps on each. */
export interface ConsumerSettings {
  /** Names of queues, or of one topic or one log. Of several queues the first that has a message is served: priorities. */
  readonly receivesFrom: readonly string[];
  /** Lambda decides by itself instead. */
  readonly count: number;
  /** Messages that one worker works on at the same time; of a log it is one. */
  readonly concurrency: number;
  /** Messages asked for in one receive, or records in one poll; a push brings one. */
  readonly batch: number;
  /** Of a receive from a single queue; several are asked without waiting. */
  readonly waitTimeSeconds: number;
  /** Pause after a receive that gave nothing, or before a failed record of a log is read again. */
  readonly pollEvery: Micros;
  readonly visibilityTimeoutSeconds: number | undefined;
  /** What is done with each message, in order. */
  readonly steps: readonly Step[];
  /** Of queues: deletes each message at its `delete` step, or those of a batch together at its end. */
  readonly deletes: 'each' | 'batch';
  /**
   * What becomes of a queue's message whose steps failed: it stays hidden, or is shown again after this long. A priority queue
   * shows it at once.
   */
  readonly onFailure: 'leave' | { readonly showAfter: RetrySettings };
  readonly heartbeat: HeartbeatSettings | undefined;
  readonly autoscale: AutoscaleSettings | undefined;
  readonly lambda: LambdaSettings | undefined;
  /** Set for a log. */
  readonly group: GroupSettings | undefined;
  /** Set for a share group on a log. */
  readonly share: boolean;
  readonly limit: TokenBucketSettings | undefined;
  /** Throws items away that are older than this when their turn comes; pushes are all worked on. */
  readonly shedOlderThan: Micros | undefined;
  /** Only these items are for it; others are skipped and deleted (the consumer filters for itself). */
  readonly protocol: 'sqs' | 'lambda' | 'http' | 'sms' | 'email' | 'application' | undefined;
  readonly subscription: SubscriptionSettings | undefined;
}

/** Set when it receives from a topic directly: a push subscriber without a queue. */
export interface SubscriptionSettings {
  readonly filterPolicy: unknown;
  readonly filterPolicyScope: 'MessageAttributes' | 'MessageBody';
  readonly deadLetterQueue: string | undefined;
  /** HTTP/S only: the delivery policy's numbers, in seconds. */
  readonly retry: Readonly<Record<string, number | string>> | undefined;
  /** Off for a plain push without any retry or memory. */
  readonly retries: boolean;
}

/** A worker extends the visibility timeout of what it works on. */
export interface HeartbeatSettings {
  readonly every: Micros;
  readonly extendToSeconds: number;
}

/** Target tracking on visible messages for each running worker. */
export interface AutoscaleSettings {
  readonly target: number;
  readonly min: number;
  readonly max: number;
  readonly every: Micros;
  /** No new decision to go out, or in, within this time after the last. */
  readonly cooldownOut: Micros;
  readonly cooldownIn: Micros;
  readonly startDelay: Micros;
}

/** Lambda's event source mapping: starts with 5 pollers' batches, adds 300 a minute, to `maximumConcurrency`. */
export interface LambdaSettings {
  readonly maximumConcurrency: number;
  readonly timeout: Micros;
  readonly reportBatchItemFailures: boolean;
}

/** A consumer group of a log. */
export interface GroupSettings {
  readonly protocol: 'eager' | 'cooperative' | 'consumer';
  /**
   * When the position is written: after the work, before it, every `autoCommitInterval` at a poll, or in one transaction with
   * what the steps send to logs.
   */
  readonly commit: 'after' | 'before' | 'auto' | 'transaction';
  readonly autoCommitInterval: Micros;
  readonly autoOffsetReset: 'latest' | 'earliest';
  readonly sessionTimeout: Micros;
  readonly heartbeatInterval: Micros;
  readonly maxPollInterval: Micros;
  /** Whether records of open and aborted transactions are read, too. */
  readonly isolation: 'read_uncommitted' | 'read_committed';
  /** A record that failed this often is skipped, or sent to a queue or log of dead letters; undefined tries for ever. */
  readonly skipAfter: number | undefined;
  readonly deadLetters: string | undefined;
  /** Goes back to this position at this time, with the group stopped for it: replay. */
  readonly replay: { readonly at: Micros; readonly from: Micros | 'earliest' } | undefined;
}

/** `rate` tokens a second, up to `burst`. */
export interface TokenBucketSettings {
  readonly rate: number;
  readonly burst: number;
}

export type Step =
  /** Takes time. */
  | { readonly kind: 'work'; readonly time: Duration }
  /** Changes a store for this item, whatever was there: the effect that may happen twice. */
  | { readonly kind: 'write'; readonly store: string }
  /** Takes one from stock: reads, and writes after the store's latency (`read-then-write`), or both in one (`conditional`). */
  | {
      readonly kind: 'reserve';
      readonly store: string;
      readonly item: string;
      readonly how: 'read-then-write' | 'conditional';
    }
  /** Records the item as done unless it is recorded already, in one; skips the rest if it is. */
  | { readonly kind: 'claim'; readonly store: string }
  /** Skips the rest if the item is recorded as done. */
  | { readonly kind: 'check'; readonly store: string }
  /** Records the item as done. */
  | { readonly kind: 'record'; readonly store: string }
  /** Steps on stores that happen all or none, at one moment. */
  | { readonly kind: 'transaction'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'call';
      readonly service: string;
      readonly timeout: Micros | undefined;
      readonly retry: RetrySettings | undefined;
      readonly breaker: BreakerSettings | undefined;
    }
  /** Hands the item on to a queue, a topic or a log. */
  | { readonly kind: 'send'; readonly to: string }
  /** Acknowledges: deletes the message, commits the record, answers the push. */
  | { readonly kind: 'delete' };

import { DAY, MILLISECOND, type Micros } from '../../engine/time.ts';
import type { Isolation } from './record.ts';

/** How a group shares partitions out anew (KFK-09). */
export type RebalanceProtocol = 'eager' | 'cooperative' | 'consumer';

/** A consumer group's configuration, named as Kafka names it; durations in milliseconds. */
export interface ConsumerGroupSettings {
  readonly protocol: RebalanceProtocol;
  readonly autoOffsetReset: 'latest' | 'earliest';
  /** Default 45,000. */
  readonly sessionTimeoutMs: number;
  /** Default 3,000; 5,000 with the consumer protocol. For those who send them: the group only listens. */
  readonly heartbeatIntervalMs: number;
  /** Default 300,000. Also how long a rebalance waits for members that don't answer. */
  readonly maxPollIntervalMs: number;
  readonly isolation: Isolation;
}

/** group.initial.rebalance.delay.ms: an empty group waits so long for more members before it shares out (eager, cooperative). */
export const INITIAL_REBALANCE_DELAY: Micros = 3_000 * MILLISECOND;

/** offsets.retention.minutes: so long are the offsets of a group without members kept. */
export const OFFSETS_RETENTION: Micros = 7 * DAY;

/** A share group's configuration (KFK-15). */
export interface ShareGroupSettings {
  /** share.auto.offset.reset; default latest. */
  readonly autoOffsetReset: 'latest' | 'earliest';
  /** group.share.record.lock.duration.ms, 15,000 to 60,000; default 30,000. */
  readonly recordLockDurationMs: number;
  /** group.share.delivery.count.limit, 2 to 10; default 5. */
  readonly deliveryCountLimit: number;
  readonly isolation: Isolation;
}

export const SHARE_GROUP_DEFAULTS: ShareGroupSettings = {
  autoOffsetReset: 'latest',
  recordLockDurationMs: 30_000,
  deliveryCountLimit: 5,
  isolation: 'read_uncommitted',
};

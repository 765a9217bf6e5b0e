import type { Micros } from '../engine/time.ts';

/** What happened in a Kafka-style topic, which this simulator calls a log: its partitions and its groups. */
export type LogEvent =
  | Appended
  | AppendRefused
  | AppendDeduplicated
  | TransactionEnded
  | RecordsDeleted
  | BrokersChanged
  | Fetched
  | Committed
  | RebalanceStarted
  | RebalanceEnded
  | PartitionsAssigned
  | PartitionsRevoked
  | MemberLeft
  | OffsetReset
  | RecordAcquired
  | RecordSettled;

interface OfRecord {
  readonly at: Micros;
  readonly log: string;
  readonly partition: number;
  readonly offset: number;
  readonly trace: string;
}

export interface Appended extends OfRecord {
  readonly kind: 'appended';
  readonly key: string | undefined;
  readonly by: string;
  readonly sizeBytes: number;
}

export interface AppendRefused {
  readonly kind: 'append-refused';
  readonly at: Micros;
  readonly log: string;
  readonly trace: string;
  readonly by: string;
  /** Kafka's error name, NOT_ENOUGH_REPLICAS for instance. */
  readonly code: string;
}

/** The idempotent producer's retry of what is in the log already (KFK-13); the offset is the first one's. */
export interface AppendDeduplicated extends OfRecord {
  readonly kind: 'append-deduplicated';
  readonly by: string;
}

export interface TransactionEnded {
  readonly kind: 'transaction-ended';
  readonly at: Micros;
  readonly producer: string;
  readonly outcome: 'committed' | 'aborted' | 'fenced';
}

/** Log retention moved the start of a partition (KFK-05). */
export interface RecordsDeleted {
  readonly kind: 'records-deleted';
  readonly at: Micros;
  readonly log: string;
  readonly partition: number;
  /** The first offset that is still there. */
  readonly logStartOffset: number;
  readonly because: 'age' | 'size';
}

/** Replicas went or came back (KFK-14). */
export interface BrokersChanged {
  readonly kind: 'brokers-changed';
  readonly at: Micros;
  readonly log: string;
  readonly inSyncReplicas: number;
}

interface OfGroup {
  readonly at: Micros;
  readonly group: string;
}

/** Records `from` up to but not including `to` were handed to a member. */
export interface Fetched extends OfGroup {
  readonly kind: 'fetched';
  readonly member: string;
  readonly log: string;
  readonly partition: number;
  readonly from: number;
  readonly to: number;
}

export interface Committed extends OfGroup {
  readonly kind: 'committed';
  readonly member: string;
  readonly log: string;
  readonly partition: number;
  /** The next offset to read. */
  readonly committedOffset: number;
  readonly logEndOffset: number;
}

export interface RebalanceStarted extends OfGroup {
  readonly kind: 'rebalance-started';
  readonly because: 'joined' | 'left' | 'session-timeout' | 'poll-interval' | 'revoked';
  readonly generation: number;
}

export interface RebalanceEnded extends OfGroup {
  readonly kind: 'rebalance-ended';
  readonly generation: number;
}

export interface PartitionsAssigned extends OfGroup {
  readonly kind: 'partitions-assigned';
  readonly member: string;
  readonly log: string;
  readonly partitions: readonly number[];
}

export interface PartitionsRevoked extends OfGroup {
  readonly kind: 'partitions-revoked';
  readonly member: string;
  readonly log: string;
  readonly partitions: readonly number[];
  /** Taken from a member that didn't answer: what it is working on may be done twice. */
  readonly lost: boolean;
}

export interface MemberLeft extends OfGroup {
  readonly kind: 'member-left';
  readonly member: string;
  readonly because: 'closed' | 'session-timeout' | 'poll-interval';
}

/** A position was set: by auto.offset.reset (KFK-05) or by hand (KFK-12). */
export interface OffsetReset extends OfGroup {
  readonly kind: 'offset-reset';
  readonly log: string;
  readonly partition: number;
  readonly from: number | undefined;
  readonly to: number;
  readonly because: 'earliest' | 'latest' | 'replay';
}

/** A share group locked a record for a member (KFK-15). */
export interface RecordAcquired extends OfGroup, OfRecord {
  readonly kind: 'record-acquired';
  readonly member: string;
  readonly deliveryCount: number;
  readonly lockedUntil: Micros;
}

export interface RecordSettled extends OfGroup, OfRecord {
  readonly kind: 'record-settled';
  readonly member: string;
  readonly outcome: 'accepted' | 'released' | 'rejected' | 'lock-expired' | 'archived';
}

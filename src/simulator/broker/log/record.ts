import type { Micros } from '../../engine/time.ts';

/** A record as it stands in a partition. */
export interface LogRecord {
  readonly partition: number;
  /** Its place in the partition; rises by append, with gaps where a transaction ended. */
  readonly offset: number;
  readonly key: string | undefined;
  readonly body: string;
  readonly sizeBytes: number;
  readonly appendedAt: Micros;
  /** The item whose story it belongs to; '' when nobody said. */
  readonly trace: string;
  readonly headers: RecordHeaders | undefined;
}

export type RecordHeaders = Readonly<Record<string, string>>;

/** What appending asks for. */
export interface AppendRequest {
  readonly key?: string | undefined;
  readonly body: string;
  /** Size on the wire; the UTF-8 length of key and body when left out. */
  readonly sizeBytes?: number | undefined;
  readonly headers?: RecordHeaders | undefined;
  readonly traceHeader?: string | undefined;
  /** Chosen by key, or in sticky batches, when left out. */
  readonly partition?: number | undefined;
  /** Who appends, for the story; records without a key stick to a partition for each of these. */
  readonly by?: string | undefined;
  /** Set by an idempotent producer, which see. */
  readonly producer?: ProducerStamp | undefined;
  /** Set by a transactional producer, which see. */
  readonly transaction?: LogTransaction | undefined;
}

/** Lets the log tell a producer's retry from a new record (KFK-13). */
export interface ProducerStamp {
  readonly id: string;
  /** Rises each time the producer starts anew. */
  readonly epoch: number;
  /** Counts from 0 in each partition. */
  readonly sequence: number;
}

export interface Appended {
  readonly partition: number;
  readonly offset: number;
}

/** Shared by the records that stand or fall together. */
export interface LogTransaction {
  outcome: 'open' | 'committed' | 'aborted';
}

export type Isolation = 'read_uncommitted' | 'read_committed';

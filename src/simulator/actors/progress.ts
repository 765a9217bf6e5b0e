import type { LogRecord, TransactionalProducer } from '../broker/log/index.ts';
import type { Micros } from '../engine/time.ts';

/** How far a member of a consumer group has come, and when that is written down. */
export interface Progress {
  /** Whose open transaction gets what is sent to logs; undefined where each record stands on its own. */
  readonly producer: TransactionalProducer | undefined;
  /** A life begins. */
  start(now: Micros): void;
  /** It is about to poll: nothing is in its hands. */
  beforePoll(now: Micros): void;
  /** A poll gave something. */
  fetched(now: Micros, records: readonly LogRecord[]): void;
  /** A record needs nobody any more. */
  done(record: LogRecord): void;
  /** A record is to be read again. Gives what is left to do of what was fetched with it. */
  failed(now: Micros, record: LogRecord, pending: readonly LogRecord[]): LogRecord[];
  /** All that was fetched is done. */
  endPoll(now: Micros): void;
  /** These partitions are no longer its own; with `lost`, they weren't for some time. */
  revoked(now: Micros, partitions: readonly number[], lost: boolean): void;
  /** It leaves in good order. */
  close(now: Micros): void;
  /** It died. */
  forget(): void;
}

import type { Micros } from '../../engine/time.ts';
import { utf8Length } from './murmur2.ts';
import type { AppendRequest, LogRecord, LogTransaction } from './record.ts';

/** A record and what decides whether it is seen. A control entry marks the end of a transaction and is never handed out. */
export interface Entry extends LogRecord {
  readonly transaction: LogTransaction | undefined;
  readonly control: boolean;
}

/** Bytes of a record that is to be appended. */
export function sizeOf({ key, body, sizeBytes }: AppendRequest): number {
  return sizeBytes ?? utf8Length(body) + (key === undefined ? 0 : utf8Length(key));
}

export function entryOf(
  now: Micros,
  request: AppendRequest,
  partition: number,
  offset: number,
  sizeBytes: number,
): Entry {
  return {
    partition,
    offset,
    key: request.key,
    body: request.body,
    sizeBytes,
    appendedAt: now,
    trace: request.traceHeader ?? '',
    headers: request.headers,
    transaction: request.transaction,
    control: false,
  };
}

/** What takes an offset where a transaction ends. */
export function markOf(
  now: Micros,
  partition: number,
  offset: number,
  transaction: LogTransaction,
): Entry {
  return {
    partition,
    offset,
    key: undefined,
    body: '',
    sizeBytes: 0,
    appendedAt: now,
    trace: '',
    headers: undefined,
    transaction,
    control: true,
  };
}

import type { Micros } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import type { BrokerWorld } from '../world.ts';
import { entryOf, markOf, sizeOf } from './entry.ts';
import { LogRetention } from './log-retention.ts';
import { Partition } from './partition.ts';
import { Partitioner } from './partitioner.ts';
import type { Appended, AppendRequest, Isolation, LogRecord, LogTransaction } from './record.ts';
import type { LogSettings } from './settings.ts';

/** message.max.bytes */
const MESSAGE_MAX_BYTES = 1_048_588;

/** Is told of a partition that may have something new to read. */
export type AppendListener = (now: Micros, partition: number) => void;

/**
 * A Kafka-style topic: partitions that are only ever added to, and deleted from by age or size. Reading removes nothing
 * (KFK-04); who has read what is the groups' business. Replication takes no time here: a record is on all in-sync replicas
 * as soon as it is appended.
 */
export class PartitionedLog {
  readonly name: string;
  readonly settings: LogSettings;
  readonly #world: BrokerWorld;
  readonly #partitioner: Partitioner;
  readonly #partitions: Partition[] = [];
  readonly #retentions: LogRetention[] = [];
  readonly #listeners: AppendListener[] = [];
  #inSyncReplicas: number;

  constructor(world: BrokerWorld, name: string, settings: LogSettings) {
    this.name = name;
    this.settings = settings;
    this.#world = world;
    this.#partitioner = new Partitioner(world, name, settings.partitions);
    this.#inSyncReplicas = settings.replicationFactor;
    for (let index = 0; index < settings.partitions; index += 1) {
      const partition = new Partition();
      this.#partitions.push(partition);
      this.#retentions.push(new LogRetention(world, name, index, partition, settings));
    }
  }

  get partitions(): number {
    return this.#partitions.length;
  }

  /**
   * Adds a record, or gives the first one's offset for an idempotent producer's retry (KFK-13). Refused with Kafka's errors
   * UNKNOWN_TOPIC_OR_PARTITION, MESSAGE_TOO_LARGE, NOT_ENOUGH_REPLICAS and LEADER_NOT_AVAILABLE (KFK-14),
   * OUT_OF_ORDER_SEQUENCE_NUMBER, INVALID_PRODUCER_EPOCH, INVALID_TXN_STATE.
   */
  append(now: Micros, request: AppendRequest): Appended | Refusal {
    const sizeBytes = sizeOf(request);
    const refusal = this.#refusalOf(request, sizeBytes);
    if (refusal) return this.#refuse(now, request, refusal);
    const index = request.partition ?? this.#choose(request, sizeBytes);
    const partition = this.#partition(index);
    const known = request.producer && partition.producers.recall(request.producer);
    if (known instanceof Refusal) return this.#refuse(now, request, known);
    if (known !== undefined) return this.#deduplicated(now, request, index, known);

    const offset = partition.endOffset;
    partition.add(entryOf(now, request, index, offset, sizeBytes));
    if (request.producer) partition.producers.remember(request.producer, offset);
    this.#world.emit({
      kind: 'appended',
      at: now,
      log: this.name,
      partition: index,
      offset,
      trace: request.traceHeader ?? '',
      key: request.key,
      by: request.by ?? '',
      sizeBytes,
    });
    this.#retentions[index]?.appended(now);
    this.#wake(now, index);
    return { partition: index, offset };
  }

  /** Where a producer puts this record. A retry must name the partition of the first try, as a client does. */
  choosePartition(request: AppendRequest): number {
    return this.#choose(request, sizeOf(request));
  }

  /**
   * Up to `max` records from this offset on, and the offset to go on from. Records that log retention deleted are passed over:
   * whoever minds compares with `startOffset` first, as a group does. While no replica is in sync there is nothing.
   */
  read(
    partition: number,
    from: number,
    max: number,
    isolation: Isolation,
  ): { records: LogRecord[]; next: number } {
    const records: LogRecord[] = [];
    return { records, next: this.readInto(records, partition, from, max, isolation) };
  }

  /** As `read`, into an array that is there. */
  readInto(
    into: LogRecord[],
    partition: number,
    from: number,
    max: number,
    isolation: Isolation,
  ): number {
    if (this.#inSyncReplicas === 0) return from;
    return this.#partition(partition).readInto(into, from, max, isolation);
  }

  /** The first offset that log retention has left. */
  startOffset(partition: number): number {
    return this.#partition(partition).startOffset;
  }

  /** The offset that the next append gets. */
  endOffset(partition: number): number {
    return this.#partition(partition).endOffset;
  }

  /** Where the oldest open transaction began; the end when there is none. read_committed reads up to here. */
  lastStableOffset(partition: number): number {
    return this.#partition(partition).lastStableOffset;
  }

  /** Whether a reader who goes on from this offset may get something. */
  hasMore(partition: number, from: number, isolation: Isolation): boolean {
    if (this.#inSyncReplicas === 0) return false;
    const { endOffset, lastStableOffset } = this.#partition(partition);
    return from < (isolation === 'read_committed' ? lastStableOffset : endOffset);
  }

  /** The first offset that was appended at this time or later; the end when there is none. */
  offsetAt(partition: number, time: Micros): number {
    return this.#partition(partition).offsetAt(time);
  }

  /** Brokers went or came back: so many replicas are in sync with the leader, itself included (KFK-14). */
  setInSyncReplicas(now: Micros, count: number): void {
    const wasOffline = this.#inSyncReplicas === 0;
    this.#inSyncReplicas = count;
    this.#world.emit({ kind: 'brokers-changed', at: now, log: this.name, inSyncReplicas: count });
    if (wasOffline) for (const index of this.#partitions.keys()) this.#wake(now, index);
  }

  onAppend(listener: AppendListener): void {
    this.#listeners.push(listener);
  }

  /** Writes the marks that end a transaction. For the coordinator of transactions, once the outcome is set. */
  endTransaction(now: Micros, transaction: LogTransaction, partitions: Iterable<number>): void {
    for (const index of partitions) {
      const partition = this.#partition(index);
      partition.close(markOf(now, index, partition.endOffset, transaction), transaction);
      this.#wake(now, index);
    }
  }

  #choose({ key, by }: AppendRequest, sizeBytes: number): number {
    return this.#partitioner.choose(key, sizeBytes, by ?? '');
  }

  #refusalOf(request: AppendRequest, sizeBytes: number): Refusal | undefined {
    const { acks, minInsyncReplicas, partitions } = this.settings;
    const { partition } = request;
    if (partition !== undefined && !this.#partitions[partition])
      return new Refusal(
        'UNKNOWN_TOPIC_OR_PARTITION',
        `${this.name} has partitions 0 to ${partitions - 1}, not ${partition}.`,
      );
    if (sizeBytes > MESSAGE_MAX_BYTES)
      return new Refusal(
        'MESSAGE_TOO_LARGE',
        `The record has ${sizeBytes} bytes; at most ${MESSAGE_MAX_BYTES} are allowed.`,
      );
    if (this.#inSyncReplicas === 0)
      return new Refusal('LEADER_NOT_AVAILABLE', `No replica of ${this.name} is up.`);
    if (acks === 'all' && this.#inSyncReplicas < minInsyncReplicas)
      return new Refusal(
        'NOT_ENOUGH_REPLICAS',
        `${this.#inSyncReplicas} in sync; acks=all needs min.insync.replicas=${minInsyncReplicas}.`,
      );
    if (request.transaction && request.transaction.outcome !== 'open')
      return new Refusal('INVALID_TXN_STATE', `The transaction has ended; begin another.`);
    return undefined;
  }

  #refuse(now: Micros, request: AppendRequest, refusal: Refusal): Refusal {
    this.#world.emit({
      kind: 'append-refused',
      at: now,
      log: this.name,
      trace: request.traceHeader ?? '',
      by: request.by ?? '',
      code: refusal.code,
    });
    return refusal;
  }

  #deduplicated(now: Micros, request: AppendRequest, partition: number, offset: number): Appended {
    this.#world.emit({
      kind: 'append-deduplicated',
      at: now,
      log: this.name,
      partition,
      offset,
      trace: request.traceHeader ?? '',
      by: request.by ?? '',
    });
    return { partition, offset };
  }

  #wake(now: Micros, partition: number): void {
    for (const listener of this.#listeners) listener(now, partition);
  }

  #partition(index: number): Partition {
    const partition = this.#partitions[index];
    if (!partition) throw new RangeError(`${this.name} has no partition ${index}`);
    return partition;
  }
}

import type {
  LogRecord,
  TransactionalProducer,
  TransactionCoordinator,
} from '../broker/log/index.ts';
import type { Micros } from '../engine/time.ts';
import type { GroupWork } from './group-work.ts';
import type { Progress } from './progress.ts';

/**
 * Each poll is a transaction: what is sent to logs and the new positions count together or not at all (KFK-13). When anything
 * in it fails, all of it is aborted and read again.
 */
export class TransactionProgress implements Progress {
  readonly #member: string;
  readonly #consumer: GroupWork;
  readonly #coordinator: TransactionCoordinator;
  #producer: TransactionalProducer | undefined;
  /** Where the open transaction began to read in each partition; empty when none is open. */
  readonly #begunAt = new Map<number, number>();
  readonly #done = new Map<number, number>();
  #hasFailed = false;

  constructor(member: string, consumer: GroupWork, coordinator: TransactionCoordinator) {
    this.#member = member;
    this.#consumer = consumer;
    this.#coordinator = coordinator;
  }

  get producer(): TransactionalProducer | undefined {
    return this.#producer;
  }

  /** Whatever an earlier life left open is aborted, and that life can't go on with it. */
  start(now: Micros): void {
    this.#producer = this.#coordinator.init(now, this.#member);
  }

  /** While it was cut off, it couldn't end its transaction. */
  beforePoll(now: Micros): void {
    if (this.#begunAt.size > 0) this.#end(now);
  }

  fetched(now: Micros, records: readonly LogRecord[]): void {
    this.#producer?.begin(now);
    for (const { partition, offset } of records)
      if (!this.#begunAt.has(partition)) this.#begunAt.set(partition, offset);
  }

  done({ partition, offset }: LogRecord): void {
    this.#done.set(partition, offset + 1);
  }

  failed(now: Micros): LogRecord[] {
    this.#hasFailed = true;
    this.endPoll(now);
    return [];
  }

  endPoll(now: Micros): void {
    if (!this.#consumer.isAway) this.#end(now);
  }

  revoked(): void {
    // Partitions change hands at a poll, when no transaction is open.
  }

  close(now: Micros): void {
    if (!this.#consumer.isAway) this.#producer?.abort(now);
    this.forget();
  }

  forget(): void {
    this.#begunAt.clear();
    this.#done.clear();
    this.#hasFailed = false;
  }

  #end(now: Micros): void {
    if (this.#hasFailed || !this.#commits(now)) this.#rollBack(now);
    this.forget();
  }

  /** False when the member was put out of its group meanwhile, or took longer than a transaction may. */
  #commits(now: Micros): boolean {
    const { group } = this.#consumer;
    const offsets = [...this.#done].map(([partition, offset]) => ({ partition, offset }));
    const refusal =
      this.#producer?.sendOffsets(group, this.#member, offsets) ?? this.#producer?.commit(now);
    if (refusal) return false;
    for (const { partition, offset } of offsets) this.#consumer.settled(partition, offset);
    return true;
  }

  /** Who can't even abort is fenced, and starts anew. */
  #rollBack(now: Micros): void {
    const { group } = this.#consumer;
    if (this.#producer?.abort(now)) this.start(now);
    for (const [partition, offset] of this.#begunAt) group.seek(this.#member, partition, offset);
  }
}

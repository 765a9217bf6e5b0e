import { MILLISECOND, type Micros } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import type { BrokerWorld } from '../world.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { IdempotentProducer } from './idempotent-producer.ts';
import type { PartitionedLog } from './partitioned-log.ts';
import type { Appended, AppendRequest, LogTransaction } from './record.ts';

/** transaction.timeout.ms: the coordinator aborts what is open for longer. */
const TRANSACTION_TIMEOUT: Micros = 60_000 * MILLISECOND;

/** Sees to it that one transactional id has one living producer (KFK-13). */
export class TransactionCoordinator {
  readonly #world: BrokerWorld;
  readonly #producers = new Map<string, TransactionalProducer>();

  constructor(world: BrokerWorld) {
    this.#world = world;
  }

  /** A producer for this id. An older one of the same id is fenced: its transaction is aborted and its calls are refused. */
  init(now: Micros, transactionalId: string): TransactionalProducer {
    const older = this.#producers.get(transactionalId);
    older?.fence(now);
    const producer = new TransactionalProducer(
      this.#world,
      transactionalId,
      (older?.epoch ?? -1) + 1,
    );
    this.#producers.set(transactionalId, producer);
    return producer;
  }
}

/** An offset that becomes a commit of its group when the transaction does. */
interface HeldOffset {
  readonly group: ConsumerGroup;
  readonly member: string;
  readonly partition: number;
  readonly offset: number;
}

/** What one transaction has touched. */
class Work {
  readonly transaction: LogTransaction = { outcome: 'open' };
  readonly touched = new Map<PartitionedLog, Set<number>>();
  readonly offsets: HeldOffset[] = [];
  /** Something in it was refused, so that it can only be aborted. */
  hasFailed = false;
}

/**
 * Appends and offset commits that all count or all don't (KFK-13), to readers with read_committed. Calls are refused with
 * PRODUCER_FENCED once another producer has its id or its transaction took longer than a minute, and with INVALID_TXN_STATE
 * out of turn.
 */
export class TransactionalProducer {
  readonly id: string;
  readonly epoch: number;
  readonly #world: BrokerWorld;
  readonly #stamps: IdempotentProducer;
  #work: Work | undefined;
  #isFenced = false;

  constructor(world: BrokerWorld, id: string, epoch: number) {
    this.id = id;
    this.epoch = epoch;
    this.#world = world;
    this.#stamps = new IdempotentProducer(id, epoch);
  }

  begin(now: Micros): Refusal | undefined {
    if (this.#isFenced) return this.#fenced();
    if (this.#work) return outOfTurn('A transaction is open; commit or abort it first.');
    const work = new Work();
    this.#work = work;
    this.#world.timers.at(now + TRANSACTION_TIMEOUT, (then) => this.#timeOut(then, work));
    return undefined;
  }

  /** Stamps a record for sending it again should its answer be lost. */
  stamp(log: PartitionedLog, request: AppendRequest): AppendRequest {
    return this.#stamps.stamp(log, { ...request, transaction: this.#work?.transaction });
  }

  /** Appends as part of the transaction; a record that isn't stamped yet is new. Refused also as any append is. */
  append(now: Micros, log: PartitionedLog, request: AppendRequest): Appended | Refusal {
    const work = this.#openWork();
    if (work instanceof Refusal) return this.#refuse(now, log, request, work);
    const stamped = request.producer ? request : this.stamp(log, request);
    const result = this.#stamps.append(now, log, stamped);
    if (result instanceof Refusal) work.hasFailed = true;
    else touchedIn(work, log).add(result.partition);
    return result;
  }

  /**
   * Commits what the member has read when the transaction commits, in place of a commit of its own. Refused as a commit of the
   * group is, which makes a member that lost its partitions harmless; the transaction can then only be aborted.
   */
  sendOffsets(
    group: ConsumerGroup,
    member: string,
    offsets: readonly { readonly partition: number; readonly offset: number }[],
  ): Refusal | undefined {
    const work = this.#openWork();
    if (work instanceof Refusal) return work;
    for (const { partition, offset } of offsets) {
      const refusal = group.beginCommit(member, partition);
      if (refusal) {
        work.hasFailed = true;
        return refusal;
      }
      work.offsets.push({ group, member, partition, offset });
    }
    return undefined;
  }

  commit(now: Micros): Refusal | undefined {
    const work = this.#openWork();
    if (work instanceof Refusal) return work;
    if (work.hasFailed) return outOfTurn('Part of the transaction was refused; abort it.');
    this.#end(now, work, 'committed');
    return undefined;
  }

  abort(now: Micros): Refusal | undefined {
    const work = this.#openWork();
    if (work instanceof Refusal) return work;
    this.#end(now, work, 'aborted');
    return undefined;
  }

  /** For the coordinator: another producer has this id now. */
  fence(now: Micros): void {
    this.#isFenced = true;
    if (this.#work) this.#end(now, this.#work, 'fenced');
  }

  #timeOut(now: Micros, work: Work): void {
    if (this.#work !== work) return;
    this.#isFenced = true;
    this.#end(now, work, 'aborted');
  }

  #end(now: Micros, work: Work, outcome: 'committed' | 'aborted' | 'fenced'): void {
    this.#work = undefined;
    const counts = outcome === 'committed';
    work.transaction.outcome = counts ? 'committed' : 'aborted';
    this.#world.emit({ kind: 'transaction-ended', at: now, producer: this.id, outcome });
    for (const [log, partitions] of work.touched)
      log.endTransaction(now, work.transaction, partitions);
    for (const { group, member, partition, offset } of work.offsets)
      group.endCommit(now, member, partition, counts ? offset : undefined);
  }

  #openWork(): Work | Refusal {
    if (this.#isFenced) return this.#fenced();
    return this.#work ?? outOfTurn('No transaction is open; begin one first.');
  }

  #fenced(): Refusal {
    return new Refusal(
      'PRODUCER_FENCED',
      `A newer ${this.id} has started, or this one took too long.`,
    );
  }

  #refuse(now: Micros, log: PartitionedLog, request: AppendRequest, refusal: Refusal): Refusal {
    this.#world.emit({
      kind: 'append-refused',
      at: now,
      log: log.name,
      trace: request.traceHeader ?? '',
      by: request.by ?? '',
      code: refusal.code,
    });
    return refusal;
  }
}

function outOfTurn(message: string): Refusal {
  return new Refusal('INVALID_TXN_STATE', message);
}

function touchedIn(work: Work, log: PartitionedLog): Set<number> {
  const known = work.touched.get(log);
  if (known) return known;
  const partitions = new Set<number>();
  work.touched.set(log, partitions);
  return partitions;
}

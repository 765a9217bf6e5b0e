import {
  ConsumerGroup,
  type LogRecord,
  type PartitionedLog,
  TransactionCoordinator,
} from '../broker/log/index.ts';
import type { BrokerWorld } from '../broker/world.ts';
import { MILLISECOND, type Micros, SECOND } from '../engine/time.ts';
import type { ConsumerSettings, GroupSettings } from '../settings/consumer.ts';
import { Admission } from './admission.ts';
import { Attempts } from './attempts.ts';
import type { Consumer } from './consumer.ts';
import type { GroupWork } from './group-work.ts';
import { LogWorker } from './log-worker.ts';
import { PlainProgress } from './plain-progress.ts';
import { Pool } from './pool.ts';
import type { Progress } from './progress.ts';
import { type Send, senderTo } from './sender.ts';
import { totalLag } from './total-lag.ts';
import { TransactionProgress } from './transaction-progress.ts';
import type { Work } from './work.ts';
import { workOf } from './work-of.ts';
import type { ActorWorld } from './world.ts';

/** A consumer group of a log: its members, and what they have in common. */
export class LogConsumer implements Consumer, GroupWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly groupSettings: GroupSettings;
  readonly group: ConsumerGroup;
  readonly work: Work;
  readonly admission: Admission;
  readonly #world: ActorWorld;
  readonly #pool: Pool<LogWorker>;
  readonly #deadLetters: Send | undefined;
  /** Stopped for a replay that waits until nobody is in the group. */
  readonly #stopped = new Set<LogWorker>();
  readonly #attempts = new Attempts();
  readonly #coordinator: TransactionCoordinator;

  constructor(
    name: string,
    settings: ConsumerSettings,
    log: PartitionedLog,
    world: ActorWorld,
    broker: BrokerWorld,
  ) {
    this.name = name;
    this.settings = settings;
    this.#world = world;
    this.work = workOf(name, settings, world);
    this.admission = new Admission(settings, world);
    this.#pool = new Pool(name, world, (worker) => new LogWorker(worker, this, world));
    const group = groupOf(settings);
    this.groupSettings = group;
    this.#coordinator = new TransactionCoordinator(broker);
    this.group = new ConsumerGroup(broker, name, log, {
      protocol: group.protocol,
      autoOffsetReset: group.autoOffsetReset,
      sessionTimeoutMs: group.sessionTimeout / MILLISECOND,
      heartbeatIntervalMs: group.heartbeatInterval / MILLISECOND,
      maxPollIntervalMs: group.maxPollInterval / MILLISECOND,
      isolation: group.isolation,
    });
    if (group.deadLetters !== undefined) this.#deadLetters = senderTo(group.deadLetters, world);
  }

  start(): void {
    this.#pool.start(this.settings, () => totalLag(this.group));
    const { replay } = this.groupSettings;
    if (replay) this.#world.calendar.at(replay.at, () => this.#replay(replay.from));
  }

  get isAway(): boolean {
    return this.#pool.isAway;
  }

  isQuiet(): boolean {
    if (this.#pool.busy > 0 || this.#stopped.size > 0) return false;
    for (let partition = 0; partition < this.group.log.partitions; partition += 1)
      if (!this.#isThrough(partition)) return false;
    return true;
  }

  /** Whether all that is still there is read and committed. What isn't committed is read again when its worker died. */
  #isThrough(partition: number): boolean {
    const { group } = this;
    const end = group.log.endOffset(partition);
    const kept = end - group.log.startOffset(partition);
    return Math.min(kept, group.lag(partition)) <= 0 && (group.position(partition) ?? end) >= end;
  }

  delivered(record: LogRecord): number {
    return this.#attempts.delivered(record);
  }

  settled(partition: number, offset: number): void {
    this.#attempts.settled(partition, offset);
  }

  progressOf(member: string): Progress {
    return this.groupSettings.commit === 'transaction'
      ? new TransactionProgress(member, this, this.#coordinator)
      : new PlainProgress(member, this);
  }

  givesUp(record: LogRecord): boolean {
    const { skipAfter } = this.groupSettings;
    if (skipAfter === undefined || this.#attempts.failed(record) < skipAfter) return false;
    this.#deadLetters?.(this.#world.calendar.now, {
      trace: record.trace,
      body: record.body,
      by: this.name,
      producer: this.name,
      key: record.key,
    });
    return true;
  }

  /**
   * Stops the group, sets it back, and starts it again. Offsets can only be set while nobody is in the group (KFK-12), and who
   * died is in it until its session times out, so this may take a while.
   */
  #replay(from: Micros | 'earliest'): void {
    const { calendar } = this.#world;
    for (const worker of this.#pool.workers) {
      if (!worker.isUp) continue;
      worker.retire();
      this.#stopped.add(worker);
    }
    if (this.group.setOffsets(calendar.now, from)) {
      calendar.at(calendar.now + SECOND, () => this.#replay(from));
      return;
    }
    for (const worker of this.#pool.workers) if (this.#stopped.has(worker)) worker.start();
    this.#stopped.clear();
  }
}

function groupOf({ group }: ConsumerSettings): GroupSettings {
  if (!group) throw new Error('a consumer of a log has the settings of its group');
  return group;
}

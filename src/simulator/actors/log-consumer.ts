import { ConsumerGroup, type LogRecord, type PartitionedLog } from '../broker/log/index.ts';
import type { BrokerWorld } from '../broker/world.ts';
import { MILLISECOND, type Micros } from '../engine/time.ts';
import type { ConsumerSettings, GroupSettings } from '../settings/consumer.ts';
import { Admission } from './admission.ts';
import type { Consumer } from './consumer.ts';
import { type GroupWork, LogWorker } from './log-worker.ts';
import { Pool } from './pool.ts';
import { Recipe } from './recipe.ts';
import { type Send, senderTo } from './sender.ts';
import { totalLag } from './total-lag.ts';
import type { ActorWorld } from './world.ts';

/** A consumer group of a log: its members, and what they have in common. */
export class LogConsumer implements Consumer, GroupWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly group: ConsumerGroup;
  readonly recipe: Recipe;
  readonly admission: Admission;
  readonly #world: ActorWorld;
  readonly #pool: Pool<LogWorker>;
  readonly #deadLetters: Send | undefined;
  /** The newest offset of each partition that was delivered, and how often those before it came again. */
  readonly #newest: number[] = [];
  readonly #deliveries = new Map<string, number>();
  /** Failures of the record that each partition stands at. */
  readonly #failures = new Map<string, number>();

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
    this.recipe = new Recipe(name, settings.steps, world);
    this.admission = new Admission(settings, world);
    this.#pool = new Pool(name, world, (worker) => new LogWorker(worker, this, world));
    const group = groupOf(settings);
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
    const replay = this.settings.group?.replay;
    if (replay) this.#world.calendar.at(replay.at, () => this.#replay(replay.from));
  }

  get isAway(): boolean {
    return this.#pool.isAway;
  }

  isQuiet(): boolean {
    if (this.#pool.busy > 0) return false;
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
    const { partition, offset } = record;
    if (offset > (this.#newest[partition] ?? -1)) {
      this.#newest[partition] = offset;
      return 1;
    }
    const deliveries = (this.#deliveries.get(nameOf(record)) ?? 1) + 1;
    this.#deliveries.set(nameOf(record), deliveries);
    return deliveries;
  }

  givesUp(record: LogRecord): boolean {
    const failures = (this.#failures.get(nameOf(record)) ?? 0) + 1;
    this.#failures.set(nameOf(record), failures);
    const { skipAfter } = groupOf(this.settings);
    if (skipAfter === undefined || failures < skipAfter) return false;
    this.#failures.delete(nameOf(record));
    this.#deadLetters?.(this.#world.calendar.now, {
      trace: record.trace,
      body: record.body,
      by: this.name,
      producer: this.name,
      key: record.key,
    });
    return true;
  }

  /** Stops the group, sets it back, and starts it again: offsets can only be set while nobody is in it (KFK-12). */
  #replay(from: Micros | 'earliest'): void {
    const up = this.#pool.workers.filter((worker) => worker.isUp);
    for (const worker of up) worker.retire();
    this.group.setOffsets(this.#world.calendar.now, from);
    for (const worker of up) worker.start();
  }
}

function groupOf({ group }: ConsumerSettings): GroupSettings {
  if (!group) throw new Error('a consumer of a log has the settings of its group');
  return group;
}

function nameOf({ partition, offset }: LogRecord): string {
  return `${partition}/${offset}`;
}

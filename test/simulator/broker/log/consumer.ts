import {
  ConsumerGroup,
  type ConsumerGroupSettings,
  type LogRecord,
  type LogSettings,
  PartitionedLog,
} from '../../../../src/simulator/broker/log/index.ts';
import { Refusal } from '../../../../src/simulator/broker/refusal.ts';
import { MILLISECOND, type Micros } from '../../../../src/simulator/engine/time.ts';
import type { FakeWorld } from './fake-world.ts';

export function aLog(world: FakeWorld, settings: Partial<LogSettings> = {}): PartitionedLog {
  return new PartitionedLog(world, 'orders', {
    partitions: 4,
    replicationFactor: 3,
    minInsyncReplicas: 2,
    logRetentionMs: undefined,
    logRetentionBytes: undefined,
    acks: 'all',
    ...settings,
  });
}

export function aGroup(
  world: FakeWorld,
  log: PartitionedLog,
  settings: Partial<ConsumerGroupSettings> = {},
  name = 'billing',
): ConsumerGroup {
  return new ConsumerGroup(world, name, log, {
    protocol: 'consumer',
    autoOffsetReset: 'earliest',
    sessionTimeoutMs: 45_000,
    heartbeatIntervalMs: 3_000,
    maxPollIntervalMs: 300_000,
    isolation: 'read_uncommitted',
    ...settings,
  });
}

/** Appends bodies `from` up to but not including `to`, each of 10 bytes, and gives their offsets. */
export function append(
  world: FakeWorld,
  log: PartitionedLog,
  partition: number,
  bodies: readonly string[],
): number[] {
  return bodies.map((body) => {
    const result = log.append(world.now, { partition, body, sizeBytes: 10, traceHeader: body });
    if (result instanceof Refusal) throw new Error(result.message);
    return result.offset;
  });
}

/** A consumer that a test drives: it heartbeats by itself while it lives, and polls when the test says so. */
export class TestConsumer {
  readonly name: string;
  readonly owned = new Set<number>();
  readonly told: string[] = [];
  /** Called while partitions are taken away. */
  onRevoked: (now: Micros, partitions: readonly number[], lost: boolean) => void = () => undefined;
  ready = 0;
  #life = 0;
  #isDead = false;
  readonly #world: FakeWorld;
  readonly #group: ConsumerGroup;

  constructor(world: FakeWorld, group: ConsumerGroup, name: string) {
    this.#world = world;
    this.#group = group;
    this.name = name;
    this.start();
  }

  start(): void {
    this.#life += 1;
    this.#isDead = false;
    this.owned.clear();
    const life = this.#life;
    this.#group.join(this.#world.now, this.name, {
      assigned: (_, partitions) => {
        if (life !== this.#life) return;
        for (const partition of partitions) this.owned.add(partition);
        this.told.push(`+${partitions.join()}`);
      },
      revoked: (now, partitions, lost) => {
        if (life !== this.#life) return;
        this.onRevoked(now, partitions, lost);
        for (const partition of partitions) this.owned.delete(partition);
        this.told.push(`-${partitions.join()}${lost ? ' lost' : ''}`);
      },
      recordsReady: () => {
        if (life === this.#life) this.ready += 1;
      },
    });
    this.#heartbeat(life);
  }

  /** Dies, or stands still, without a word. */
  crash(): void {
    this.#isDead = true;
  }

  /** Goes on as if nothing had been. */
  comeBack(): void {
    this.#isDead = false;
    this.#heartbeat(this.#life);
  }

  close(): void {
    this.#group.leave(this.#world.now, this.name);
    this.#life += 1;
  }

  poll(max = 500): LogRecord[] {
    return this.#group.poll(this.#world.now, this.name, max);
  }

  bodies(max = 500): string[] {
    return this.poll(max).map((record) => record.body);
  }

  commit(partition: number, offset: number): Refusal | undefined {
    return this.#group.commit(this.#world.now, this.name, partition, offset);
  }

  seek(partition: number, offset: number): Refusal | undefined {
    return this.#group.seek(this.name, partition, offset);
  }

  /** Commits everything that these records tell to be done. */
  commitAll(records: readonly LogRecord[]): void {
    for (const { partition, offset } of records) this.commit(partition, offset + 1);
  }

  #heartbeat(life: number): void {
    if (life !== this.#life || this.#isDead) return;
    this.#group.heartbeat(this.#world.now, this.name);
    const next = this.#world.now + this.#group.settings.heartbeatIntervalMs * MILLISECOND;
    this.#world.timers.at(next, () => this.#heartbeat(life));
  }
}

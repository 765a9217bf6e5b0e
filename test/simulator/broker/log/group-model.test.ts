import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  ConsumerGroup,
  PartitionedLog,
  RebalanceProtocol,
} from '../../../../src/simulator/broker/log/index.ts';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import type { BrokerEvent } from '../../../../src/simulator/events/index.ts';
import { runs } from '../../../fixtures/runs.ts';
import { aGroup, aLog, append, TestConsumer } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

const PARTITIONS = 3;

const OF_CONSUMERS = [
  'crash',
  'close',
  'poll',
  'poll',
  'poll',
  'poll',
  'commit',
  'commit',
] as const;
const OF_THE_WORLD = [
  'append',
  'append',
  'append',
  'join',
  'comeBack',
  'wait',
  'wait',
  'waitLong',
] as const;

const command = fc.record({
  what: fc.constantFrom(...OF_CONSUMERS, ...OF_THE_WORLD),
  who: fc.nat(5),
  partition: fc.nat(PARTITIONS - 1),
  amount: fc.integer({ min: 1, max: 8 }),
});

interface Step {
  readonly what: (typeof OF_CONSUMERS)[number] | (typeof OF_THE_WORLD)[number];
  readonly who: number;
  readonly partition: number;
  readonly amount: number;
}

function isOfConsumer(what: Step['what']): what is (typeof OF_CONSUMERS)[number] {
  return OF_CONSUMERS.some((one) => one === what);
}

/**
 * A world of what the group tells: numbers and arrays, checked at each step. Names are never used twice, but for members that
 * were put out and come back.
 */
class Model extends FakeWorld {
  readonly bodies: string[][] = Array.from({ length: PARTITIONS }, () => []);
  readonly owners = new Array<string | undefined>(PARTITIONS).fill(undefined);
  readonly positions = new Array<number>(PARTITIONS).fill(0);
  readonly committed = new Array<number | undefined>(PARTITIONS).fill(undefined);

  override emit(event: BrokerEvent): void {
    if (event.kind === 'partitions-assigned')
      for (const partition of event.partitions) this.#assign(partition, event.member);
    if (event.kind === 'partitions-revoked')
      for (const partition of event.partitions) {
        expect(this.owners[partition]).toBe(event.member);
        this.owners[partition] = undefined;
      }
  }

  owned(name: string): number[] {
    return [...this.owners.keys()].filter((partition) => this.owners[partition] === name);
  }

  /** KFK-03: never two owners. KFK-10: the new one goes on from the commit. */
  #assign(partition: number, member: string): void {
    expect(this.owners[partition]).toBeUndefined();
    this.owners[partition] = member;
    this.positions[partition] = this.committed[partition] ?? 0;
  }
}

/** The group, its model and its consumers. */
class Scene {
  readonly model = new Model();
  readonly log: PartitionedLog;
  readonly group: ConsumerGroup;
  readonly living = new Map<string, TestConsumer>();
  readonly #dead: TestConsumer[] = [];

  constructor(protocol: RebalanceProtocol) {
    this.log = aLog(this.model, { partitions: PARTITIONS });
    this.group = aGroup(this.model, this.log, { protocol });
  }

  run(step: Step, index: number): void {
    const consumer = [...this.living.values()][step.who % Math.max(1, this.living.size)];
    if (isOfConsumer(step.what)) {
      if (consumer) this[step.what](consumer, step);
    } else if (step.what === 'append') this.append(step, index);
    else if (step.what === 'join') this.join(`m${index}`);
    else if (step.what === 'comeBack') this.comeBack();
    else this.model.advance(step.amount * (step.what === 'wait' ? SECOND : 50 * SECOND));
  }

  append({ partition, amount }: Step, index: number): void {
    const bodies = [...'abcdefgh'.slice(0, amount)].map((item) => `${index}${item}`);
    this.model.bodies[partition]?.push(...bodies);
    append(this.model, this.log, partition, bodies);
  }

  join(name: string): void {
    this.living.set(name, new TestConsumer(this.model, this.group, name));
  }

  crash(consumer: TestConsumer): void {
    this.living.delete(consumer.name);
    this.#dead.push(consumer);
    consumer.crash();
  }

  comeBack(): void {
    const back = this.#dead.pop();
    if (!back) return;
    this.living.set(back.name, back);
    back.comeBack();
  }

  close(consumer: TestConsumer): void {
    this.living.delete(consumer.name);
    consumer.close();
  }

  poll(consumer: TestConsumer, { amount: max }: { readonly amount: number }): void {
    const { model } = this;
    const records = consumer.poll(max);
    const owned = model.owned(consumer.name);
    const waiting = (partition: number) =>
      (model.bodies[partition]?.length ?? 0) - (model.positions[partition] ?? 0);
    const available = owned.reduce((sum, partition) => sum + waiting(partition), 0);
    expect(records.length).toBe(Math.min(max, available));
    for (const { partition, offset, body } of records) {
      expect(owned).toContain(partition);
      expect(offset).toBe(model.positions[partition]);
      expect(body).toBe(model.bodies[partition]?.[offset]);
      model.positions[partition] = offset + 1;
    }
  }

  commit(consumer: TestConsumer, { partition }: Step): void {
    const { model, group } = this;
    const isOwner = model.owners[partition] === consumer.name;
    const offset = model.positions[partition] ?? 0;
    expect(consumer.commit(partition, offset) === undefined).toBe(isOwner);
    if (isOwner) model.committed[partition] = offset;
    const all = [...model.owners.keys()];
    expect(all.map((index) => group.committed(index))).toEqual(model.committed);
    expect(all.map((index) => group.lag(index))).toEqual(
      all.map((index) => (model.bodies[index]?.length ?? 0) - (model.committed[index] ?? 0)),
    );
  }

  /** Every member that lives polls and heartbeats for three minutes, and somebody lives. */
  settle(): void {
    if (this.living.size === 0) this.join('last');
    for (let second = 0; second < 180; second += 3) {
      for (const consumer of this.living.values()) this.poll(consumer, { amount: 20 });
      this.model.advance(3 * SECOND);
    }
  }
}

describe('a group against a model of arrays', () => {
  it.each(['eager', 'cooperative', 'consumer'] as const)(
    'KFK-02, KFK-03, KFK-08, KFK-10, KFK-11 (%s): the same records, owners, commits and lags, whoever comes, goes or crashes',
    (protocol) => {
      fc.assert(
        fc.property(fc.array(command, { maxLength: 80, size: 'max' }), (commands) => {
          const scene = new Scene(protocol);
          const { model, living } = scene;
          for (const [index, step] of commands.entries()) scene.run(step, index);
          scene.settle();
          // Everything has an owner that lives and knows it, evenly, and has been read.
          const owned = [...living.keys()].map((name) => model.owned(name));
          expect([...living.values()].map((consumer) => [...consumer.owned].sort())).toEqual(owned);
          expect(owned.flat().sort()).toEqual([...model.owners.keys()]);
          const shares = owned.map((partitions) => partitions.length);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
          expect(model.positions).toEqual(model.bodies.map((bodies) => bodies.length));
        }),
        runs(120),
      );
    },
  );
});

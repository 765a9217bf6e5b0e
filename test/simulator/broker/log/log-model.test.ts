import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Isolation,
  type PartitionedLog,
  type TransactionalProducer,
  TransactionCoordinator,
} from '../../../../src/simulator/broker/log/index.ts';
import { type Micros, SECOND } from '../../../../src/simulator/engine/time.ts';
import { runs } from '../../../fixtures/runs.ts';
import { aLog } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

const PARTITIONS = 2;
const PRODUCERS = 2;
const SIZE = 10;

/** One place in a partition, as slow and obvious as can be. `fate` of a record outside of transactions is committed. */
interface Slot {
  readonly body: string;
  readonly at: Micros;
  fate: 'open' | 'committed' | 'aborted';
  readonly isMark: boolean;
}

/** Arrays from offset 0 on, of which nothing is ever removed; deleting moves a number. */
class Model {
  readonly slots: Slot[][] = Array.from({ length: PARTITIONS }, () => []);
  readonly starts = new Array<number>(PARTITIONS).fill(0);
  /** The slots of each producer's open transaction. */
  readonly open: (Slot[] | undefined)[] = new Array(PRODUCERS).fill(undefined);
  readonly #keepBytes: number;

  constructor(keepBytes: number) {
    this.#keepBytes = keepBytes;
  }

  append(partition: number, slot: Slot): number {
    const slots = this.#of(partition);
    slots.push(slot);
    if (!slot.isMark) this.#delete(partition);
    return slots.length - 1;
  }

  read(partition: number, from: number, max: number, isolation: Isolation): string[] {
    const committed = isolation === 'read_committed';
    const end = committed ? this.stable(partition) : this.#of(partition).length;
    return this.#of(partition)
      .slice(0, end)
      .filter((_, offset) => offset >= Math.max(from, this.starts[partition] ?? 0))
      .filter((slot) => !slot.isMark && !(committed && slot.fate === 'aborted'))
      .slice(0, max)
      .map(({ body }) => body);
  }

  stable(partition: number): number {
    const slots = this.#of(partition);
    const first = slots.findIndex((slot) => slot.fate === 'open');
    return first < 0 ? slots.length : first;
  }

  offsetAt(partition: number, time: Micros): number {
    const slots = this.#of(partition);
    const start = this.starts[partition] ?? 0;
    const found = slots.findIndex((slot, offset) => offset >= start && slot.at >= time);
    return found < 0 ? slots.length : found;
  }

  #delete(partition: number): void {
    const slots = this.#of(partition);
    const bytes = (from: number) =>
      slots.slice(from).reduce((sum, slot) => sum + (slot.isMark ? 0 : SIZE), 0);
    const start = this.starts[partition] ?? 0;
    const enough = slots.findLastIndex((_, offset) => bytes(offset) >= this.#keepBytes);
    // As long as the rest would be enough without the oldest; what has no bytes goes only with what has.
    this.starts[partition] = bytes(start) > this.#keepBytes ? Math.max(start, enough) : start;
  }

  #of(partition: number): Slot[] {
    return this.slots[partition] ?? [];
  }
}

const command = fc.record({
  what: fc.constantFrom('append', 'append', 'add', 'add', 'commit', 'abort', 'wait'),
  partition: fc.nat(PARTITIONS - 1),
  producer: fc.nat(PRODUCERS - 1),
  from: fc.nat(40),
  max: fc.integer({ min: 1, max: 10 }),
});

/** The log and its model, to which the same things happen. */
class Pair {
  readonly world = new FakeWorld();
  readonly log: PartitionedLog;
  readonly model: Model;
  readonly #producers: TransactionalProducer[];
  readonly #touched = Array.from({ length: PRODUCERS }, () => new Set<number>());

  constructor(keepBytes: number) {
    this.log = aLog(this.world, { partitions: PARTITIONS, logRetentionBytes: keepBytes });
    this.model = new Model(keepBytes);
    const coordinator = new TransactionCoordinator(this.world);
    this.#producers = this.#touched.map((_, id) => coordinator.init(0, `p${id}`));
  }

  append(partition: number, body: string): void {
    const at = this.world.now;
    const offset = this.model.append(partition, { body, at, fate: 'committed', isMark: false });
    expect(this.log.append(at, { partition, body, sizeBytes: SIZE })).toEqual({
      partition,
      offset,
    });
  }

  add(producer: number, partition: number, body: string): void {
    const at = this.world.now;
    const slot: Slot = { body, at, fate: 'open', isMark: false };
    const open = this.model.open[producer];
    const actor = this.#producers[producer];
    if (!open) expect(actor?.begin(at)).toBeUndefined();
    this.model.open[producer] = [...(open ?? []), slot];
    this.#touched[producer]?.add(partition);
    const offset = this.model.append(partition, slot);
    expect(actor?.append(at, this.log, { partition, body, sizeBytes: SIZE })).toEqual({
      partition,
      offset,
    });
  }

  end(producer: number, fate: 'committed' | 'aborted'): void {
    const at = this.world.now;
    const open = this.model.open[producer];
    const actor = this.#producers[producer];
    const refusal = fate === 'committed' ? actor?.commit(at) : actor?.abort(at);
    expect(refusal?.code).toBe(open ? undefined : 'INVALID_TXN_STATE');
    for (const slot of open ?? []) slot.fate = fate;
    for (const partition of this.#touched[producer] ?? [])
      this.model.append(partition, { body: '', at, fate, isMark: true });
    this.#touched[producer]?.clear();
    this.model.open[producer] = undefined;
  }

  compare(partition: number, from: number, max: number): void {
    const { log, model, world } = this;
    const read = (isolation: Isolation) =>
      log.read(partition, from, max, isolation).records.map(({ body }) => body);
    expect({
      start: log.startOffset(partition),
      end: log.endOffset(partition),
      stable: log.lastStableOffset(partition),
      now: log.offsetAt(partition, world.now),
      committed: read('read_committed'),
      uncommitted: read('read_uncommitted'),
    }).toEqual({
      start: model.starts[partition],
      end: model.slots[partition]?.length,
      stable: model.stable(partition),
      now: model.offsetAt(partition, world.now),
      committed: model.read(partition, from, max, 'read_committed'),
      uncommitted: model.read(partition, from, max, 'read_uncommitted'),
    });
  }
}

describe('the log against a model of arrays', () => {
  it('KFK-02, KFK-05, KFK-13: gives the same offsets, records, starts and stable ends', () => {
    fc.assert(
      fc.property(
        fc.array(command, { maxLength: 50, size: 'max' }),
        fc.constantFrom(50, 100, 1_000_000),
        (commands, keepBytes) => {
          const pair = new Pair(keepBytes);
          for (const [index, { what, partition, producer, from, max }] of commands.entries()) {
            if (what === 'append') pair.append(partition, `r${index}`);
            else if (what === 'add') pair.add(producer, partition, `r${index}`);
            else if (what === 'wait') pair.world.advance(SECOND / 10);
            else pair.end(producer, what === 'commit' ? 'committed' : 'aborted');
            pair.compare(partition, from, max);
          }
        },
      ),
      runs(500),
    );
  });

  it('KFK-05: by age, nothing younger goes, and nothing stays for more than a check longer', () => {
    const retention = 100 * SECOND;
    const check = 10 * SECOND;
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 60, size: 'max' }), (waits) => {
        const world = new FakeWorld();
        const log = aLog(world, { partitions: 1, logRetentionMs: 100_000 });
        const times: Micros[] = [];
        for (const wait of waits) {
          world.advance(wait * SECOND);
          times.push(world.now);
          log.append(world.now, { partition: 0, body: '' });
          const start = log.startOffset(0);
          expect(times.slice(0, start).every((time) => time <= world.now - retention)).toBe(true);
          expect(times.slice(start).every((time) => time > world.now - retention - check)).toBe(
            true,
          );
        }
      }),
      runs(200),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConsumerGroup,
  type PartitionedLog,
  type RebalanceProtocol,
  type TransactionalProducer,
  TransactionCoordinator,
} from '../../../../src/simulator/broker/log/index.ts';
import { Refusal } from '../../../../src/simulator/broker/refusal.ts';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import { runs } from '../../../fixtures/runs.ts';
import { aGroup, aLog, append, TestConsumer } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

const PARTITIONS = 3;
const COPIERS = 3;

/** What befalls a copier in one step. */
const fate = fc.constantFrom('fine', 'fine', 'fine', 'asleep', 'dies', 'aborts', 'works long');
type Fate = 'fine' | 'asleep' | 'dies' | 'aborts' | 'works long';

interface Copier {
  readonly consumer: TestConsumer;
  readonly producer: TransactionalProducer;
  /** Ends the transaction that it is in the middle of. */
  finish: (() => void) | undefined;
}

/** Copiers that move records from one log to another, each batch with its offsets in one transaction. */
class Workshop {
  readonly world = new FakeWorld();
  readonly source = aLog(this.world, { partitions: PARTITIONS });
  readonly target = aLog(this.world, { partitions: PARTITIONS });
  readonly #coordinator = new TransactionCoordinator(this.world);
  readonly #group: ConsumerGroup;
  readonly #copiers: (Copier | undefined)[] = new Array(COPIERS).fill(undefined);
  #lives = 0;

  constructor(protocol: RebalanceProtocol) {
    this.#group = aGroup(this.world, this.source, { protocol, isolation: 'read_committed' });
  }

  step(slot: number, how: Fate): void {
    if (how === 'asleep') return;
    const copier = this.#copiers[slot] ?? this.#start(slot);
    if (copier.finish) {
      copier.finish();
      return;
    }
    const isWhole = this.#copy(copier);
    copier.finish = () => this.#end(slot, copier, isWhole && how !== 'aborts');
    if (how === 'dies') this.#drop(slot, copier);
    else if (how !== 'works long') copier.finish();
  }

  #start(slot: number): Copier {
    this.#lives += 1;
    const producer = this.#coordinator.init(this.world.now, `copier-${slot}`);
    const consumer = new TestConsumer(this.world, this.#group, `c${slot}.${this.#lives}`);
    const copier = { consumer, producer, finish: undefined };
    this.#copiers[slot] = copier;
    return copier;
  }

  /** Whether all of it was taken. */
  #copy({ consumer, producer }: Copier): boolean {
    const results: unknown[] = [producer.begin(this.world.now)];
    for (const { partition, offset, body } of consumer.poll(2)) {
      results.push(
        producer.append(this.world.now, this.target, { partition, body }),
        producer.sendOffsets(this.#group, consumer.name, [{ partition, offset: offset + 1 }]),
      );
    }
    return !results.some((result) => result instanceof Refusal);
  }

  /** Who can't commit starts anew, and so reads again from the last commit. */
  #end(slot: number, copier: Copier, isWhole: boolean): void {
    copier.finish = undefined;
    if (isWhole && !copier.producer.commit(this.world.now)) return;
    copier.producer.abort(this.world.now);
    copier.consumer.close();
    this.#copiers[slot] = undefined;
  }

  #drop(slot: number, { consumer }: Copier): void {
    consumer.crash();
    this.#copiers[slot] = undefined;
  }
}

describe('from log to log', () => {
  it.each(['eager', 'cooperative', 'consumer'] as const)(
    'KFK-13 (%s): with transactions each record is copied exactly once and in order, whatever dies',
    (protocol) => {
      fc.assert(
        fc.property(fc.array(fate, { maxLength: 60, size: 'max' }), (fates) => {
          const workshop = new Workshop(protocol);
          const { world, source, target } = workshop;
          for (let index = 0; index < 60; index += 1)
            append(world, source, index % PARTITIONS, [`r${index}`]);
          for (const [index, how] of fates.entries()) {
            workshop.step(index % COPIERS, how);
            world.advance(3 * SECOND);
          }
          for (let round = 0; round < 200; round += 1) {
            workshop.step(round % COPIERS, 'fine');
            world.advance(SECOND);
          }
          for (let partition = 0; partition < PARTITIONS; partition += 1) {
            const bodies = (log: PartitionedLog) =>
              log.read(partition, 0, 1_000, 'read_committed').records.map(({ body }) => body);
            expect(bodies(target)).toEqual(bodies(source));
          }
        }),
        runs(100),
      );
    },
  );
});

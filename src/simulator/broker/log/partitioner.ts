import type { BrokerWorld, Chance } from '../world.ts';
import { partitionOfKey } from './murmur2.ts';

/** batch.size: a producer's batch for one partition, in bytes. */
const BATCH_BYTES = 16_384;

/** One producer's records without a key go to `partition` until a batch is full. */
interface Sticky {
  partition: number;
  bytes: number;
  readonly chance: Chance;
}

/** Chooses partitions as Kafka's producer does (KFK-01): by the key's hash; without a key, a batch here and the next one there. */
export class Partitioner {
  readonly #world: BrokerWorld;
  readonly #log: string;
  readonly #partitions: number;
  readonly #sticky = new Map<string, Sticky>();

  constructor(world: BrokerWorld, log: string, partitions: number) {
    this.#world = world;
    this.#log = log;
    this.#partitions = partitions;
  }

  choose(key: string | undefined, sizeBytes: number, by: string): number {
    if (key !== undefined) return partitionOfKey(key, this.#partitions);
    const sticky = this.#stickyOf(by);
    if (sticky.bytes >= BATCH_BYTES) {
      sticky.partition = sticky.chance.below(this.#partitions);
      sticky.bytes = 0;
    }
    sticky.bytes += sizeBytes;
    return sticky.partition;
  }

  #stickyOf(by: string): Sticky {
    const known = this.#sticky.get(by);
    if (known) return known;
    const chance = this.#world.random(`log ${this.#log} sticky partition of ${by}`);
    const sticky = { partition: chance.below(this.#partitions), bytes: 0, chance };
    this.#sticky.set(by, sticky);
    return sticky;
  }
}

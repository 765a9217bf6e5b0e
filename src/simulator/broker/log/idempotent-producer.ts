import type { Micros } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import type { PartitionedLog } from './partitioned-log.ts';
import type { Appended, AppendRequest } from './record.ts';

/**
 * The client's side of idempotent producing (KFK-13): it numbers what it sends to each partition. Who isn't sure whether a
 * record arrived sends the same stamped request again, and the log tells.
 */
export class IdempotentProducer {
  readonly #id: string;
  readonly #epoch: number;
  readonly #sequences = new Map<PartitionedLog, number[]>();

  constructor(id: string, epoch = 0) {
    this.#id = id;
    this.#epoch = epoch;
  }

  /** The request with its partition and the number that comes next there. */
  stamp(log: PartitionedLog, request: AppendRequest): AppendRequest {
    const partition = request.partition ?? log.choosePartition(request);
    const sequence = this.#sequencesOf(log)[partition] ?? 0;
    const { transaction } = request;
    return {
      ...request,
      transaction,
      partition,
      producer: { id: this.#id, epoch: this.#epoch, sequence },
    };
  }

  /** Appends a stamped request, for the first time or again. A number is used up once the log took it. */
  append(now: Micros, log: PartitionedLog, stamped: AppendRequest): Appended | Refusal {
    const result = log.append(now, stamped);
    if (result instanceof Refusal || !stamped.producer) return result;
    const sequences = this.#sequencesOf(log);
    const used = stamped.producer.sequence + 1;
    sequences[result.partition] = Math.max(sequences[result.partition] ?? 0, used);
    return result;
  }

  #sequencesOf(log: PartitionedLog): number[] {
    const known = this.#sequences.get(log);
    if (known) return known;
    const sequences: number[] = [];
    this.#sequences.set(log, sequences);
    return sequences;
  }
}

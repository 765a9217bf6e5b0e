import Denque from 'denque';
import { Refusal } from '../refusal.ts';
import type { ProducerStamp } from './record.ts';

/** Kafka remembers five batches of each producer; a record is a batch of its own here, so this is five batches of a hundred. */
const REMEMBERED = 500;

interface Known {
  epoch: number;
  lastSequence: number;
  /** Offsets of the last sequences, the newest at the back. */
  readonly offsets: Denque<number>;
}

/** What one partition knows of its idempotent producers (KFK-13). */
export class ProducerMemory {
  readonly #known = new Map<string, Known>();

  /** The offset of what is in the log already, undefined for what is new, or why it can't be taken. */
  recall({ id, epoch, sequence }: ProducerStamp): number | undefined | Refusal {
    const known = this.#known.get(id);
    if (!known) return undefined;
    if (epoch < known.epoch)
      return new Refusal(
        'INVALID_PRODUCER_EPOCH',
        `A newer ${id} has started; this one must stop.`,
      );
    const expected = epoch > known.epoch ? 0 : known.lastSequence + 1;
    if (sequence === expected) return undefined;
    const back = known.lastSequence - sequence;
    const duplicate =
      epoch === known.epoch && back >= 0 ? known.offsets.peekAt(-1 - back) : undefined;
    return (
      duplicate ??
      new Refusal(
        'OUT_OF_ORDER_SEQUENCE_NUMBER',
        `Expected sequence ${expected} of ${id}, got ${sequence}.`,
      )
    );
  }

  remember({ id, epoch, sequence }: ProducerStamp, offset: number): void {
    let known = this.#known.get(id);
    if (known?.epoch !== epoch) {
      known = { epoch, lastSequence: sequence, offsets: new Denque() };
      this.#known.set(id, known);
    }
    known.lastSequence = sequence;
    known.offsets.push(offset);
    if (known.offsets.length > REMEMBERED) known.offsets.shift();
  }
}

import type { Micros } from '../engine/time.ts';
import { batchSenderTo, type Parcel, senderTo } from './sender.ts';
import type { ActorWorld } from './world.ts';

export interface OutboxSettings {
  /** Parcels in one call, at most. */
  readonly size: number;
  /** How long the first of a batch waits for others. */
  readonly linger: Micros;
  /** The id of an idempotent producer. */
  readonly idempotentAs: string | undefined;
}

/** Told once for each parcel: the code of the refusal, or nothing. */
export type Handed = (parcel: Parcel, code: string | undefined) => void;

/**
 * Hands parcels to one target, several in a call where it may: a batch goes out when it is full, or when its first parcel has
 * waited long enough.
 */
export class Outbox {
  readonly #size: number;
  readonly #linger: Micros;
  readonly #world: ActorWorld;
  readonly #handed: Handed;
  readonly #sendOne: ReturnType<typeof senderTo>;
  readonly #sendBatch: ReturnType<typeof batchSenderTo>;
  #waiting: Parcel[] = [];
  /** The number of the batch that is filling. */
  #round = 0;

  constructor(
    target: string,
    { size, linger, idempotentAs }: OutboxSettings,
    world: ActorWorld,
    handed: Handed,
  ) {
    this.#size = size;
    this.#linger = linger;
    this.#world = world;
    this.#handed = handed;
    this.#sendOne = senderTo(target, world, idempotentAs);
    this.#sendBatch = batchSenderTo(target, world);
  }

  put(parcel: Parcel): void {
    if (!this.#sendBatch || this.#size === 1) {
      this.#handed(parcel, this.#sendOne(this.#world.calendar.now, parcel));
      return;
    }
    this.#waiting.push(parcel);
    if (this.#waiting.length >= this.#size) {
      this.#flush();
      return;
    }
    if (this.#waiting.length > 1) return;
    const round = this.#round;
    this.#world.calendar.at(this.#world.calendar.now + this.#linger, () => {
      if (round === this.#round) this.#flush();
    });
  }

  #flush(): void {
    const parcels = this.#waiting;
    this.#waiting = [];
    this.#round += 1;
    const codes = this.#sendBatch?.(this.#world.calendar.now, parcels) ?? [];
    for (const [index, parcel] of parcels.entries()) this.#handed(parcel, codes[index]);
  }
}

import type { RandomStream } from '../engine/index.ts';
import { type Micros, SECOND } from '../engine/time.ts';
import type { WorkerState as WorkerStateEvent } from '../events/index.ts';
import type { ActorWorld } from './world.ts';

export type State = WorkerStateEvent['state'];

/** Until a crashed worker is back, where its fault doesn't say. */
export const DOWN_TIME: Micros = 5 * SECOND;

/** What every worker has: a name, a state that is told whenever it changes, and the ability to stand still. */
export class WorkerState {
  readonly name: string;
  readonly consumer: string;
  readonly random: RandomStream;
  readonly #world: ActorWorld;
  #pausedUntil: Micros = 0;
  #state: State | undefined;
  #wakesAs: State = 'idle';
  #deaths = 0;

  constructor(consumer: string, name: string, world: ActorWorld) {
    this.consumer = consumer;
    this.name = name;
    this.#world = world;
    this.random = world.stream(`${name} draws`);
  }

  get state(): State | undefined {
    return this.#state;
  }

  get deaths(): number {
    return this.#deaths;
  }

  get pausedUntil(): Micros {
    return this.#pausedUntil;
  }

  /** Of two pauses the one that ends later counts. */
  set pausedUntil(until: Micros) {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
    if (this.#state === undefined) return;
    if (this.#state !== 'paused') this.#wakesAs = this.#state;
    this.become('paused');
    this.#world.calendar.at(until, () => {
      if (this.#state === 'paused' && !this.isPaused) this.become(this.#wakesAs);
    });
  }

  /** It stands still and knows nothing of it. */
  get isPaused(): boolean {
    return this.#world.calendar.now < this.#pausedUntil;
  }

  get isUp(): boolean {
    return this.#state !== 'down' && this.#state !== 'gone';
  }

  become(state: State): void {
    if (state === this.#state) return;
    this.#state = state;
    // Who dies while it stands still doesn't stand still when it is back.
    if (state === 'down') {
      this.#deaths += 1;
      this.#pausedUntil = 0;
    }
    this.#world.emit({
      kind: 'worker-state',
      at: this.#world.calendar.now,
      consumer: this.consumer,
      worker: this.name,
      state,
    });
  }
}

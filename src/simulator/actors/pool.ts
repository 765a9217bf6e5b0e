import type { Micros } from '../engine/time.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import { Autoscaler, type Scalable } from './autoscaler.ts';
import type { WorkerState } from './worker-state.ts';
import type { ActorWorld } from './world.ts';

interface Pooled extends WorkerState {
  readonly isBusy: boolean;
  start(): void;
  /** Takes nothing new, and goes when it has finished. */
  retire(): void;
  crash(now: Micros, downFor: Micros | undefined): void;
}

/** The workers of a consumer: hires and retires them, and finds one when a scheduled fault strikes. */
export class Pool<Worker extends Pooled> implements Scalable {
  readonly name: string;
  readonly #world: ActorWorld;
  readonly #make: (name: string) => Worker;
  readonly #workers: Worker[] = [];
  /** They finish what they have, and go. */
  #leaving: Worker[] = [];
  #hired = 0;

  constructor(name: string, world: ActorWorld, make: (name: string) => Worker) {
    this.name = name;
    this.#world = world;
    this.#make = make;
    world.faults.onStrike('crash', name, (fault, key) =>
      this.#victim(key)?.crash(world.calendar.now, fault.for),
    );
    world.faults.onStrike('down', name, (fault) => {
      const { now } = world.calendar;
      const downFor = world.faults.endOf(fault, now) - now;
      for (const worker of this.#workers) worker.crash(now, downFor);
    });
    world.faults.onStrike('pause', name, (fault, key) => {
      const worker = this.#victim(key);
      if (worker) worker.pausedUntil = world.calendar.now + (fault.for ?? 0);
    });
  }

  /** Hires the first ones; from then on an autoscaler, if there is one, decides by what waits for them. */
  start({ autoscale, count }: ConsumerSettings, backlog: (now: Micros) => number): void {
    this.scaleTo(Math.max(count, autoscale?.min ?? 0), 0);
    if (autoscale) new Autoscaler(autoscale, this, backlog, this.#world).start();
  }

  /** Workers that are there, also those that are down or still starting. */
  get workers(): readonly Worker[] {
    return this.#workers;
  }

  get size(): number {
    return this.#workers.length;
  }

  /** Workers with something in their hands, also those that were let go. */
  get busy(): number {
    this.#leaving = this.#leaving.filter((worker) => worker.isBusy);
    return this.#workers.filter((worker) => worker.isBusy).length + this.#leaving.length;
  }

  /** An outage of its own or a network split keeps it from the broker. */
  get isAway(): boolean {
    const { faults } = this.#world;
    return (faults.lasting('split', this.name) ?? faults.lasting('down', this.name)) !== undefined;
  }

  /** Adds workers, which are ready after `startDelay`, or lets the newest go when they have finished. */
  scaleTo(size: number, startDelay: Micros): void {
    for (const worker of this.#workers.splice(size)) {
      worker.retire();
      this.#leaving.push(worker);
    }
    while (this.#workers.length < size) this.#hire(startDelay);
  }

  #hire(startDelay: Micros): void {
    this.#hired += 1;
    const worker = this.#make(`${this.name}-${this.#hired}`);
    this.#workers.push(worker);
    if (startDelay === 0) {
      worker.start();
      return;
    }
    worker.become('starting');
    this.#world.calendar.at(this.#world.calendar.now + startDelay, () => {
      if (worker.state === 'starting') worker.start();
    });
  }

  /** One that is at work, if any, else one that could be, chosen by the fault's own name. */
  #victim(key: string): Worker | undefined {
    const ready = this.#workers.filter((worker) => worker.isUp && worker.state !== 'starting');
    const busy = ready.filter((worker) => worker.isBusy);
    const candidates = busy.length > 0 ? busy : ready;
    return candidates[this.#world.stream(`victim ${key}`).below(Math.max(1, candidates.length))];
  }
}

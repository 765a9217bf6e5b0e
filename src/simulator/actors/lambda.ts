import { MINUTE } from '../engine/time.ts';
import type { LambdaSettings } from '../settings/consumer.ts';
import type { Worker } from './job.ts';
import type { ActorWorld } from './world.ts';

/** What Lambda's pollers start with and add each minute while there is a backlog (BC-LAM, LAM-SQS). */
const FIRST_BATCHES = 5;
const MORE_EACH_MINUTE = 300;

/** Those who invoke: one of them stands for one concurrent invocation of the function. */
interface Invoker {
  readonly name: string;
  readonly size: number;
  readonly busy: number;
  scaleTo(size: number, startDelay: number): void;
}

/**
 * Lambda's event source mapping on a queue: as many concurrent invocations as the backlog and the concurrency limit allow, each
 * with a batch. An invocation that takes too long is stopped; unless the function reports which items failed, one failure
 * sends the whole batch back.
 */
export class Lambda {
  readonly #settings: LambdaSettings;
  readonly #invoker: Invoker;
  readonly #world: ActorWorld;

  constructor(settings: LambdaSettings, invoker: Invoker, world: ActorWorld) {
    this.#settings = settings;
    this.#invoker = invoker;
    this.#world = world;
  }

  get allOrNothing(): boolean {
    return !this.#settings.reportBatchItemFailures;
  }

  /** Gives the number of invocations to begin with, and adds to it each minute in which all of them were needed. */
  start(): number {
    this.#world.repeat(MINUTE, (now) => {
      const { size, busy, name } = this.#invoker;
      const to = Math.min(this.#settings.maximumConcurrency, size + MORE_EACH_MINUTE);
      if (busy < size || to === size) return;
      this.#world.emit({
        kind: 'scaled',
        at: now,
        consumer: name,
        from: size,
        to,
        backlogPerWorker: 0,
      });
      this.#invoker.scaleTo(to, 0);
    });
    return Math.min(FIRST_BATCHES, this.#settings.maximumConcurrency);
  }

  /** Stops an invocation whose batch takes longer than the function may. `isSame` tells whether it still runs that batch. */
  watch(worker: Pick<Worker, 'crash'>, isSame: () => boolean): void {
    this.#world.calendar.at(this.#world.calendar.now + this.#settings.timeout, (now) => {
      if (isSame()) worker.crash(now, 0);
    });
  }
}

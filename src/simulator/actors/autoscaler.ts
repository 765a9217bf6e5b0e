import type { Micros } from '../engine/time.ts';
import type { AutoscaleSettings } from '../settings/consumer.ts';
import type { ActorWorld } from './world.ts';

/** What an autoscaler asks of those it scales. */
export interface Scalable {
  readonly name: string;
  readonly size: number;
  scaleTo(size: number, startDelay: Micros): void;
}

/**
 * Target tracking on the backlog of each worker: so many workers that each has `target` waiting messages, within bounds, and
 * not again within the cooldown. A target is the longest wait that is acceptable divided by the time for one message.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html
 */
export class Autoscaler {
  readonly #settings: AutoscaleSettings;
  readonly #group: Scalable;
  /** What waits for them. */
  readonly #backlog: (now: Micros) => number;
  readonly #world: ActorWorld;
  #lastChange: Micros = Number.NEGATIVE_INFINITY;

  constructor(
    settings: AutoscaleSettings,
    group: Scalable,
    backlog: (now: Micros) => number,
    world: ActorWorld,
  ) {
    this.#settings = settings;
    this.#group = group;
    this.#backlog = backlog;
    this.#world = world;
  }

  start(): void {
    this.#world.repeat(this.#settings.every, (now) => this.#look(now));
  }

  #look(now: Micros): void {
    const { target, min, max, cooldownIn, cooldownOut, startDelay } = this.#settings;
    const from = this.#group.size;
    const backlog = this.#backlog(now);
    const to = Math.max(min, Math.min(max, Math.ceil(backlog / target)));
    const cooldown = to > from ? cooldownOut : cooldownIn;
    if (to === from || now - this.#lastChange < cooldown) return;
    this.#lastChange = now;
    this.#world.emit({
      kind: 'scaled',
      at: now,
      consumer: this.#group.name,
      from,
      to,
      backlogPerWorker: from === 0 ? backlog : backlog / from,
    });
    this.#group.scaleTo(to, startDelay);
  }
}

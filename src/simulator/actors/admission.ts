import type { Micros } from '../engine/time.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import type { Job } from './job.ts';
import { TokenBucket } from './token-bucket.ts';
import type { ActorWorld } from './world.ts';

/** Lets jobs begin: not faster than the rate limit allows, and not those that are too old to be of use. */
export class Admission {
  readonly #world: ActorWorld;
  readonly #limit: TokenBucket | undefined;
  readonly #tooOld: Micros;

  constructor({ limit, shedOlderThan }: ConsumerSettings, world: ActorWorld) {
    this.#world = world;
    this.#limit = limit && new TokenBucket(limit);
    this.#tooOld = shedOlderThan ?? Number.POSITIVE_INFINITY;
  }

  /** Calls back when the job may begin, unless it died while it waited. */
  admit(job: Job, begin: (isTooOld: boolean) => void): void {
    const now = this.#world.calendar.now;
    const at = this.#limit ? this.#limit.reserve(now) : now;
    if (at === now) {
      begin(this.#age(job, now) > this.#tooOld);
      return;
    }
    this.#world.calendar.at(at, () => {
      if (job.alive) begin(this.#age(job, at) > this.#tooOld);
    });
  }

  /** By the worker's own clock, which may be off. */
  #age(job: Job, now: Micros): Micros {
    return now + (this.#world.faults.lasting('skew', job.consumer)?.by ?? 0) - job.producedAt;
  }
}

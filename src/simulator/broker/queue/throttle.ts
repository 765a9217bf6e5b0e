import type { Micros } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { TokenBucket } from '../token-bucket.ts';
import type { QueueSettings } from './settings.ts';
import type { Action } from './teller.ts';

/** Groups whose buckets may be full again are looked for when so many are known. */
const MANY = 1_024;

/**
 * FIFO-13: so many calls a second of each action for the queue; in high-throughput mode for each group, under a total. A
 * second's worth may come at once.
 */
export class Throttle {
  readonly #buckets = new Map<string, TokenBucket>();
  #tidyAt = MANY;

  /** The refusal when this call is one too many. */
  call(now: Micros, action: Action, settings: QueueSettings): Refusal | undefined {
    if (!settings.throttled || !settings.fifo) return undefined;
    const limit = isHighThroughput(settings) ? LIMITS.fifoHighThroughputCalls : LIMITS.fifoCalls;
    return this.#take(now, action, limit.max);
  }

  /** The refusal when this call's part for a group is one too many. */
  group(
    now: Micros,
    action: Action,
    group: string | undefined,
    settings: QueueSettings,
  ): Refusal | undefined {
    if (!settings.throttled || !settings.fifo || !isHighThroughput(settings)) return undefined;
    return this.#take(now, `${action} ${group ?? ''}`, LIMITS.fifoCalls.max);
  }

  #take(now: Micros, name: string, rate: number): Refusal | undefined {
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      this.#tidy(now);
      bucket = new TokenBucket(rate, now);
      this.#buckets.set(name, bucket);
    }
    if (bucket.has(now, 1)) {
      bucket.take(1);
      return undefined;
    }
    return new Refusal('ThrottlingException', `Rate exceeded: ${rate} calls a second are allowed.`);
  }

  #tidy(now: Micros): void {
    if (this.#buckets.size < this.#tidyAt) return;
    for (const [name, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(name);
    this.#tidyAt = Math.max(MANY, this.#buckets.size * 2);
  }
}

function isHighThroughput(settings: QueueSettings): boolean {
  return (
    settings.deduplicationScope === 'messageGroup' &&
    settings.fifoThroughputLimit === 'perMessageGroupId'
  );
}

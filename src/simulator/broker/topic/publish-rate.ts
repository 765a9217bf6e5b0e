import type { Micros } from '../../engine/time.ts';
import { TokenBucket } from '../token-bucket.ts';
import { TOPIC_LIMITS } from './limits.ts';
import type { TopicSettings } from './settings.ts';

/** Groups' buckets that are kept before full ones are thrown away. */
const KEPT = 1_024;

/** SNSF-04: how many messages, and for a FIFO topic bytes, a topic takes a second. */
export class PublishRate {
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket | undefined;
  readonly #groups: Map<string, TokenBucket> | undefined;
  #sweepAt = KEPT;

  constructor(settings: TopicSettings) {
    const { publishRate, fifoPublishRate, fifoPublishBytes } = TOPIC_LIMITS;
    const isByTopic = settings.fifo && settings.fifoThroughputScope === 'Topic';
    this.#messages = new TokenBucket(isByTopic ? fifoPublishRate.max : publishRate.max, 0);
    this.#bytes = isByTopic ? new TokenBucket(fifoPublishBytes.max, 0) : undefined;
    this.#groups = settings.fifo && !isByTopic ? new Map() : undefined;
  }

  /** Whether one more message is allowed now; if so, it counts. */
  takes(now: Micros, bytes: number, group: string): boolean {
    const ofGroup = this.#groups && this.#bucketOf(now, group, this.#groups);
    const isAllowed =
      this.#messages.has(now, 1) &&
      (this.#bytes?.has(now, bytes) ?? true) &&
      (ofGroup?.has(now, 1) ?? true);
    if (!isAllowed) return false;
    this.#messages.take(1);
    this.#bytes?.take(bytes);
    ofGroup?.take(1);
    return true;
  }

  #bucketOf(now: Micros, group: string, groups: Map<string, TokenBucket>): TokenBucket {
    const known = groups.get(group);
    if (known) return known;
    if (groups.size >= this.#sweepAt) this.#sweep(now, groups);
    const bucket = new TokenBucket(TOPIC_LIMITS.fifoGroupPublishRate.max, now);
    groups.set(group, bucket);
    return bucket;
  }

  #sweep(now: Micros, groups: Map<string, TokenBucket>): void {
    for (const [group, bucket] of groups) if (bucket.isFull(now)) groups.delete(group);
    this.#sweepAt = Math.max(KEPT, 2 * groups.size);
  }
}

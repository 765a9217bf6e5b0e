import type { RandomStream } from '../engine/index.ts';
import type { Micros } from '../engine/time.ts';
import type { RetrySettings } from '../settings/producer.ts';

/**
 * How long to wait after the given number of failed attempts: exponential, capped, and with full jitter (a draw from nothing to
 * that) where asked for. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoff(
  { backoff: first, multiplier, max, jitter }: RetrySettings,
  failures: number,
  random: RandomStream,
): Micros {
  let wait = first;
  for (let failure = 1; failure < failures && wait < max; failure += 1) wait *= multiplier;
  wait = Math.min(wait, max);
  return Math.round(jitter ? wait * random.uniform() : wait);
}

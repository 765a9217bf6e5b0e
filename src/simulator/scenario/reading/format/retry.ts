import type { BreakerSettings, RetrySettings } from '../../../settings/producer.ts';
import { count, duration, number, span } from './amounts.ts';
import { followedBy, type Kind, required, Wrong, withDefault } from './kind.ts';
import { fields, trueOrFalse } from './map.ts';

/** How often and after which waits something is tried again. */
export const retry: Kind<RetrySettings> = followedBy(
  fields({
    attempts: withDefault(count(1, 1_000_000, 3), 3),
    backoff: withDefault(duration, '100ms'),
    multiplier: withDefault(number(1, '2'), 2),
    max: withDefault(duration, '20s'),
    jitter: withDefault(trueOrFalse, true),
  }),
  (read) =>
    read.backoff <= read.max
      ? read
      : new Wrong('let backoff be at most max, which is 20s when left out'),
);

export const breaker: Kind<BreakerSettings> = fields({
  failures: required(count(1, 1_000_000, 5)),
  openFor: required(span),
});

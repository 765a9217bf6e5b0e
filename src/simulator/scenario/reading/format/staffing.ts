import * as v from 'valibot';
import { SECOND } from '../../../engine/time.ts';
import type {
  AutoscaleSettings,
  ConsumerSettings,
  HeartbeatSettings,
  LambdaSettings,
} from '../../../settings/consumer.ts';
import { count, duration, number, seconds, span } from './amounts.ts';
import { followedBy, type Kind, never, readBy, required, Wrong, withDefault } from './kind.ts';
import { fields, isMap, oneOfForms, shortOrMap, trueOrFalse } from './map.ts';
import { retry } from './retry.ts';

export const heartbeat: Kind<HeartbeatSettings> = followedBy(
  fields({ every: required(span), extendTo: required(seconds(1, 43_200)) }),
  ({ every, extendTo }) => ({ every, extendToSeconds: extendTo }),
);

const cooldown = shortOrMap(
  followedBy(duration, (both) => ({ out: both, in: both })),
  fields({ out: required(duration), in: required(duration) }),
);

export const autoscale: Kind<AutoscaleSettings> = followedBy(
  fields({
    backlogPerWorker: required(number(0.001, '100')),
    min: withDefault(count(0, 100_000), 1),
    max: required(count(1, 100_000, 50)),
    every: withDefault(span, '60s'),
    cooldown: withDefault(cooldown, '60s'),
    startDelay: withDefault(duration, '0s'),
  }),
  (read): AutoscaleSettings | Wrong =>
    read.min > read.max
      ? new Wrong('let min be at most max')
      : {
          target: read.backlogPerWorker,
          min: read.min,
          max: read.max,
          every: read.every,
          cooldownOut: read.cooldown.out,
          cooldownIn: read.cooldown.in,
          startDelay: read.startDelay,
        },
);

export const lambda: Kind<LambdaSettings> = fields({
  maximumConcurrency: withDefault(count(2, 1_000, 10), 1_000),
  timeout: required(followedBy(seconds(1, 900), (whole) => whole * SECOND)),
  reportBatchItemFailures: withDefault(trueOrFalse, false),
});

type OnFailure = ConsumerSettings['onFailure'];

const leave = readBy((input): OnFailure | Wrong =>
  input === 'leave' ? input : new Wrong('write leave, or { showAfter: 5s }'),
);

/** The same wait after each failure. */
const always = followedBy(duration, (wait) => ({
  attempts: 1,
  backoff: wait,
  multiplier: 1,
  max: wait,
  jitter: false,
}));

const showAfter: Kind<OnFailure> = followedBy(
  oneOfForms({ showAfter: shortOrMap(always, retry) }, '{ showAfter: 5s }'),
  (wait) => ({ showAfter: wait }),
);

/** A priority queue among others would keep what it isn't given back. */
export const shownAgain: Kind<OnFailure> = v.lazy((input) =>
  isMap(input)
    ? showAfter
    : never(
        'write { showAfter: 5s }: a priority queue would never hand out again what is left to it',
      ),
);

export const onFailure: Kind<OnFailure> = v.lazy((input) => (isMap(input) ? showAfter : leave));

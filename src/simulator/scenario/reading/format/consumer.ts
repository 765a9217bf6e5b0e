import * as v from 'valibot';
import type { Duration } from '../../../settings/amounts.ts';
import type { ConsumerSettings, Step, SubscriptionSettings } from '../../../settings/consumer.ts';
import { count, span } from './amounts.ts';
import { drawnDuration, tokenBucket } from './drawn.ts';
import { group } from './group.ts';
import {
  followedBy,
  type Kind,
  never,
  onlyDefault,
  optional,
  required,
  textOf,
  Wrong,
  withDefault,
} from './kind.ts';
import { fields, isMap, listOf, oneOf, oneOrMore, trueOrFalse } from './map.ts';
import { isFifo, type Names, nameIn, PLACES, type Section, sectionOf } from './names.ts';
import { outOfPlace, type Reasons } from './out-of-place.ts';
import { subscription } from './push.ts';
import { visibilityTimeout, waitTime } from './queue.ts';
import { autoscale, heartbeat, lambda, onFailure, shownAgain } from './staffing.ts';
import { type Items, step } from './step.ts';

export interface Scene {
  readonly names: Names;
  readonly items: Items;
  /** Consumers that a topic's own list of subscriptions delivers to. */
  readonly subscribed: readonly string[];
}

/** A consumer. What it receives from decides which keys mean something. */
export function consumer(name: string, scene: Scene): Kind<ConsumerSettings> {
  return v.lazy((input) => {
    const places = sourcesOf(input).map((from) => sectionOf(scene.names, from, PLACES));
    const share = isMap(input) && input.share === true;
    const lambda = isMap(input) && 'lambda' in input;
    const reasons = outOfPlace({ places, share, lambda });
    const kind = consumerOn(places, reasons, scene.subscribed.includes(name), scene);
    return share && 'group' in input
      ? followedBy<ConsumerSettings, ConsumerSettings>(kind, notBoth)
      : kind;
  });
}

function notBoth(): Wrong {
  return new Wrong('remove group: a share group has no partitions to divide, and no positions');
}

function sourcesOf(input: unknown): string[] {
  const from = isMap(input) ? input.receivesFrom : undefined;
  return (Array.isArray(from) ? from : [from]).map(textOf);
}

function consumerOn(
  places: readonly (Section | undefined)[],
  reasons: Reasons,
  subscribed: boolean,
  scene: Scene,
): Kind<ConsumerSettings> {
  const { names } = scene;
  const [section] = places;
  const hasPriorities = places.includes('priorityQueues');
  const may = <Value>(key: keyof Reasons, kind: Kind<Value>): Kind<Value> =>
    reasons[key] === undefined ? kind : never(reasons[key]);
  const either = <Value>(
    key: keyof Reasons,
    kind: Kind<Value>,
    written: string | number | object,
  ): Kind<Value> =>
    reasons[key] === undefined
      ? withDefault(kind, written)
      : onlyDefault(kind, written, reasons[key]);
  const only = <Value>(place: Section, kind: Kind<Value>): Kind<Value> =>
    section === place || section === undefined
      ? kind
      : never(`remove it: it is for those who receive from ${place}`);
  const pushed = <Value>(kind: Kind<Value>): Kind<Value> =>
    subscribed ? never('move it to the topic’s subscription that names this consumer') : kind;
  const keys = fields({
    receivesFrom: required(sources(names)),
    count: either('count', count(0, 100_000), 1),
    concurrency: either('concurrency', count(1, 100_000), 1),
    batch: either('batch', count(1, places.includes('queues') ? 10 : 10_000, 10), 1),
    waitTime: either('waitTime', waitTime, '20s'),
    pollEvery: either('pollEvery', span, '1s'),
    visibilityTimeout: optional(
      may(
        'visibilityTimeout',
        hasPriorities ? visibilityTimeout : only('queues', visibilityTimeout),
      ),
    ),
    service: optional(drawnDuration),
    effect: optional(oneOrMore(step(names, scene.items), 'write a list of steps')),
    steps: optional(
      listOf(step(names, scene.items), 'write a list of steps, e.g. [{ work: 40ms }, delete]'),
    ),
    deletes: either('deletes', oneOf(['each', 'batch']), 'each'),
    onFailure: hasPriorities
      ? either('onFailure', shownAgain, { showAfter: '0s' })
      : either('onFailure', onFailure, 'leave'),
    heartbeat: optional(may('heartbeat', only('queues', heartbeat))),
    autoscale: optional(may('autoscale', autoscale)),
    lambda: optional(only('queues', lambda)),
    group:
      section === 'logs' ? withDefault(group(names), {}) : optional(only('logs', group(names))),
    share: optional(only('logs', trueOrFalse)),
    limit: optional(tokenBucket),
    shedOlderThan: optional(may('shedOlderThan', span)),
    protocol: optional(
      only('topics', pushed(oneOf(['lambda', 'http', 'sms', 'email', 'application']))),
    ),
    subscription: optional(only('topics', pushed(subscription(names)))),
  });
  return followedBy(keys, (read): ConsumerSettings | Wrong => {
    const steps = stepsOf(read);
    if (steps instanceof Wrong) return steps;
    const isPushed = section === 'topics' && !subscribed;
    return {
      receivesFrom: read.receivesFrom,
      count: read.count,
      concurrency: read.concurrency,
      batch: read.batch,
      waitTimeSeconds: read.waitTime,
      pollEvery: read.pollEvery,
      visibilityTimeoutSeconds: read.visibilityTimeout,
      steps,
      deletes: read.deletes,
      onFailure: read.onFailure,
      heartbeat: read.heartbeat,
      autoscale: read.autoscale,
      lambda: read.lambda,
      group: read.share ? undefined : read.group,
      share: read.share ?? false,
      limit: read.limit,
      shedOlderThan: read.shedOlderThan,
      protocol: isPushed ? (read.protocol ?? 'http') : undefined,
      subscription: isPushed ? (read.subscription ?? NO_FILTER) : undefined,
    };
  });
}

const NO_FILTER: SubscriptionSettings = {
  filterPolicy: undefined,
  filterPolicyScope: 'MessageAttributes',
  deadLetterQueue: undefined,
  retry: undefined,
  retries: true,
};

/** One place to receive from; or several queues, the first of which has priority. */
function sources(names: Names): Kind<string[]> {
  const place = nameIn(names, PLACES);
  return followedBy(oneOrMore(place, 'name a queue, a topic or a log'), (from) => {
    if (from.length === 0) return new Wrong('name at least one queue, topic or log');
    if (from.some((name) => isFifo(name) && names.topics.includes(name)))
      return new Wrong('put a queue between: a FIFO topic delivers to queues only');
    const queuesOnly = from.every((name) => sectionOf(names, name, ['queues', 'priorityQueues']));
    return from.length === 1 || queuesOnly
      ? from
      : new Wrong('name several queues, or a single topic or log: only queues are taken in turn');
  });
}

interface Recipe {
  readonly service?: Duration | undefined;
  readonly effect?: readonly Step[] | undefined;
  readonly steps?: readonly Step[] | undefined;
}

/** `service` and `effect` are short for steps that work, then have the effect, then delete. */
function stepsOf({ service, effect, steps }: Recipe): readonly Step[] | Wrong {
  if (steps && (service || effect))
    return new Wrong('write steps, or service and effect, which are short for them');
  if (steps) return steps;
  const work: Step[] = service ? [{ kind: 'work', time: service }] : [];
  return [...work, ...(effect ?? []), { kind: 'delete' }];
}

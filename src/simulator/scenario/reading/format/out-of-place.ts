import type { Section } from './names.ts';

/** How a consumer gets its messages. */
interface Receiving {
  /** The section of each place that it receives from; undefined for one that there isn't. */
  readonly places: readonly (Section | undefined)[];
  readonly share: boolean;
  readonly lambda: boolean;
}

export type Reasons = Readonly<
  Partial<
    Record<
      | 'count'
      | 'concurrency'
      | 'batch'
      | 'waitTime'
      | 'pollEvery'
      | 'visibilityTimeout'
      | 'deletes'
      | 'onFailure'
      | 'heartbeat'
      | 'autoscale'
      | 'shedOlderThan',
      string
    >
  >
>;

const ON_TOPIC: Reasons = {
  batch: 'remove it: a push brings one message',
  waitTime: 'remove it: the topic pushes, nobody waits for an answer',
  pollEvery: 'remove it: the topic pushes, nobody polls',
  deletes: 'remove it: each push is answered on its own',
  onFailure: 'remove it: the topic pushes again by itself; retries and deliveryPolicy say how',
  autoscale: 'remove it: a topic has no backlog to scale by; raise count',
  shedOlderThan: 'remove it: every push is worked on; put a queue between to shed',
};
const ON_LOG: Reasons = {
  concurrency: 'remove it: a worker takes record after record; raise count, and partitions with it',
  waitTime: 'remove it: new records wake a worker that waits for a log',
  deletes: 'remove it: records stay in a log; group: { commit } says when they are done',
  onFailure: 'remove it: a failed record is read again; group: { skipAfter } says how often',
};
const ON_SHARE: Reasons = {
  ...ON_LOG,
  pollEvery: 'remove it: new records wake the members of a share group',
  deletes: 'remove it: a share group acknowledges each record on its own',
  onFailure: 'remove it: a share group gives a failed record back at once',
};
const WITH_LAMBDA: Reasons = {
  count: 'remove it: Lambda itself decides how many run, up to maximumConcurrency',
  deletes: 'remove it: Lambda deletes what a batch has done when its invocation ends',
  autoscale: 'remove it: Lambda scales by itself, up to maximumConcurrency',
};
const ON_SEVERAL: Reasons = {
  waitTime:
    'remove it: who takes several queues in turn can’t wait for one; pollEvery is the pause',
};
const ON_PRIORITY: Reasons = {
  visibilityTimeout:
    'remove it: a priority queue keeps a message for its worker until that answers or is gone',
  onFailure: 'remove it: a priority queue gets a failed message back at once',
};
const WITH_PRIORITY: Reasons = {
  heartbeat: 'remove it: a priority queue hides nothing for a time that could be extended',
};

/** Keys that would do nothing, each with why and what to do instead. */
export function outOfPlace({ places, share, lambda }: Receiving): Reasons {
  const priorities = places.filter((place) => place === 'priorityQueues').length;
  const reasons: readonly (readonly [boolean, Reasons])[] = [
    [places.includes('topics'), ON_TOPIC],
    [places.includes('logs'), share ? ON_SHARE : ON_LOG],
    [lambda, WITH_LAMBDA],
    [places.length > 1, ON_SEVERAL],
    [priorities > 0, WITH_PRIORITY],
    [priorities > 0 && priorities === places.length, ON_PRIORITY],
  ];
  return Object.assign({}, ...reasons.map(([holds, all]) => (holds ? all : {})));
}

import { count, dollars, duration, rate, ratio, time } from './metric.ts';

/**
 * Every metric of a report, with its unit and what it is. The types of the report's parts are derived from these tables, so a
 * metric that is described and not measured, or the reverse, doesn't compile.
 */

/** Percentiles are by nearest rank: the smallest value that at least so many percent of the values don't exceed. */
const distribution = (of: string) => ({
  mean: duration(`${of}, on average`),
  p50: duration(`${of}, for half of them at most`),
  p90: duration(`${of}, for 90 in 100 at most`),
  p95: duration(`${of}, for 95 in 100 at most`),
  p99: duration(`${of}, for 99 in 100 at most`),
  max: duration(`${of}, at most`),
});

/** Means are weighted by time. `end` is the value when the run ended, or now, for an alarm. */
const level = (of: string) => ({
  mean: count(`${of}, on average over time`),
  max: count(`${of}, at most`),
  end: count(`${of}, at the end`),
});

/**
 * An accepted item is done, waiting, dead-lettered, lost, or shed by a consumer: these add up. An item can be accepted and
 * rejected: it was taken, and its producer gave up without ever hearing so.
 */
export const TOTALS = {
  produced: count('items that producers made'),
  accepted: count('items that a queue, topic, log or service took'),
  rejected: count('items whose producer gave up, also some that were taken if the answer got lost'),
  done: count('items that were worked off wherever they were meant to be'),
  waiting: count('items not finished at the end'),
  deadLettered: count('items that ended in a dead-letter queue'),
  shed: count('items thrown away on purpose, at the door or later'),
  lost: count('items that were accepted and that nobody worked off or has any more'),
  duplicates: count('effects on a store beyond the first for an item'),
  redeliveries: count('messages handed out again by queues'),
  oversold: count('units sold that were not there'),
  refused: count('reservations refused because stock was sold out'),
  orderViolations: count('items of a group or key done after a younger one'),
  latency: distribution('from produced to done'),
  throughput: rate('pieces of work done for the first time'),
};

export const QUEUE = {
  sent: count('messages stored'),
  received: count('messages handed out'),
  deleted: count('messages deleted'),
  expired: count('messages dropped when retention ended'),
  purged: count('messages purged'),
  deadLettered: count('messages moved to the dead-letter queue'),
  redriven: count('messages that a move task took out'),
  deduplicated: count('sends that added nothing, being repetitions'),
  redeliveries: count('messages handed out beyond the first time'),
  receives: count('receive calls'),
  emptyReceives: count('receive calls that gave nothing'),
  throttled: count('calls refused for their rate'),
  staleDeletes: count('deletes without effect: their handle was old'),
  depth: level('messages that are visible'),
  inFlight: level('messages received and not yet deleted'),
  delayed: level('messages whose delay is not over'),
  ageOfOldest: {
    max: duration('the longest that a message was in the queue'),
    end: duration('age of the oldest message at the end'),
  },
  wait: distribution('from sent to the first receive'),
};

export const SUBSCRIPTION = {
  delivered: count('messages delivered'),
  filteredOut: count('messages that the filter policy kept away'),
  retries: count('delivery attempts beyond the first'),
  givenUp: count('deliveries given up'),
  deadLettered: count('deliveries given up, kept in the dead-letter queue'),
  dropped: count('deliveries given up and gone'),
};

export const TOPIC = {
  published: count('messages published'),
  deduplicated: count('publishes that delivered nothing, being repetitions'),
  throttled: count('publishes refused for their rate'),
  ...SUBSCRIPTION,
};

export const LOG = {
  appended: count('records appended'),
  refused: count('appends refused'),
  deduplicated: count('repeated appends that added nothing'),
  deleted: count('records that log retention deleted'),
  skippedByReset: count('records that a reset of offsets passed over'),
  lag: {
    max: count('records not yet committed, of the group furthest behind, at most'),
    end: count('records not yet committed, of the group furthest behind, at the end'),
  },
};

export const GROUP = {
  lag: {
    max: count('records appended and not committed, at most'),
    end: count('records appended and not committed, at the end'),
  },
  rebalances: count('rebalances'),
  paused: duration('time in which some partition had no owner'),
  reprocessed: count('records worked on again'),
  commits: count('commits'),
};

export const PRODUCER = {
  produced: count('items made'),
  accepted: count('items taken'),
  rejected: count('items given up, also some that were taken if the answer got lost'),
  shed: count('items it refused to take on'),
  latency: distribution('from produced to done'),
};

export const CONSUMER = {
  done: count('pieces of work done'),
  repeated: count('pieces of work done again'),
  skipped: count('items found to be done already'),
  failed: count('pieces of work that failed'),
  shed: count('items thrown away for being too old'),
  crashes: count('workers that died, were down in an outage, or were stopped at lambda.timeout'),
  utilisation: ratio('part of the time that running workers were busy'),
  processor: ratio(
    'part of the time that running workers were busy themselves, waiting for no service',
  ),
  idle: duration('time that running workers were idle, added up'),
  workers: level('running workers'),
  latency: distribution('from produced to done'),
};

export const SERVICE = {
  calls: count('calls that reached it'),
  ok: count('calls that succeeded'),
  errors: count('calls that failed'),
  rejected: count('calls rejected at a full line'),
  rateLimited: count('calls above the rate limit'),
  timeouts: count('calls whose caller stopped waiting'),
  breakerOpen: count('calls that a circuit breaker held back'),
  availability: ratio('calls that succeeded, of those that reached it'),
  utilisation: ratio('part of the time that its servers worked, also for callers who had hung up'),
  latency: distribution('answers that succeeded'),
};

export const STORE = {
  applied: count('changes made'),
  refused: count('changes refused'),
  duplicates: count('effects beyond the first for an item'),
};

export const STOCK = count('stock left at the end');

export const ALARM = {
  rings: count('times that it rang'),
  firstAt: time('when it rang first'),
};

/** List prices without any free tier. */
export const COST = {
  dollars: dollars('the bill: sqs, sns and stores'),
  requests: count('requests on the bill of SQS and SNS'),
  sqs: dollars('SQS requests'),
  sns: dollars('SNS publishes and deliveries'),
  stores: dollars('writes to stores, as DynamoDB on demand bills them'),
  perMillion: dollars('the bill for a million items done'),
};

import { LIMITS } from '../../../src/simulator/broker/limits.ts';
import { DAY, HOUR, MILLISECOND, MINUTE, SECOND } from '../../../src/simulator/engine/time.ts';
import { PRICES } from '../../../src/simulator/observers/folds/prices.ts';
import { meanWait } from '../../simulator/oracles/formulas.ts';
import {
  asked,
  breaks,
  type Claim,
  changed,
  fact,
  holds,
  mended,
  near,
  said,
  up,
} from './claim.ts';

/** Words around a figure, which is the last one in them, and where it comes from: one claim, or several. */
export type Claims = Readonly<Record<string, Claim | readonly Claim[]>>;

const HOURS_A_MONTH = 24 * 30;
const MINUTES_A_MONTH = HOURS_A_MONTH * 60;
const FOR_ONE = PRICES.sqs.standard / 1e6;
const LIKE_TWO = said('a number of things that the sentence itself names');

/** Mean of a lognormal whose median and 99th percentile are given. */
function lognormalMean(p50: number, p99: number): number {
  const sigma = Math.log(p99 / p50) / 2.3263;
  return p50 * Math.exp(sigma ** 2 / 2);
}

/** A time that is the same in both runs, to the microsecond. */
function agreed(one: number, other: number): number {
  return Math.abs(one - other) < 1 ? one : Number.NaN;
}

const CAPACITY = 8 / lognormalMean(0.08, 0.3);

/** Each figure in a scenario's story that is none of its inputs. */
export const FIGURES: Readonly<Record<string, Claims>> = {
  'all-faults-at-once': {
    'three orders can never': 'deadLettered',
    'the three bad orders': 'deadLettered',
    'Four habits': LIKE_TWO,
  },
  'at-least-once': { '30 orders are booked twice': 'duplicates' },
  'at-most-once': {
    '17 orders are lost': 'lost',
    '30 orders are booked twice': mended('duplicates'),
  },
  'autoscaling-bad-target': {
    'due within two minutes': asked,
    '3,000 x 0.2 s = ten minutes': () => 3000 * 0.2 * SECOND,
    'almost nine minutes': 'latency.p50',
    'one in a hundred 17 minutes': 'latency.p99',
    'it gets to 10 workers': 'consumers.workers.workers.max',
    'where 20 were needed': mended('consumers.workers.workers.max'),
    '9 on average': mended('consumers.workers.workers.mean'),
    'instead of 5': 'consumers.workers.workers.mean',
    'for some time 20': mended('consumers.workers.workers.max'),
  },
  'autoscaling-good-target': {
    'may take two minutes': asked,
    '60 s / 0.2 s = 300': () => 60 / 0.2,
    'one to 20': 'consumers.workers.workers.max',
    'within 112 s': up('latency.p99'),
    'keeps ten of them busy': () => 50 * 0.2,
    'five minutes to start': breaks('consumers.workers.autoscale.startDelay', '5m'),
    'a cooldown of ten minutes': breaks('consumers.workers.autoscale.cooldown.out', '10m'),
  },
  backpressure: {
    'answer about 85': () => CAPACITY,
    'never holds more than 201': 'queues.requests.depth.max',
    '200 / 85 a second is 2.4 s': () => (200 / 85) * SECOND,
    'done within 2.8 s': up('latency.p99'),
    'One in five is turned away': ({ now }) => now('produced') / now('shed'),
    'the queue grows to 10,700': near(
      changed('producers.clients.shedAbove', '', 'queues.requests.depth.max'),
    ),
    'waiting to two minutes': changed('producers.clients.shedAbove', '', 'latency.max'),
  },
  'check-then-act': {
    '21 orders are booked twice': 'duplicates',
    'Then two workers': LIKE_TWO,
  },
  'competing-consumers': {
    'busy for 80 %': [
      () => 8 * 0.1,
      near('consumers.lone.utilisation', 0.03),
      near('consumers.team.utilisation', 0.03),
    ],
    'a factor of four': ({ now }) =>
      now('queues.single.wait.mean') / now('queues.shared.wait.mean'),
    '418 ms with one worker': 'queues.single.wait.mean',
    '109 ms': 'queues.shared.wait.mean',
    '400 ms (M/M/1)': () => meanWait(0.8, 1) * 100 * MILLISECOND,
    '108 ms (Erlang C)': () => meanWait(2.4, 3) * 100 * MILLISECOND,
  },
  'crash-before-delete': {
    'comes down to three': ({ fewestFaults }) => fewestFaults('queues.orders.deadLettered'),
  },
  'dead-letter-retention': {
    "two that can't be processed": 'queues.orders.deadLettered',
    'the two dead letters': 'queues.orders-dlq.expired',
    'have 6 hours left': () => 4 * DAY - 90 * HOUR,
    '14 days, the most': () => LIMITS.messageRetentionPeriodSeconds.max * SECOND,
  },
  'delayed-messages': {
    '600 s makes 600': () => 1 * 600,
    '647 at most': 'queues.reminders.delayed.max',
    '15 minutes at most': () => LIMITS.delaySeconds.max * SECOND,
    'tomorrow at nine': said('a time of day'),
  },
  'fair-queue-noisy-tenant': {
    'takes 4 minutes to work off': () => (2400 / (30 - 20)) * SECOND,
    'waits for up to 80 s': up('latency.max'),
    'One job in ten takes more than 37 s': 'latency.p90',
    'one in sixteen': ({ now }) => now('produced') / now('producers.noisy.produced'),
    'done within 3.3 s': up(mended('latency.p90')),
    'waits for up to 4 minutes': up(mended('latency.max')),
    '$0.10': () => PRICES.sqs.fair - PRICES.sqs.standard,
    'a million requests': said('what the price is for'),
    'the mean is 8.1 s': ['latency.mean', mended('latency.mean')],
  },
  'fifo-dedup-slow-consumer': {
    'one time in ten': () => 1 / 0.1,
    'all 44 repetitions': 'queues.payments.fifo.deduplicated',
    'for 5 minutes from the first send': fact('FIFO-02'),
    'Yet 13 of': 'duplicates',
    'of 373 payments': 'accepted',
  },
  'fifo-hot-group': {
    '100 ms for a change': () => (95 + 5) * MILLISECOND,
    'could do 100': () => 10 / 0.1,
    'gets 10 changes': () => 1 / 0.1,
    'idle for 80 %': ({ now }) => 1 - now('consumers.workers.utilisation'),
    '3,000 of its changes': [() => (15 - 10) * 600, near('queues.changes.fifo.depth.max')],
    'the last one for 5 minutes': 'latency.max',
    'less than 160 ms': up(mended('latency.p99')),
  },
  'fifo-topic-replay': {
    // The replay is a third delivery of each.
    'to two queues': ({ now }) =>
      now('topics.accounts.fifo.delivered') / now('topics.accounts.fifo.published') - 1,
    '136 changes are gone': 'consumers.balance-keeper.failed',
    'six minutes later': () => (26 - 20) * MINUTE,
    'gets 5,975 changes again': 'topics.accounts.fifo.published',
    'skips the 5,839': 'consumers.balance-keeper.skipped',
    'does the 136': ({ now }) =>
      now('topics.accounts.fifo.published') - now('consumers.balance-keeper.skipped'),
    '135 changes were made after': 'orderViolations',
    'Wait for five minutes': fact('FIFO-02'),
    'less than five minutes ago': fact('FIFO-02'),
    'Replayed in minute 22': breaks('actions.0.at', '22m'),
    '27 of the': changed('actions.0.at', '22m', 'lost'),
    'of the 136': 'consumers.balance-keeper.failed',
    '1 to 365 days': fact('SNSF-06'),
  },
  'filter-policies-with-a-gap': {
    'Its 583 orders': 'lost',
  },
  'filter-policy-on-body': { 'One order in ten': () => (1 + 9) / 1 },
  heartbeat: {
    '123 videos': 'produced',
    '220 times too often': changed('consumers.encoders.heartbeat', '', 'duplicates'),
    'busy for 98 %': changed('consumers.encoders.heartbeat', '', 'consumers.encoders.utilisation'),
    'Take 12 hours': fact('STD-08'),
    'more than 12 hours': fact('STD-08'),
  },
  'https-subscriber-outage': {
    'four times in all': () => 1 + 3,
    'three times more, about 20 s apart': fact('SNS-03'),
    '487 orders are lost': 'lost',
    'the first four minutes': () => 5 * MINUTE - 3 * 20 * SECOND,
    'for 23 days': fact('SNS-03'),
    'for 4 days more': ({ scenario }) =>
      (scenario.queues['partner-inbox']?.messageRetentionPeriodSeconds ?? Number.NaN) * SECOND,
    'five minutes late': mended('latency.max'),
    'more than a minute before': () => 3 * 20 * SECOND,
  },
  'hundred-million-notifications': {
    '100 million a day': () => 1157.4 * 86_400,
    '69,443 notifications': 'produced',
    'is three requests': ({ now }) => now('cost.requests') / now('produced'),
    'The minute costs $0.0833': 'cost.dollars',
    'A month of 30 days': () => HOURS_A_MONTH * HOUR,
    '43,200 minutes': () => MINUTES_A_MONTH * MINUTE,
    '$3,600 a month': ({ now }) => now('cost.dollars') * MINUTES_A_MONTH,
    '$3,599.60': () => (100e6 * 30 * 3 - 1e6) * FOR_ONE,
    'the first million free': said('the free tier, which the bill leaves out'),
    'says $1,200': ({ now }) => (now('cost.dollars') / 3) * MINUTES_A_MONTH,
    'for all three': LIKE_TWO,
    '$0.00833 a minute': mended('cost.dollars'),
    '$360 a month': (runs) => runs.mended('cost.dollars') * MINUTES_A_MONTH,
    'waits for nine others': () => 10 - 1,
    'within 311 ms': mended('latency.p99'),
    'instead of 92 ms': 'latency.p99',
  },
  'idle-workers-slow-database': {
    '5 / 0.1 s = 50': [() => 5 / 0.1, 'throughput'],
    'grows by ten a second': () => 60 - 50,
    'to 6,000 at the end': near('queues.orders.depth.max'),
    'Each call takes 390 ms': 'services.database.latency.p50',
    'of which 290': ({ now }) => now('services.database.latency.p50') / MILLISECOND - 100,
    '10 ms of every 400': ({ now }) => now('services.database.latency.p50') / MILLISECOND + 10,
    'with 40 the last order is as late, two minutes': [
      'latency.max',
      changed('consumers.workers.count', '40', 'latency.max'),
    ],
    'a call takes 790 ms': changed(
      'consumers.workers.count',
      '40',
      'services.database.latency.p50',
    ),
    'Ten connections do as well': holds('services.database.servers', '10'),
  },
  'kafka-brokers-lost': {
    'within half a second': up(() => (0.1 + 0.2) * SECOND),
    '1,810 payments are rejected': 'rejected',
    'about two minutes': () => 249 * 0.5 * SECOND,
    'more than half a minute late': mended('latency.p99'),
  },
  'kafka-commit-before-work': {
    'Four crashes': 'consumers.billing.crashes',
    'lose 42 payments': 'lost',
    '28 repetitions': mended('consumers.billing.skipped'),
    'every five seconds': fact('KFK-06'),
  },
  'kafka-exactly-once': {
    'Two holes': LIKE_TWO,
    'all 335 repetitions': 'logs.payments.deduplicated',
    'seven times here': 'consumers.billing.skipped',
    'the seven would be booked twice': changed(
      'consumers.billing.steps',
      '[{ work: 80ms }, { write: ledger }]',
      'duplicates',
    ),
  },
  'kafka-hot-partition': {
    'Sixty payments a second': () => 36 + 24,
    'could do 120': () => 6 / 0.05,
    'of the 60': () => 36 + 24,
    'that one can do 20': () => 1 / 0.05,
    '6,694 payments wait': [
      'groups.billing.lag.max',
      changed('consumers.billing.count', '12', 'groups.billing.lag.max'),
    ],
  },
  'kafka-poison-record': {
    'A hundred seconds in': () => (6000 / 60) * SECOND,
    '981 times': 'consumers.billing.failed',
    '4,982 payments, the bad one included': 'waiting',
    'The other five partitions': () => 6 - 1,
    'after three tries': mended('consumers.billing.failed'),
  },
  'kafka-producer-retries': {
    '225 payments are in the log twice': 'duplicates',
    'since Kafka 3.0': said('the release that made it the default'),
  },
  'kafka-rebalance-pause': {
    'Three times one of them is killed': 'consumers.billing.crashes',
    '45 seconds': fact('KFK-08'),
    'half a minute each time': ({ now }) =>
      now('groups.billing.paused') / now('consumers.billing.crashes'),
    'up to 1,622 payments': 'groups.billing.lag.max',
    '496 payments wait at most': mended('groups.billing.lag.max'),
    'since Kafka 4.0': said('the release that made the protocol ready'),
  },
  'kafka-replay-after-bug': {
    'swallows six payments': 'consumers.billing.failed',
    'All six are booked': ({ now }) => now('groups.billing.reprocessed') - now('duplicates'),
    '7,160 payments were read again': 'groups.billing.reprocessed',
    'the 7,154 that had been fine': 'duplicates',
  },
  'kafka-share-group': {
    'six or seven workers are busy': near(
      ({ now }) => 10 * now('consumers.resizers.utilisation'),
      0.1,
    ),
    'six workers would be idle': () => 10 - 4,
    'for 30 seconds': fact('KFK-15'),
    'waits for half a minute': 'latency.max',
    'After five deliveries': fact('KFK-15'),
    'since 4.2': fact('KFK-15'),
    'about a tenth of a second': near(() => lognormalMean(0.08, 0.4) * SECOND, 0.05),
  },
  'kafka-transactions': {
    'Workers die three times': 'consumers.convert.crashes',
    '103 payments are read again': 'groups.convert.reprocessed',
    '99 bookings are in the log twice': 'consumers.convert.repeated',
    'count 99 payments twice': 'stores.dashboard.duplicates',
    'its lag rises to 618': 'groups.accounting.lag.max',
    'never above 4': 'groups.live-figures.lag.max',
    'aborted after a minute': said('transaction.timeout.ms, as broker/log/transactions.ts has it'),
  },
  'load-shedding': {
    'answer about 85': () => CAPACITY,
    'gone away after 5 s': asked,
    'it grows to 10,700': near('queues.requests.depth.max'),
    'waits for up to two minutes': 'latency.max',
    'One request in five': (runs) => runs.mended('produced') / runs.mended('shed'),
    'within 3.3 s': up(mended('latency.p99')),
    'those 10,459': mended('shed'),
    'the answered ones wait for 3 s': mended('queues.requests.wait.p50'),
  },
  'long-polling-bill': {
    'Five jobs': 'produced',
    'with 180 receives': 'queues.jobs.receives',
    'instead of 36,003': ({ changed: run }) =>
      run([], 'short-polling-bill')('queues.jobs.receives'),
    '$0.000076 an hour': 'cost.dollars',
    'some 5 cents a month': ({ now }) => now('cost.dollars') * HOURS_A_MONTH,
    'instead of $10.37': ({ changed: run }) =>
      run([], 'short-polling-bill')('cost.dollars') * HOURS_A_MONTH,
    'done 50 ms later': 'latency.max',
  },
  'notification-system': {
    'what is left, 60 a second': () => 90 - 10 - 20,
    'within 0.6 s': up('queues.codes.wait.p99'),
    'says 429': said('the HTTP status for too many requests'),
    'after five and a half minutes': 'latency.max',
    'about five for each message': ({ now }) => now('cost.requests') / now('accepted'),
  },
  'notifications-one-queue': {
    'three and a half minutes': 'latency.max',
    'half a minute later': (runs) => runs.mended('latency.max') - runs.now('latency.max'),
    'within a second': up(mended('queues.notifications.wait.p99')),
  },
  'order-fan-out': {
    'lands in three queues': ({ now }) =>
      now('topics.orders.delivered') / now('topics.orders.published'),
    'nearly 6,000 messages': near('queues.warehouse.depth.max'),
    'oldest is five minutes old': 'queues.warehouse.ageOfOldest.max',
    'within half a second': [
      up('consumers.billing-workers.latency.p99'),
      up('consumers.mail-workers.latency.p99'),
    ],
    'for all three': LIKE_TWO,
  },
  'poison-message-with-dlq': {
    'It fails three times': ({ now }) => now('consumers.workers.failed') / now('deadLettered'),
    '11 of': 'deadLettered',
    'of 3,563 orders': 'accepted',
    '33 failed attempts': 'consumers.workers.failed',
    'within a minute of': ({ scenario }) => scenario.alarms['dead-letters']?.every ?? Number.NaN,
  },
  'poison-message-without-dlq': {
    'Among 3,563 orders': 'accepted',
    'four days old': 'queues.orders.ageOfOldest.max',
    '11,520 attempts': 'consumers.workers.failed',
    'received three times': fact('STD-18'),
    'its guide of 2023': said('the year of the source DG-SQS'),
  },
  'priority-queue': {
    'do 40 a second': () => 4 / 0.1,
    'Two jobs in three': ({ now }) => (2 * now('produced')) / now('producers.customers.produced'),
    'within 43 ms': 'queues.jobs.wait.p50',
    'the gaps at 20 a second': () => 40 - 20,
    'seven and a half minutes': 'latency.max',
    'the mean, 77 s': (runs) =>
      agreed(
        runs.now('latency.mean'),
        runs.changed([{ path: 'producers.customers.attributes.priority', value: '0' }])(
          'latency.mean',
        ),
      ),
    'would wait for a minute': changed(
      'producers.customers.attributes.priority',
      '0',
      'queues.jobs.wait.p50',
    ),
  },
  'push-overload': {
    'which takes 20 a second': () => 10 / 0.5,
    'three times more, 20 s apart': fact('SNS-03'),
    'tries three times': fact('SNS-03'),
    '3,794 of': 'lost',
    'of 8,943 orders are lost': 'produced',
    '25,167 calls': ({ now }) => now('topics.orders.published') + now('topics.orders.retries'),
    'out of 8,943 orders': 'produced',
    'up to four minutes': mended('latency.max'),
  },
  'push-without-queue': {
    '165 people': 'lost',
    'at most half a minute late': mended('latency.max'),
  },
  'queue-instead-of-chain': {
    'Not one of 30,002 orders': 'accepted',
    'through in half a second': 'latency.p50',
    'almost two minutes': 'latency.max',
    '4,513 buyers': ({ changed: run }) =>
      run(
        [{ path: 'faults', value: '[{ down: payments, at: 5m, for: 1m }]' }],
        'synchronous-chain',
      )('rejected'),
    '602 attempts': 'consumers.workers.failed',
    'less than a minute': up('latency.p99'),
  },
  'record-after-work': {
    'again: 32 times': 'duplicates',
    'Two writes': LIKE_TWO,
    'two wrong orders': LIKE_TWO,
  },
  'record-before-work': { '17 orders are lost': 'lost', 'any two steps': LIKE_TWO },
  'redrive-after-the-fix': {
    'minute 20': () => 10 * MINUTE + 10 * MINUTE,
    'a minute and a half': () => 3 * 30 * SECOND,
    'two orders that can never': 'queues.orders-dlq.depth.end',
    '1,092 in all': 'queues.orders-dlq.redriven',
    'Nine minutes later': ({ now }) => (now('queues.orders-dlq.redriven') / 2) * SECOND,
    '1,090 of them are done': ({ now }) =>
      now('queues.orders-dlq.redriven') - now('queues.orders-dlq.depth.end'),
    'about twenty minutes late': 'latency.p95',
    "The two that can't": 'queues.orders-dlq.depth.end',
    'at 500 a second': fact('STD-13'),
    'within three seconds': up(({ now }) => (now('queues.orders-dlq.redriven') / 500) * SECOND),
    'up to 76 s': changed('actions.0.rate', '', 'queues.orders.wait.max'),
    'waited 1.4 s at most': 'queues.orders.wait.max',
    'within a minute of': ({ scenario }) => scenario.alarms['dead-letters']?.every ?? Number.NaN,
  },
  'retry-storm': {
    'can do 50': () => 10 / 0.2,
    'up to 125 a second': () => 25 * 5,
    '12,186 of': 'rejected',
    'of 15,326 payments': 'produced',
    'only some 750': () => 30 * 25,
    '716 payments fail': mended('rejected'),
    '12,166 fail': changed(
      'producers.shops.retry',
      '{ attempts: 5, backoff: 500ms, max: 20s }',
      'rejected',
    ),
  },
  'saved-but-never-sent': {
    'Two writes': LIKE_TWO,
    '36 orders': 'lost',
    '26 more': ({ now }) => now('topics.requests.dropped') - now('lost'),
    'instead of two': LIKE_TWO,
  },
  'short-polling-bill': {
    'ten times a second': () => 1 / 0.1,
    'five jobs': 'produced',
    '36,003 receives': 'queues.jobs.receives',
    'At $0.40': () => PRICES.sqs.standard,
    'a million requests': said('what the price is for'),
    '$0.0144 an hour': 'cost.dollars',
    '$10.37': ({ now }) => now('cost.dollars') * HOURS_A_MONTH,
    'in 30 days': () => HOURS_A_MONTH * HOUR,
    'A hundred of them cost a thousand dollars': ({ now }) =>
      100 * now('cost.dollars') * HOURS_A_MONTH,
    '180 receives': mended('queues.jobs.receives'),
    'cost 5 cents': (runs) => runs.mended('queues.jobs.receives') * FOR_ONE * HOURS_A_MONTH,
    'a ratio of 200': (runs) =>
      runs.now('queues.jobs.receives') / runs.mended('queues.jobs.receives'),
    'to 1': said('what the ratio is to'),
  },
  'subscriber-away': {
    'on two ways': LIKE_TWO,
    '1,200 scores': 'lost',
    'behind by 1,271 scores': 'groups.archive.lag.max',
  },
  'synchronous-chain': {
    'Each of the five': () => 1 + 4,
    'promises 99.7 %': asked,
    'and half a second': asked,
    'Five of them in a row': () => 1 + 4,
    'up 0.999 to the fifth of the time: 99.5 %': [
      () => 0.999 ** 5,
      'services.checkout.availability',
    ],
    '155 of': 'rejected',
    'of 30,002 orders': 'produced',
    '99.8 %': mended('services.checkout.availability'),
    '0.22 s': mended('latency.p99'),
    'takes a second': near('latency.p99', 0.05),
  },
  'ticket-sale': {
    'about 100 calls': () => 1000 / 10,
    'allows 300': fact('FIFO-13'),
    'die six times': 'consumers.workers.crashes',
    '500 sold': 'stores.inventory.applied',
    'wait 0.2 s': 'latency.p50',
    'less than 10 s': up('latency.p99'),
    'With 30 s one in a hundred waits for half a minute': changed(
      'queues.ticket-orders.fifo.visibilityTimeout',
      '30s',
      'latency.p99',
    ),
    'a fifth of a second': 'latency.p50',
  },
  'ticket-sale-oversold': {
    '50,000 buyers': () => 1000 * 50,
    '517 seats are sold': 'stores.inventory.applied',
  },
  'ticket-sale-throttled': {
    'takes 300 calls': fact('FIFO-13'),
    '34,903 of': 'rejected',
    'of 50,202 buyers': 'produced',
    '3,000 messages a second': () => 300 * 10,
    'interview: 300 calls': fact('FIFO-13'),
  },
  'visibility-timeout-too-short': {
    'gets two mails': LIKE_TWO,
    '160 too many': 'duplicates',
    '698 reports': 'accepted',
  },
};

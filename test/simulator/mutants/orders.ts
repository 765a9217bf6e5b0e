import type { Base } from './mutant.ts';

/** Workers of a standard queue, as they should be: the effect and its note in one, deleted afterwards. */
export const ORDERS: Base = {
  text: `
runFor: 30s
queues:
  orders: { visibilityTimeout: 10s, redrive: { to: orders-dlq, maxReceiveCount: 15 } }
  orders-dlq: {}
stores: { booked: {}, ledger: {} }
producers:
  shop:
    sendsTo: orders
    arrivals: 10/s
    retry: { attempts: 100, backoff: 100ms, max: 1s }
consumers:
  workers:
    receivesFrom: orders
    count: 10
    steps:
      - work: { lognormal: { p50: 80ms, p99: 400ms } }
      - transaction: [{ claim: booked }, { write: ledger }]
      - delete
faults:
  - { crash: workers, chance: 1/50, when: during-work, for: 3s }
  - { crash: workers, chance: 1/50, when: before-effect, for: 3s }
  - { crash: workers, chance: 1/50, when: after-effect, for: 3s }
  - { crash: workers, chance: 1/50, when: before-delete, for: 3s }
  - { fail: workers, chance: 1/30 }
  - { pause: workers, chance: 1/20, for: 12s }
  - { duplicate: orders, chance: 1/50 }
  - { lose-response: workers, chance: 1/50 }
  - { lose-response: shop, chance: 1/100 }
  - { poison: shop, items: [shop-100] }
  - { down: orders, at: 15s, for: 5s }
checks:
  - { rejected: 0 }
  - { lost: 0 }
  - { waiting: 0 }
  - { duplicates: 0 }
  - { deadLettered: 1 }
  - { shed: 0 }
reaches:
  - redeliveries
  - queues.orders.staleDeletes
  - consumers.workers.crashes
  - consumers.workers.failed
  - consumers.workers.skipped
`,
  mutants: {
    'deletes before the work': {
      set: {
        'consumers.workers.steps':
          '[delete, { work: 80ms }, { transaction: [{ claim: booked }, { write: ledger }] }]',
      },
      fails: 'lost',
      caughtWithin: 1,
    },
    'notes it before the work': {
      set: {
        'consumers.workers.steps': '[{ claim: booked }, { work: 80ms }, { write: ledger }, delete]',
      },
      fails: 'lost',
      caughtWithin: 1,
    },
    'notes it and does it in two steps': {
      set: {
        'consumers.workers.steps': '[{ work: 80ms }, { claim: booked }, { write: ledger }, delete]',
      },
      fails: 'lost',
      caughtWithin: 2,
    },
    'checks, then acts, then notes it': {
      set: {
        'consumers.workers.steps':
          '[{ check: booked }, { work: 80ms }, { write: ledger }, { record: booked }, delete]',
      },
      fails: 'duplicates',
      caughtWithin: 1,
    },
    'checks, then acts, where nobody dies': {
      set: {
        'consumers.workers.steps':
          '[{ check: booked }, { work: 80ms }, { write: ledger }, { record: booked }, delete]',
        'queues.orders.nature': '{ duplicates: 1/4 }',
        faults: '[{ poison: shop, items: [shop-100] }]',
        reaches: '[redeliveries, consumers.workers.skipped]',
      },
      fails: 'duplicates',
      caughtWithin: 2,
    },
    'knows no repetitions': {
      set: { 'consumers.workers.steps': '[{ work: 80ms }, { write: ledger }, delete]' },
      fails: 'duplicates',
      caughtWithin: 1,
    },
    'forgets after a second what it did': {
      set: { 'stores.booked.expiresAfter': '1s' },
      fails: 'duplicates',
      caughtWithin: 1,
    },
    'tries for ever, without a dead-letter queue': {
      set: { 'queues.orders.redrive': '', reaches: '[redeliveries]' },
      fails: 'waiting',
      caughtWithin: 1,
    },
    'gives up at the first failure': {
      set: { 'queues.orders.redrive.maxReceiveCount': '1', reaches: '[deadLettered]' },
      fails: 'deadLettered',
      caughtWithin: 1,
    },
    'sends once, whatever the answer': {
      set: { 'producers.shop.retry': '' },
      fails: 'rejected',
      caughtWithin: 1,
    },
    'throws away what is older than five seconds': {
      set: { 'consumers.workers.shedOlderThan': '5s' },
      fails: 'shed',
      caughtWithin: 1,
    },
  },
};

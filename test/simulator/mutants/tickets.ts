import type { Base } from './mutant.ts';

/** Tickets by section, in order, from a stock that must not go below nothing. */
export const TICKETS: Base = {
  text: `
runFor: 40s
queues:
  tickets.fifo: { visibilityTimeout: 5s, redrive: { to: dead.fifo, maxReceiveCount: 15 } }
  dead.fifo: {}
  unordered: { visibilityTimeout: 5s, redrive: { to: dead, maxReceiveCount: 15 } }
  dead: {}
stores: { stock: { items: { concert: 293 }, latency: 20ms }, sold: {} }
producers:
  fans:
    sendsTo: tickets.fifo
    messageGroupId: "section-{1..20}"
    arrivals: { burst: { count: 600, at: 1s } }
    retry: { attempts: 100, backoff: 100ms, max: 1s }
    resendChance: 1/50
consumers:
  sellers:
    receivesFrom: tickets.fifo
    count: 25
    batch: 5
    steps:
      - work: 40ms
      - transaction: [{ claim: sold }, { reserve: { store: stock, how: conditional } }]
      - delete
faults:
  - { crash: sellers, chance: 1/100, when: during-work, for: 2s }
  - { crash: sellers, chance: 1/50, when: after-effect, for: 2s }
  - { lose-response: fans, chance: 1/50 }
checks:
  - { rejected: 0 }
  - { lost: 0 }
  - { waiting: 0 }
  - { duplicates: 0 }
  - { oversold: 0 }
  - { orderViolations: 0 }
  - { latency.p99: { below: 45s } }
reaches: [redeliveries, refused, consumers.sellers.crashes, consumers.sellers.skipped, queues.tickets.fifo.deduplicated]
`,
  mutants: {
    'reads the stock, then writes it': {
      set: {
        'consumers.sellers.steps':
          '[{ work: 40ms }, { reserve: { store: stock, how: read-then-write } }, delete]',
        reaches: '[redeliveries, refused]',
      },
      fails: 'oversold',
      caughtWithin: 1,
    },
    'sells again what comes again': {
      set: {
        'consumers.sellers.steps':
          '[{ work: 40ms }, { reserve: { store: stock, how: conditional } }, delete]',
        // Where plenty is left, a second ticket is really sold.
        'stores.stock.items.concert': '1000',
        reaches: '[redeliveries]',
      },
      fails: 'duplicates',
      caughtWithin: 1,
    },
    'puts what needs an order into a queue without': {
      set: {
        'producers.fans.sendsTo': 'unordered',
        'consumers.sellers.receivesFrom': 'unordered',
        reaches: '[redeliveries, refused]',
      },
      fails: 'orderViolations',
      caughtWithin: 1,
    },
    'has one group for everything': {
      set: { 'producers.fans.messageGroupId': 'concert' },
      fails: 'latency.p99',
      caughtWithin: 1,
    },
    'calls different orders the same': {
      set: { 'producers.fans.messageDeduplicationId': 'order-{1..50}' },
      fails: 'lost',
      caughtWithin: 1,
    },
    'tells orders apart by bodies that are equal': {
      set: {
        'queues.tickets.fifo.contentBasedDeduplication': 'true',
        'producers.fans.body': 'one ticket',
      },
      fails: 'lost',
      caughtWithin: 1,
    },
  },
};

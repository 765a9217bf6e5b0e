import type { Base } from './mutant.ts';

/** All who want the same seats wait in one group: nobody else sells while one of them reads and writes the stock. */
export const SEATS: Base = {
  text: `
runFor: 1m
queues: { requests.fifo: { visibilityTimeout: 5s } }
stores: { stock: { items: { seats: 100 }, latency: 50ms } }
producers:
  fans: { sendsTo: requests.fifo, messageGroupId: concert, arrivals: { burst: { count: 300, at: 1s } } }
consumers:
  sellers:
    receivesFrom: requests.fifo
    count: 10
    steps: [{ work: { exponential: 20ms } }, { reserve: stock }, delete]
faults:
  - { crash: sellers, chance: 1/30, when: during-work, for: 2s }
checks:
  - { oversold: 0 }
  - { lost: 0 }
  - { duplicates: 0 }
reaches: [refused, redeliveries, consumers.sellers.crashes]
`,
  mutants: {
    'gives each request a group of its own': {
      set: { 'producers.fans.messageGroupId': '"request-{n}"' },
      fails: 'oversold',
      caughtWithin: 1,
    },
  },
};

/** The same in a log: one key, one partition, one member of the group that sells. */
export const SEATS_IN_A_LOG: Base = {
  text: `
runFor: 1m
logs: { requests: { partitions: 6 } }
stores: { stock: { items: { seats: 100 }, latency: 50ms } }
producers:
  fans: { sendsTo: requests, key: concert, arrivals: { burst: { count: 300, at: 1s } } }
consumers:
  sellers:
    receivesFrom: requests
    count: 10
    group: { sessionTimeout: 6s }
    steps: [{ work: { exponential: 20ms } }, { reserve: stock }]
faults:
  - { crash: sellers, chance: 1/30, when: during-work, for: 2s }
checks:
  - { oversold: 0 }
  - { lost: 0 }
  - { duplicates: 0 }
reaches: [refused, groups.sellers.reprocessed, consumers.sellers.crashes]
`,
  mutants: {
    'gives each request a key of its own': {
      set: { 'producers.fans.key': '"request-{n}"' },
      fails: 'oversold',
      caughtWithin: 3,
    },
  },
};

import type { Base } from './mutant.ts';

/** From one log to another in transactions, and a reader who sees what is committed. */
export const BOOKINGS: Base = {
  text: `
runFor: 40s
logs: { orders: { partitions: 3 }, bookings: { partitions: 2 } }
stores: { ledger: {} }
producers:
  shop: { sendsTo: orders, key: "c{1..50}", arrivals: { constant: 10/s }, idempotent: true }
consumers:
  bookers:
    receivesFrom: orders
    count: 3
    batch: 10
    group: { commit: transaction, sessionTimeout: 6s }
    steps: [{ work: 20ms }, { send: bookings }]
  accountants:
    receivesFrom: bookings
    group: { isolation: read_committed }
    steps: [{ work: 5ms }, { write: ledger }]
faults:
  - { crash: bookers, chance: 1/50, when: during-work, for: 2s }
  - { crash: bookers, chance: 1/50, when: after-effect, for: 2s }
checks:
  - { lost: 0 }
  - { waiting: 0 }
  - { duplicates: 0 }
reaches: [groups.bookers.reprocessed, consumers.bookers.crashes]
`,
  mutants: {
    'commits apart from what it sends': {
      set: { 'consumers.bookers.group.commit': 'after' },
      fails: 'duplicates',
      caughtWithin: 1,
    },
    'reads what is not committed': {
      set: { 'consumers.accountants.group.isolation': 'read_uncommitted' },
      fails: 'duplicates',
      caughtWithin: 1,
    },
  },
};

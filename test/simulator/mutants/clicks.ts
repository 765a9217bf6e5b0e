import type { Base } from './mutant.ts';

/** A consumer group of a log that commits after the work. */
export const CLICKS: Base = {
  text: `
runFor: 1m
logs: { clicks: { partitions: 6, minInsyncReplicas: 2 } }
queues: { unreadable: {} }
stores: { counted: {}, totals: {} }
producers:
  browsers:
    sendsTo: clicks
    key: "visitor-{1..200}"
    arrivals: { constant: 10/s }
    count: 500
    idempotent: true
    retry: { attempts: 100, backoff: 100ms, max: 1s }
consumers:
  counters:
    receivesFrom: clicks
    count: 6
    batch: 20
    group: { sessionTimeout: 6s, skipAfter: 5, deadLetters: unreadable }
    steps:
      - work: 200ms
      - transaction: [{ claim: counted }, { write: totals }]
faults:
  - { crash: counters, chance: 1/200, when: during-work, for: 3s }
  - { crash: counters, chance: 1/50, when: after-effect, for: 3s }
  - { pause: counters, at: 20s, for: 15s }
  - { lose-response: browsers, chance: 1/20 }
  - { poison: browsers, items: [browsers-100] }
  - { down: clicks, at: 40s, for: 3s }
checks:
  - { rejected: 0 }
  - { lost: 0 }
  - { waiting: 0 }
  - { duplicates: 0 }
  - { deadLettered: 1 }
  - { logs.clicks.appended: 500 }
  - { groups.counters.reprocessed: { below: 220 } }
  - { groups.counters.lag.max: { below: 300 } }
reaches:
  - groups.counters.reprocessed
  - groups.counters.rebalances
  - consumers.counters.crashes
  - consumers.counters.skipped
  - logs.clicks.deduplicated
`,
  mutants: {
    'commits before the work': {
      set: { 'consumers.counters.group.commit': 'before' },
      fails: 'lost',
      caughtWithin: 1,
    },
    'commits by the clock, once a minute': {
      set: {
        'consumers.counters.group.commit': 'auto',
        'consumers.counters.group.autoCommitInterval': '1m',
      },
      fails: 'groups.counters.reprocessed',
      caughtWithin: 2,
    },
    'counts again what comes again': {
      set: { 'consumers.counters.steps': '[{ work: 200ms }, { write: totals }]' },
      fails: 'duplicates',
      caughtWithin: 1,
    },
    'stops at a record that nobody can read': {
      set: {
        'consumers.counters.group': '{ sessionTimeout: 6s }',
      },
      fails: 'waiting',
      caughtWithin: 1,
    },
    'appends again what was appended': {
      set: { 'producers.browsers.idempotent': 'false' },
      fails: 'logs.clicks.appended',
      caughtWithin: 1,
    },
    'has one key for everything': {
      set: { 'producers.browsers.key': 'visitor' },
      fails: 'groups.counters.lag.max',
      caughtWithin: 1,
    },
  },
};

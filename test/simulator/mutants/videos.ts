import type { Base } from './mutant.ts';

/** Work that takes longer than a message stays hidden, with a heartbeat. */
export const VIDEOS: Base = {
  text: `
runFor: 100s
queues:
  videos: { visibilityTimeout: 10s, redrive: { to: videos-dlq, maxReceiveCount: 6 } }
  videos-dlq: {}
stores: { encoded: {}, shelf: {} }
producers:
  cameras: { sendsTo: videos, arrivals: { constant: 1/s } }
consumers:
  encoders:
    receivesFrom: videos
    count: 60
    heartbeat: { every: 3s, extendTo: 10s }
    steps:
      - work: { uniform: { min: 12s, max: 25s } }
      - transaction: [{ claim: encoded }, { write: shelf }]
      - delete
faults:
  - { crash: encoders, chance: 1/20, for: 5s }
  - { crash: encoders, chance: 1/6, when: before-delete, for: 5s }
checks:
  - { lost: 0 }
  - { duplicates: 0 }
  - { queues.videos.deadLettered: 0 }
  - { queues.videos.staleDeletes: 0 }
reaches: [redeliveries, consumers.encoders.crashes, consumers.encoders.skipped]
`,
  mutants: {
    'works long without a heartbeat': {
      set: { 'consumers.encoders.heartbeat': '' },
      fails: 'queues.videos.deadLettered',
      caughtWithin: 1,
    },
    'has a heartbeat that beats too late': {
      set: { 'consumers.encoders.heartbeat': '{ every: 11s, extendTo: 10s }' },
      fails: 'queues.videos.staleDeletes',
      caughtWithin: 1,
    },
    'asks for too short a time': {
      set: { 'consumers.encoders.heartbeat': '{ every: 3s, extendTo: 2s }' },
      fails: 'queues.videos.staleDeletes',
      caughtWithin: 1,
    },
  },
};

import type { Base } from './mutant.ts';

/** Lambda that says which items of a batch failed. */
export const IMAGES: Base = {
  text: `
runFor: 1m
queues:
  images: { visibilityTimeout: 30s, redrive: { to: images-dlq, maxReceiveCount: 3 } }
  images-dlq: {}
stores: { resized: {}, thumbnails: {} }
producers:
  cameras: { sendsTo: images, arrivals: { burst: { count: 300, at: 1s } } }
consumers:
  resizers:
    receivesFrom: images
    batch: 10
    lambda: { timeout: 5s, maximumConcurrency: 4, reportBatchItemFailures: true }
    steps:
      - work: 100ms
      - transaction: [{ claim: resized }, { write: thumbnails }]
      - delete
faults:
  - { crash: resizers, at: [3s, 6s], for: 1s }
  - { poison: cameras, items: [cameras-100, cameras-300, cameras-200] }
checks:
  - { lost: 0 }
  - { duplicates: 0 }
  - { queues.images.deadLettered: 3 }
reaches: [redeliveries, deadLettered, consumers.resizers.crashes, consumers.resizers.failed]
`,
  mutants: {
    'sends a whole batch back for one that failed': {
      set: { 'consumers.resizers.lambda.reportBatchItemFailures': 'false' },
      fails: 'queues.images.deadLettered',
      caughtWithin: 1,
    },
    'does again what was done in a batch that came back': {
      set: {
        'consumers.resizers.lambda.reportBatchItemFailures': 'false',
        'consumers.resizers.steps': '[{ work: 100ms }, { write: thumbnails }, delete]',
      },
      fails: 'duplicates',
      caughtWithin: 1,
    },
    'stops in the middle of each batch': {
      set: { 'consumers.resizers.lambda.timeout': '1s', 'consumers.resizers.batch': '10' },
      fails: 'queues.images.deadLettered',
      caughtWithin: 1,
    },
  },
};

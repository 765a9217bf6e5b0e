import type { Base } from './mutant.ts';

/** A topic with a queue behind it and a push to a server that is down for a while. */
export const NEWS: Base = {
  text: `
runFor: 40s
topics:
  news:
    subscriptions:
      archive: { to: archive, filterPolicy: { kind: [story, picture] } }
queues:
  archive: { redrive: { to: dead, maxReceiveCount: 5 } }
  dead: {}
producers:
  editors:
    sendsTo: news
    arrivals: { constant: 5/s }
    attributes: { kind: { choose: { story: 3, picture: 1 } } }
consumers:
  librarians: { receivesFrom: archive, count: 2, service: 40ms }
  site:
    receivesFrom: news
    count: 20
    service: 40ms
    subscription:
      deadLetters: dead
      deliveryPolicy: { numRetries: 6, minDelayTarget: 1s, maxDelayTarget: 20s, backoffFunction: exponential }
faults:
  - { down: site, at: 15s, for: 10s }
  - { fail: site, chance: 1/50 }
checks:
  - { lost: 0 }
  - { waiting: 0 }
  - { deadLettered: 0 }
  - { consumers.librarians.done: 199 }
reaches: [topics.news.retries]
`,
  mutants: {
    'pushes once, and that was it': {
      set: {
        'consumers.site.subscription': '{ retries: false }',
        reaches: '[topics.news.givenUp]',
      },
      fails: 'lost',
      caughtWithin: 1,
    },
    'gives up before the outage is over': {
      set: {
        'consumers.site.subscription.deliveryPolicy':
          '{ numRetries: 2, minDelayTarget: 1s, maxDelayTarget: 2s }',
      },
      fails: 'deadLettered',
      caughtWithin: 1,
    },
    'filters by a word that nobody writes': {
      set: { 'topics.news.subscriptions.archive.filterPolicy': '{ kind: [Story, Picture] }' },
      fails: 'consumers.librarians.done',
      caughtWithin: 1,
    },
  },
};

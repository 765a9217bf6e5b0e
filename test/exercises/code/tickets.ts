/** Twenty tickets for forty buyers. */
export const TICKETS = `
runFor: 20s
queues: { buys: { visibilityTimeout: 30s } }
stores: { inventory: { items: { concert: 20 }, latency: 10ms }, sold: { latency: 10ms } }
producers: { buyers: { sendsTo: buys, arrivals: { burst: { count: 40, at: 1s } } } }
consumers:
  workers:
    receivesFrom: buys
    count: 5
    steps: [{ work: 50ms }, { reserve: inventory }, delete]
faults:
  - { crash: workers, chance: 1/40, when: after-effect, for: 2s }
  - { crash: workers, chance: 1/40, when: before-delete, for: 2s }
checks: [{ oversold: 0 }, { lost: 0 }, { waiting: 0 }, { duplicates: 0 }]
`;

/** Views of a page, each of which must be counted once. */
export const VIEWS = `
runFor: 20s
queues: { views: { visibilityTimeout: 30s } }
stores: { counts: { items: { page: 0 }, latency: 10ms } }
producers: { browsers: { sendsTo: views, arrivals: { burst: { count: 50, at: 1s } } } }
consumers:
  counters: { receivesFrom: views, count: 4, steps: [{ work: 20ms }, { write: counts }, delete] }
checks: [{ stores.counts.left.page: 50 }, { lost: 0 }]
`;

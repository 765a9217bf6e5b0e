/** A scenario of one's own that is quick and fails by its faults. */
export const MINE = `# Mine
runFor: 1m
queues: { orders: { visibilityTimeout: 5s } }
stores: { ledger: {} }
producers: { shop: { sendsTo: orders, arrivals: { constant: 2/s } } }
consumers: { workers: { receivesFrom: orders, count: 3, service: 100ms, effect: { write: ledger } } }
faults: [{ crash: workers, chance: 1/10, when: after-effect, for: 1s }]
checks: [{ duplicates: 0 }]
`;

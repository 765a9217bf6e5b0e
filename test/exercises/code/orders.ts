/** Orders that must each be booked exactly once, by workers that die at every moment. */
export const ORDERS = `
runFor: 30s
queues:
  orders: { visibilityTimeout: 10s, redrive: { to: orders-dlq, maxReceiveCount: 15 } }
  orders-dlq: {}
stores: { booked: { latency: 2ms }, ledger: { latency: 2ms } }
services: { payments: { latency: 20ms } }
producers:
  shop: { sendsTo: orders, arrivals: 5/s, retry: { attempts: 100, backoff: 100ms, max: 1s } }
consumers:
  workers:
    receivesFrom: orders
    count: 4
    steps: [{ work: { lognormal: { p50: 80ms, p99: 400ms } } }, { write: ledger }, delete]
faults:
  - { crash: workers, chance: 1/50, when: during-work, for: 3s }
  - { crash: workers, chance: 1/50, when: before-effect, for: 3s }
  - { crash: workers, chance: 1/50, when: after-effect, for: 3s }
  - { crash: workers, chance: 1/50, when: before-delete, for: 3s }
  - { crash: workers, chance: 1/50, when: after-delete, for: 3s }
  - { fail: workers, chance: 1/30 }
  - { pause: workers, chance: 1/20, for: 12s }
  - { duplicate: orders, chance: 1/50 }
  - { poison: shop, items: [shop-60] }
checks:
  - { lost: 0 }
  - { waiting: 0 }
  - { duplicates: 0 }
  - { deadLettered: 1 }
`;

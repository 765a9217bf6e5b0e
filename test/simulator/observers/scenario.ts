import type { ConsumerSettings } from '../../../src/simulator/settings/consumer.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';

/** One of everything, as far as observers look at it. */
export function scenario(changes: Partial<Scenario> = {}): Scenario {
  const queue = { fifo: false, redrivePolicy: { deadLetterQueue: 'dlq', maxReceiveCount: 2 } };
  const parts = {
    name: 'example',
    runFor: 60_000_000,
    queues: { orders: queue, dlq: { fifo: false, redrivePolicy: undefined } },
    priorityQueues: { urgent: { priorities: 3 } },
    topics: { news: { fifo: false, subscriptions: { mail: { endpoint: 'orders' } } } },
    logs: { 'clicks.v1': { partitions: 2 } },
    stores: { stock: { items: { 'concert.a': 2 }, latency: 0, expiresAfter: undefined } },
    services: { db: { servers: 1 } },
    producers: { buyers: { sendsTo: 'orders' } },
    consumers: { workers: worker('orders'), readers: worker('clicks.v1') },
    alarms: { deep: { metric: 'queues.orders.depth.end', above: 1, every: 1, periods: 2 } },
    faults: [],
    checks: [],
    reaches: [],
  };
  return { ...(parts as unknown as Scenario), ...changes };
}

function worker(source: string): ConsumerSettings {
  const steps = [{ kind: 'write', store: 'stock' }, { kind: 'delete' }];
  return { receivesFrom: [source], steps, share: false } as unknown as ConsumerSettings;
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { good, PLANT, wrong } from './reading.ts';

const guide = readFileSync(
  new URL('../../../../content/scenarios/README.md', import.meta.url),
  'utf8',
);

describe('the guide to the format', () => {
  it('begins with an example that is right', () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(guide) ?? [];
    expect(good(example).title).toBe('The ticket sale');
  });

  it.each([
    ['the top', 'x: 1\n'],
    ['a queue', 'queues: { orders: { x: 1 } }\n'],
    ['a queue’s nature', 'queues: { orders: { nature: { x: 1 } } }\n'],
    ['a topic', 'topics: { news: { x: 1 } }\n'],
    [
      'a subscription',
      'queues: { q: {} }\ntopics: { news: { subscriptions: { a: { to: q, x: 1 } } } }\n',
    ],
    [
      'a delivery policy',
      'services: { s: {} }\ntopics: { news: { subscriptions: { a: { to: s, deliveryPolicy: { x: 1 } } } } }\n',
    ],
    ['a log', 'logs: { clicks: { x: 1 } }\n'],
    ['a store', 'stores: { seen: { x: 1 } }\n'],
    ['a service', 'services: { db: { x: 1 } }\n'],
    ['a producer', PLANT.replace('arrivals: 20/s', 'arrivals: 20/s, x: 1')],
    ['a consumer', PLANT.replace('receivesFrom: orders', 'receivesFrom: orders, x: 1')],
    ['a group', PLANT.replace('receivesFrom: orders', 'receivesFrom: clicks, group: { x: 1 }')],
    [
      'a redrive',
      PLANT.replace('orders: {}', 'orders: { redrive: { to: orders-dlq } }').concat(
        'actions: [{ at: 1s, redrive: orders-dlq, x: 1 }]\n',
      ),
    ],
    ['a replay', `${PLANT}actions: [{ at: 1s, replay: seat-news.fifo, to: a, from: 0s, x: 1 }]\n`],
    ['a purge', `${PLANT}actions: [{ at: 1s, purge: orders, x: 1 }]\n`],
    ['an alarm', 'alarms: { a: { metric: lost, above: 1, x: 1 } }\n'],
  ])('names every key of %s', (_, text) => {
    const [, keys = ''] = /one of (.*?)\./.exec(wrong(text)[0] ?? '') ?? [];
    const missing = keys.split(', ').filter((key) => !new RegExp(`\\b${key}\\b`).test(guide));
    expect(keys).not.toBe('');
    expect(missing).toEqual([]);
  });
});

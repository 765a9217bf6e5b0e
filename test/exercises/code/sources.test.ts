import { describe, expect, it } from 'vitest';
import { findings, judged } from './judged.ts';

const PROGRAM = `export async function handle(message, { ledger, work, log }) {
  await work();
  await ledger.add('total', 1);
  await message.delete();
  log(message.id, message.body, message.key ?? '-', message.messageGroupId ?? '-', message.approximateReceiveCount);
}`;

/** Twenty items on their way to workers through something. */
function through(parts: string, consumer: string, producer = ''): string {
  return `
runFor: 30s
${parts}
stores: { ledger: { latency: 1ms } }
producers: { shop: { sendsTo: orders, arrivals: { constant: 10/s }, count: 20, body: "order {n}" ${producer} } }
consumers:
  workers:
    receivesFrom: orders
    steps: [{ work: 20ms }, { write: ledger }, delete]
    ${consumer}
checks: [{ done: 20 }, { lost: 0 }, { waiting: 0 }, { duplicates: 0 }]
`;
}

describe('a program gets what comes', () => {
  it.each([
    ['from a queue', through('queues: { orders: {} }', ''), 'shop-1 order 1 - - 1'],
    [
      'from a FIFO queue',
      through('queues: { orders: {} }', '', ', messageGroupId: "group-{n}"').replaceAll(
        / orders\b/g,
        ' orders.fifo',
      ),
      'shop-1 order 1 - group-1 1',
    ],
    [
      'from a log',
      through('logs: { orders: { partitions: 2 } }', '', ', key: "key-{n}"'),
      'shop-1 order 1 key-1 - 1',
    ],
    [
      'from a log, as one of a share group',
      through('logs: { orders: { partitions: 2 } }', 'share: true'),
      'shop-1 order 1 - - 1',
    ],
    [
      'from a topic that pushes',
      through('topics: { orders: {} }', 'protocol: lambda'),
      'shop-1 order 1 - - 1',
    ],
    [
      'by a poller of Lambda',
      through('queues: { orders: {} }', 'lambda: { timeout: 5s }'),
      'shop-1 order 1 - - 1',
    ],
  ])('%s', async (_, scenario, line) => {
    const verdict = await judged(scenario, 'workers', PROGRAM, 1);
    expect(findings(verdict)).toEqual([]);
    expect(verdict.lines[0]?.text).toBe(line);
  });

  it('and can send on what it has done', async () => {
    const scenario = `
runFor: 30s
queues: { orders: {}, parcels.fifo: {} }
producers: { shop: { sendsTo: orders, arrivals: { constant: 10/s }, count: 20 } }
consumers: { workers: { receivesFrom: orders, steps: [{ work: 20ms }, { send: parcels.fifo }, delete] } }
checks: [{ queues.parcels.fifo.sent: 20 }, { lost: 0 }]
`;
    const program = (group: string) => `export async function handle(message, given) {
  await given.work();
  await given['parcels.fifo'].send({ of: message.id }, { messageGroupId: ${group} });
  await message.delete();
}`;
    expect(findings(await judged(scenario, 'workers', program('message.id'), 2))).toEqual([]);
    const refused = await judged(scenario, 'workers', program("'a group'"), 1);
    expect(findings(refused)).toContain('queues.parcels.fifo.sent');
  });
});

import { describe, expect, it } from 'vitest';
import { findings, judged } from './judged.ts';

/** Orders of three customers, whose work fails now and then. */
const CHARGES = `
runFor: 20s
queues: { orders: { visibilityTimeout: 5s } }
stores: { charges: { latency: 5ms } }
producers: { shop: { sendsTo: orders, arrivals: { constant: 5/s }, count: 30, body: "customer-{1..3}" } }
consumers: { tellers: { receivesFrom: orders, count: 3, steps: [{ work: 50ms }, { write: charges }, delete] } }
faults: [{ fail: tellers, chance: 1/10 }]
checks: [{ lost: 0 }, { waiting: 0 }, { queues.orders.redeliveries: { atMost: 20 } }]
`;

function teller(body: string): string {
  return `export async function handle(message, { work, charges }) {\n${body}\n}`;
}

async function whyOf(body: string): Promise<readonly [metric: string | undefined, why: string]> {
  const { failure } = await judged(CHARGES, 'tellers', teller(body), 3);
  const why = failure?.story?.lines.find((line) => line.startsWith('Why: '));
  return [failure?.story?.check.metric, why ?? ''];
}

describe('a handler that ends without having done anything', () => {
  it('hasn’t done what another item’s entry kept it from', async () => {
    const [metric, why] = await whyOf(`
      await work();
      await charges.putIfAbsent(message.body, message.id);
      await message.delete();`);
    expect(metric).toBe('lost');
    expect(why).toContain('refused for what another item had written');
  });

  it('has done it when the entry is its own', async () => {
    const verdict = await judged(
      CHARGES,
      'tellers',
      teller(`
        await charges.putIfAbsent(message.id, message.body);
        await work();
        await charges.putIfAbsent(message.id, message.body);
        await message.delete();`),
      3,
    );
    expect(findings(verdict)).toEqual([]);
  });

  it('is told of the error that it swallowed', async () => {
    const [metric, why] = await whyOf(`
      await work().then(() => charges.put(message.id, 1)).catch(() => null);
      await message.delete();`);
    expect(metric).toBe('lost');
    expect(why).toContain('an error was swallowed');
  });

  it('is told that it must delete what it has done', async () => {
    const [metric, why] = await whyOf(`
      await work();
      await charges.put(message.id, 1);`);
    expect(metric).toBe('queues.orders.redeliveries');
    expect(why).toContain('the message was not deleted');
  });
});

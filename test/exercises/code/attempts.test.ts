import { expect, it } from 'vitest';
import { findings, judged } from './judged.ts';

const FAILING = `
runFor: 20s
queues: { orders: { visibilityTimeout: 1h } }
stores: { ledger: {} }
producers: { shop: { sendsTo: orders, arrivals: { constant: 5/s }, count: 50 } }
consumers: { workers: { receivesFrom: orders, count: 3, steps: [{ work: 20ms }, { write: ledger }, delete] } }
faults: [{ fail: workers, chance: 1/4 }]
checks: [{ lost: 0 }, { waiting: 0 }, { redeliveries: 0 }]
`;

it('may try its work again while it has the message in hand', async () => {
  const program = `export async function handle(message, { work, ledger, sleep }) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      break;
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(10);
    }
  }
  await ledger.put(message.id, true);
  await message.delete();
}`;
  expect(findings(await judged(FAILING, 'workers', program, 3))).toEqual([]);
});

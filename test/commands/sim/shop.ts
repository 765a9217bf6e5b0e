import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgram } from '../../../src/commands/program.ts';
import { type FakeHost, fakeHost } from '../../fixtures/fake-host.ts';

/** A shop whose messages come back while they are being worked on. */
export const SLOW_SHOP = `# The slow shop
# Work takes longer than messages stay hidden.
runFor: 1m
queues:
  orders: { visibilityTimeout: 2s }
stores:
  ledger: {}
producers:
  shop: { sendsTo: orders, arrivals: { constant: 1/s } }
consumers:
  workers: { receivesFrom: orders, count: 10, service: { uniform: { min: 1s, max: 3s } }, effect: { write: ledger } }
faults:
  - { crash: workers, at: 30s, for: 5s }
checks:
  - { duplicates: 0 }
  - { lost: 0 }
reaches: [done]
remedy: { queues.orders.visibilityTimeout: 30s }
`;

/** A machine with this scenario as `shop.yaml`. */
export function shopHost(text = SLOW_SHOP): FakeHost {
  const host = fakeHost();
  writeFileSync(join(host.cwd, 'shop.yaml'), text);
  return host;
}

/** Runs one command line; gives what was said, and the message when it was refused. */
export async function typed(
  host: FakeHost,
  ...args: string[]
): Promise<{ out: string; err: string; refused: string }> {
  let refused = '';
  try {
    await createProgram(host, 'test').parseAsync(args, { from: 'user' });
  } catch (error) {
    refused = error instanceof Error ? error.message : String(error);
  }
  return { ...host.said(), refused };
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fakeHost } from '../../fixtures/fake-host.ts';
import { SLOW_SHOP, typed } from './shop.ts';

async function checked(text: string): Promise<{ out: string; err: string }> {
  const host = fakeHost();
  mkdirSync(join(host.cwd, 'deck/scenarios'), { recursive: true });
  writeFileSync(join(host.cwd, 'deck/scenarios/shop.yaml'), text);
  return typed(host, 'check', 'deck');
}

it('a good scenario is counted', async () => {
  const { out, err } = await checked(SLOW_SHOP);
  expect(out).toBe('');
  expect(err).toContain('1 scenario: no problems');
});

it('a mistake in a scenario is told with its place', async () => {
  const { out } = await checked(SLOW_SHOP.replace('sendsTo: orders', 'sendsTo: order'));
  expect(out).toMatch(/^deck\/scenarios\/shop\.yaml:9:20: /);
});

it('a remedy that leads nowhere is told', async () => {
  const { out } = await checked(
    SLOW_SHOP.replace('remedy: { queues.orders', 'remedy: { queues.odrers'),
  );
  expect(out).toContain('its remedy doesn’t fit: queues.odrers.visibilityTimeout=30s');
  expect(out).toContain('orders');
});

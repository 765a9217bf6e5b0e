import { describe, expect, it } from 'vitest';
import { Shop, STANDARD } from './shop.ts';

const ALL = { maxNumberOfMessages: 10 };

function noisyShop(): Shop {
  const shop = new Shop({ q: STANDARD });
  for (let sent = 0; sent < 200; sent += 1) shop.send(0, { messageGroupId: 'noisy' });
  for (let taken = 0; taken < 30; taken += 1) shop.receive(0, { visibilityTimeoutSeconds: 1000 });
  return shop;
}

const groups = (shop: Shop, seconds: number) =>
  shop.receive(seconds, ALL).map((one) => one.messageGroupId);

describe('a fair queue', () => {
  it('STD-21: groups block neither each other nor themselves', () => {
    const shop = new Shop({ q: STANDARD });
    for (let sent = 0; sent < 4; sent += 1) shop.send(0, { messageGroupId: `t${sent % 2}` });
    expect(shop.receive(0)).toHaveLength(1);
    expect(groups(shop, 0)).toEqual(['t1', 't0', 't1']);
  });

  it('STD-21: messages of others come before those of a tenant with 30 and more than a tenth in flight', () => {
    const shop = noisyShop();
    shop.send(1, { messageGroupId: 'quiet' });
    shop.send(1);
    expect(groups(shop, 2).slice(0, 3)).toEqual(['quiet', undefined, 'noisy']);
  });

  it('STD-21: with 29 in flight nobody is noisy', () => {
    const shop = new Shop({ q: STANDARD });
    for (let sent = 0; sent < 50; sent += 1) shop.send(0, { messageGroupId: 'many' });
    for (let taken = 0; taken < 29; taken += 1) shop.receive(0);
    shop.send(1, { messageGroupId: 'quiet' });
    expect(groups(shop, 2)[0]).toBe('many');
  });

  it('STD-21: a tenant whose work took more than a tenth of the recent time is noisy', () => {
    const shop = new Shop({ q: STANDARD });
    for (let sent = 0; sent < 5; sent += 1) shop.send(0, { messageGroupId: 'slow' });
    const { receiptHandle } = shop.one(0);
    shop.queue().delete(shop.at(20), receiptHandle);
    shop.send(21, { messageGroupId: 'quiet' });
    expect(groups(shop, 22)[0]).toBe('quiet');
  });

  it('STD-21: nothing of a noisy tenant is lost, and it is served when nobody else is left', () => {
    const shop = noisyShop();
    let found = 0;
    for (let got = 1; got > 0; found += got) got = groups(shop, 1).length;
    expect(found).toBe(170);
    expect(shop.counts(1)).toEqual({ visible: 0, inFlight: 200, delayed: 0 });
  });

  it('STD-21: a tenant that sent nothing for five minutes is quiet again', () => {
    const shop = noisyShop();
    shop.receive(1);
    shop.send(299, { messageGroupId: 'quiet' });
    expect(groups(shop, 299.5)[0]).toBe('quiet');
    shop.send(299.6, { messageGroupId: 'quiet' });
    expect(groups(shop, 300)[0]).toBe('noisy');
  });
});

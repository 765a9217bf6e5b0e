import { describe, expect, it } from 'vitest';
import { clockFor } from '../../../src/simulator/observers/index.ts';
import { Witnesses } from '../../../src/simulator/observers/stories/witnesses.ts';

describe('the item that a story is about', () => {
  it('is, of what took long, the longest where the metric looks', () => {
    const witnesses = new Witnesses();
    witnesses.done('shop-1', 40, 'a', 'shop');
    witnesses.done('shop-2', 90, 'b', 'shop');
    witnesses.done('web-1', 60, 'a', 'web');
    witnesses.done('web-2', 20, 'a', 'web');
    const of = (metric: string) => witnesses.of('latency', metric);
    expect(of('latency.max')).toBe('shop-2');
    expect(of('consumers.a.latency.max')).toBe('web-1');
    expect(of('producers.shop.latency.p99')).toBe('shop-2');
    expect(of('producers.web.latency.p99')).toBe('web-1');
  });

  it('is, of those given up, one from the later half', () => {
    const witnesses = new Witnesses();
    for (let number = 1; number <= 100; number += 1)
      witnesses.see({
        kind: 'produce-failed',
        at: number,
        producer: 'shop',
        trace: `shop-${number}`,
        to: 'payments',
        code: 'timeout',
        attempts: 1,
      });
    expect(witnesses.of('rejected', 'rejected')).toBe('shop-64');
    expect(witnesses.of('rejected', 'producers.shop.rejected')).toBe('shop-64');
  });

  it.each([
    ['"Gift"', 'shop-2'],
    ['"book"', 'shop-1'],
  ])('is, of those filtered out, one that differs in case only: %s', (has, expected) => {
    const witnesses = new Witnesses();
    const texts = ['"toy"', has];
    for (const [place, text] of texts.entries())
      witnesses.see({
        kind: 'filtered-out',
        at: place,
        topic: 'orders',
        message: `m${place}`,
        trace: `shop-${place + 1}`,
        subscription: 'gifts',
        why: `its filter wants "kind" to be the text "gift", and it is the text ${text}`,
      });
    expect(witnesses.of('filteredOut', 'lost')).toBe(expected);
    expect(witnesses.of('filteredOut', 'topics.orders.subscriptions.gifts.delivered')).toBe(
      expected,
    );
  });
});

describe('the clock of a story', () => {
  it('tells hours where the last event is hours after the run', () => {
    expect(clockFor(60_000_000, 346_787_323_000)(346_787_323_000)).toBe('96:19:47');
  });
});

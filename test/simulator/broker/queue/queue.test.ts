import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../../src/simulator/broker/queue/index.ts';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import { FIFO, ids, Shop, STANDARD } from './shop.ts';

describe('a queue and its driver', () => {
  it('tells what was due while no timer rang, as of when it was due and in order', () => {
    const shop = new Shop({ q: { ...STANDARD, messageRetentionPeriodSeconds: 60 } });
    const queue = shop.queue();
    const answers: number[] = [];
    queue.send(0, { body: 'x' });
    queue.receive(SECOND, {}, () => undefined);
    queue.receive(2 * SECOND, { waitTimeSeconds: 20 }, (now) => answers.push(now / SECOND));
    queue.receive(3 * SECOND, { waitTimeSeconds: 20, maxNumberOfMessages: 2 }, (now) =>
      answers.push(now / SECOND),
    );
    queue.send(4 * SECOND, { body: 'y', delaySeconds: 17 });
    shop.events.length = 0;
    queue.counts(100 * SECOND);
    expect(answers).toEqual([21, 23]);
    expect(shop.events.map((event) => [event.kind, event.at / SECOND])).toEqual([
      ['appeared', 21],
      ['received', 21],
      ['queue-request', 21],
      ['queue-request', 23],
      ['appeared', 31],
      ['appeared', 51],
      ['expired', 60],
      ['expired', 64],
    ]);
  });

  it('never goes back in time when its driver does', () => {
    const shop = new Shop({ q: STANDARD });
    shop.queue().send(10 * SECOND, { body: 'x' });
    shop.queue().send(5 * SECOND, { body: 'y' });
    expect(shop.kinds('sent').map((event) => event.at)).toEqual([10 * SECOND, 10 * SECOND]);
  });

  it('may be asked again from within an answer', () => {
    const shop = new Shop({ q: STANDARD });
    const got: string[] = [];
    const again = (now: number, found: unknown): void => {
      const deliveries = found as Delivery[];
      got.push(...ids(deliveries));
      for (const one of deliveries) shop.queue().delete(now, one.receiptHandle);
      if (deliveries.length > 0) shop.queue().receive(now, { waitTimeSeconds: 5 }, again);
    };
    shop.queue().receive(0, { waitTimeSeconds: 20 }, again);
    shop.queue().sendBatch(shop.at(1), Array(3).fill({ body: 'x' }));
    shop.send(2);
    shop.at(100);
    expect(got).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(shop.counts(100)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it.each([STANDARD, FIFO])(
    'shows everything in flight at once when told to redeliver',
    (settings) => {
      const shop = new Shop({ q: settings });
      const fifo = settings.fifo ? { messageGroupId: 'g' } : {};
      for (const id of ['a', 'b'])
        shop.send(0, { ...fifo, ...(settings.fifo && { messageDeduplicationId: id }) });
      expect(shop.receive(1, { maxNumberOfMessages: 2 })).toHaveLength(2);
      shop.queue().redeliver(shop.at(2));
      expect(shop.kinds('appeared')).toMatchObject([{ because: 'released' }, { at: 2 * SECOND }]);
      expect(ids(shop.receive(2, { maxNumberOfMessages: 2 }))).toEqual(['m1', 'm2']);
      shop.at(31);
      expect(shop.kinds('appeared')).toHaveLength(2);
    },
  );

  it('STD-12: what is too old for the dead-letter queue expires there before anyone gets it', () => {
    const shop = new Shop({
      q: { ...STANDARD, redrivePolicy: { deadLetterQueue: 'dlq', maxReceiveCount: 1 } },
      dlq: { ...STANDARD, messageRetentionPeriodSeconds: 60 },
    });
    shop.send(0);
    shop.send(1);
    shop.receive(1, { maxNumberOfMessages: 2 });
    const seen: unknown[] = [];
    shop
      .queue('dlq')
      .receive(shop.at(60), { waitTimeSeconds: 10 }, (now, found) =>
        seen.push(now / SECOND, found),
      );
    shop.receive(62, { maxNumberOfMessages: 2 });
    shop.at(100);
    expect(seen).toEqual([70, []]);
    expect(shop.kinds('expired')).toMatchObject([{ at: 62 * SECOND }, { at: 62 * SECOND }]);
  });

  describe('whose driver is late, and from which messages move', () => {
    const late = () => {
      const shop = new Shop({
        q: { ...STANDARD, redrivePolicy: { deadLetterQueue: 'dlq', maxReceiveCount: 1 } },
        dlq: STANDARD,
      });
      const answers: unknown[] = [];
      const poll = (name: string, seconds: number) =>
        shop.queue(name).receive(0, { waitTimeSeconds: seconds }, (now, found) => {
          answers.push([name, now / SECOND, ids(found as Delivery[])]);
        });
      return { shop, answers, poll };
    };

    it('STD-09: a dead letter is not for those whose wait was over before it came', () => {
      const { shop, answers, poll } = late();
      shop.queue().send(0, { body: 'x' });
      shop.queue().receive(0, {}, () => undefined);
      poll('dlq', 10);
      shop.queue().receive(40 * SECOND, {}, () => undefined);
      expect(answers).toEqual([['dlq', 10, []]]);
      expect(shop.kinds('dead-lettered')).toMatchObject([{ at: 40 * SECOND }]);
      expect(shop.queue('dlq').counts(40 * SECOND).visible).toBe(1);
    });

    it('STD-09: a dead letter that a long poll left is for those who still waited then', () => {
      const { shop, answers, poll } = late();
      shop.queue().send(0, { body: 'x' });
      shop.queue().receive(0, { visibilityTimeoutSeconds: 12 }, () => undefined);
      poll('dlq', 10);
      poll('dlq', 15);
      poll('q', 20);
      shop.queue().counts(40 * SECOND);
      expect(answers).toEqual([
        ['dlq', 10, []],
        ['dlq', 12, ['m1']],
        ['q', 20, []],
      ]);
    });

    it('STD-13: what a task moves is not for those whose wait was over before it came', () => {
      const { shop, answers, poll } = late();
      const dead = shop.queue('dlq');
      dead.send(0, { body: 'x' });
      dead.send(0, { body: 'y' });
      poll('q', 1);
      poll('q', 3);
      dead.startMoveTask(2 * SECOND, { to: 'q', maxNumberOfMessagesPerSecond: 1 });
      dead.counts(10 * SECOND);
      expect(answers).toEqual([
        ['q', 1, []],
        ['q', 2, ['m3']],
      ]);
      expect(shop.kinds('redriven')).toMatchObject([{ at: 2 * SECOND }, { at: 3 * SECOND }]);
    });
  });

  it('holds no more timers than it needs, however many messages pass', () => {
    const shop = new Shop({ q: STANDARD });
    for (let second = 0; second < 1000; second += 1) {
      shop.send(second);
      shop.queue().delete(shop.at(second), shop.one(second).receiptHandle);
    }
    expect(shop.calendar.processed).toBeLessThan(50);
  });
});

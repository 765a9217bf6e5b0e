import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/simulator/broker/limits.ts';
import {
  DEFAULT_QUEUE_SETTINGS,
  type Delivery,
} from '../../../../src/simulator/broker/queue/index.ts';
import { Refusal } from '../../../../src/simulator/broker/refusal.ts';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import { codeOf, ids, Shop, STANDARD } from './shop.ts';

const dead = (maxReceiveCount: number) => ({
  q: { ...STANDARD, redrivePolicy: { deadLetterQueue: 'dlq', maxReceiveCount } },
  dlq: STANDARD,
});

describe('a standard queue', () => {
  it.each([
    { queueDelay: 0, delaySeconds: 900, seconds: 900 },
    { queueDelay: 5, delaySeconds: undefined, seconds: 5 },
    { queueDelay: 5, delaySeconds: 2, seconds: 2 },
  ])(
    'STD-01: a message sent with delay $delaySeconds to a queue with $queueDelay appears after $seconds s',
    ({ queueDelay, delaySeconds, seconds }) => {
      const shop = new Shop({ q: { ...STANDARD, delaySeconds: queueDelay } });
      shop.send(10, { delaySeconds });
      expect(shop.counts(10)).toEqual({ visible: 0, inFlight: 0, delayed: 1 });
      expect(shop.receive(10 + seconds - 0.000_001)).toEqual([]);
      expect(shop.receive(10 + seconds)).toHaveLength(1);
      expect(shop.kinds('appeared')).toMatchObject([
        { at: (10 + seconds) * SECOND, because: 'delay-over', receiveCount: 0 },
      ]);
    },
  );

  it('STD-01: a delay of more than 900 seconds is refused', () => {
    const shop = new Shop({ q: STANDARD });
    expect(codeOf(shop.queue().send(0, { body: 'x', delaySeconds: 901 }))).toBe(
      'InvalidParameterValue',
    );
  });

  it('STD-02: a receive returns what is visible and never more than was asked for', () => {
    const shop = new Shop({ q: STANDARD });
    for (let sent = 0; sent < 15; sent += 1) shop.send(0);
    expect(shop.receive(1)).toHaveLength(1);
    expect(shop.receive(1, { maxNumberOfMessages: 10 })).toHaveLength(10);
    expect(shop.receive(1, { maxNumberOfMessages: 10 })).toHaveLength(4);
    expect(shop.receive(1, { maxNumberOfMessages: 10 })).toEqual([]);
    expect(() => shop.receive(1, { maxNumberOfMessages: 11 })).toThrow('InvalidParameterValue');
    expect(() => shop.receive(1, { maxNumberOfMessages: 0 })).toThrow('InvalidParameterValue');
  });

  it.each([
    { asked: undefined, seconds: 30 },
    { asked: 7, seconds: 7 },
  ])('STD-03: a returned message is hidden for $seconds s', ({ asked, seconds }) => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    expect(shop.one(3, { visibilityTimeoutSeconds: asked }).hiddenUntil).toBe(
      (3 + seconds) * SECOND,
    );
    expect(shop.receive(3 + seconds - 0.000_001)).toEqual([]);
    expect(shop.receive(3 + seconds)).toHaveLength(1);
  });

  it('STD-03: a visibility timeout of 0 leaves the message visible at once', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    const all = { visibilityTimeoutSeconds: 0, maxNumberOfMessages: 10 };
    expect(shop.receive(1, all)).toHaveLength(1);
    expect(shop.counts(1)).toEqual({ visible: 1, inFlight: 0, delayed: 0 });
    expect(shop.one(1, all).approximateReceiveCount).toBe(2);
  });

  it('STD-04: at the end of the timeout it is visible again, and nothing else happens', () => {
    const shop = new Shop(dead(1));
    const id = shop.send(0);
    shop.receive(1);
    shop.events.length = 0;
    shop.at(1000);
    expect(shop.events).toMatchObject([
      {
        kind: 'appeared',
        at: 31 * SECOND,
        message: id,
        because: 'visibility-timeout',
        receiveCount: 1,
      },
    ]);
  });

  it('STD-05: the receive count is 1 at first and rises with each receive, and only then', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    const first = shop.one(0);
    expect(first.approximateReceiveCount).toBe(1);
    shop.queue().changeVisibility(shop.at(1), first.receiptHandle, 100);
    shop.queue().changeVisibility(shop.at(2), first.receiptHandle, 0);
    const second = shop.one(50);
    expect(second).toMatchObject({ approximateReceiveCount: 2, firstReceivedAt: 0 });
  });

  it('STD-06: the newest handle deletes; an older one succeeds and deletes nothing', () => {
    const shop = new Shop({ q: STANDARD });
    const id = shop.send(0, { traceHeader: 'order/17' });
    const old = shop.one(0);
    const newest = shop.one(31);
    expect(newest.receiptHandle).not.toBe(old.receiptHandle);
    expect(shop.queue().delete(shop.at(32), old.receiptHandle, 'slow')).toBeUndefined();
    expect(shop.counts(32).inFlight).toBe(1);
    expect(shop.queue().delete(shop.at(33), newest.receiptHandle)).toBeUndefined();
    expect(shop.counts(33)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(shop.queue().delete(shop.at(34), old.receiptHandle, 'slow')).toBeUndefined();
    const late = { kind: 'delete-ineffective', message: id, trace: 'order/17', refused: false };
    expect(shop.kinds('delete-ineffective')).toMatchObject([late, late]);
  });

  it('STD-06: a delivery stands for its handle, and only in the queue that it is of', () => {
    const shop = new Shop({ q: STANDARD, other: STANDARD });
    shop.send(0);
    const old = shop.one(0);
    const newest = shop.one(31);
    expect(codeOf(shop.queue('other').delete(shop.at(32), newest))).toBe('ReceiptHandleIsInvalid');
    expect(codeOf(shop.queue().changeVisibility(shop.at(32), old, 60))).toBe('MessageNotInflight');
    expect(shop.queue().delete(shop.at(32), old)).toBeUndefined();
    expect(shop.counts(32).inFlight).toBe(1);
    expect(shop.queue().deleteBatch(shop.at(33), [newest])).toEqual([undefined]);
    expect(shop.counts(33)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    const { receiptHandle } = newest;
    expect(shop.queue().delete(shop.at(34), receiptHandle)).toBeUndefined();
    expect(shop.queue().delete(shop.at(34), newest)).toBeUndefined();
    expect(shop.kinds('delete-ineffective')).toHaveLength(3);
  });

  it('STD-06: a delete after the timeout works if nobody received the message since', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    const { receiptHandle } = shop.one(0);
    expect(shop.counts(40).visible).toBe(1);
    expect(shop.queue().delete(shop.at(40), receiptHandle)).toBeUndefined();
    expect(shop.counts(40).visible).toBe(0);
    expect(shop.receive(41)).toEqual([]);
  });

  it.each(['', 'q', 'q/', 'q/1', 'q/x/1/0/m1/', 'dlq/1/1/30000000/m1/'])(
    'STD-06: the handle %j, which this queue never gave, is refused',
    (handle) => {
      const shop = new Shop({ q: STANDARD });
      shop.send(0);
      shop.receive(0);
      expect(codeOf(shop.queue().delete(1, handle))).toBe('ReceiptHandleIsInvalid');
      expect(codeOf(shop.queue().changeVisibility(1, handle, 5))).toBe('ReceiptHandleIsInvalid');
      expect(shop.counts(1).inFlight).toBe(1);
    },
  );

  it('STD-07: a changed timeout counts from now, for this receipt only', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    const { receiptHandle } = shop.one(0);
    shop.queue().changeVisibility(shop.at(20), receiptHandle, 60);
    expect(shop.receive(79)).toEqual([]);
    expect(shop.one(80).hiddenUntil).toBe(110 * SECOND);
    expect(codeOf(shop.queue().changeVisibility(shop.at(81), receiptHandle, 60))).toBe(
      'MessageNotInflight',
    );
    expect(shop.receive(110)).toHaveLength(1);
  });

  it('STD-07: changed to 0 seconds, the message is visible at once', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    const { receiptHandle } = shop.one(0);
    shop.queue().changeVisibility(shop.at(5), receiptHandle, 0, 'w');
    expect(shop.kinds('visibility-changed', 'appeared')).toMatchObject([
      { kind: 'visibility-changed', hiddenUntil: 5 * SECOND, by: 'w' },
      { kind: 'appeared', because: 'released' },
    ]);
    expect(shop.receive(5)).toHaveLength(1);
  });

  it('STD-08: 12 hours are counted from the receive, and more is refused, not cut', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    const { receiptHandle } = shop.one(0);
    const change = (at: number, seconds: number) =>
      codeOf(shop.queue().changeVisibility(shop.at(at), receiptHandle, seconds));
    expect(change(10, 43_191)).toBe('InvalidParameterValue');
    expect(change(10, 43_190)).toBeUndefined();
    expect(change(43_199, 2)).toBe('InvalidParameterValue');
    expect(shop.receive(43_199)).toEqual([]);
    expect(shop.receive(43_200)).toHaveLength(1);
  });

  it.each([1, 2, 5])(
    'STD-09: with a maxReceiveCount of %i the receive that would exceed it moves the message instead',
    (maxReceiveCount) => {
      const shop = new Shop(dead(maxReceiveCount));
      const id = shop.send(0);
      for (let receive = 0; receive < maxReceiveCount; receive += 1)
        expect(ids(shop.receive(receive * 31))).toEqual([id]);
      const end = maxReceiveCount * 31;
      expect(shop.counts(end, 'dlq').visible).toBe(0);
      expect(shop.receive(end)).toEqual([]);
      expect(shop.counts(end)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
      expect(shop.counts(end, 'dlq').visible).toBe(1);
      expect(shop.kinds('dead-lettered')).toMatchObject([
        { message: id, queue: 'q', to: 'dlq', receiveCount: maxReceiveCount },
      ]);
    },
  );

  it('STD-09: the moving receive goes on to what it may return', () => {
    const shop = new Shop(dead(1));
    shop.send(0);
    shop.receive(0);
    const second = shop.send(31);
    expect(ids(shop.receive(31, { maxNumberOfMessages: 1 }))).toEqual([second]);
    expect(shop.counts(31, 'dlq').visible).toBe(1);
  });

  it('STD-09: a message that is moved answers whoever waits at the dead-letter queue', () => {
    const shop = new Shop(dead(1));
    shop.send(0);
    shop.receive(0);
    const seen: unknown[] = [];
    shop.queue('dlq').receive(shop.at(20), { waitTimeSeconds: 20 }, (now, found) => {
      seen.push([now, codeOf(found) ?? ids(found as Delivery[])]);
    });
    shop.receive(31);
    expect(seen).toEqual([[31 * SECOND, ['m1']]]);
  });

  it('STD-10: the move keeps id, body and count, and says where it came from', () => {
    const shop = new Shop(dead(1));
    const attributes = { a: { type: 'String', value: 'b' } } as const;
    const id = shop.send(0, { body: 'poison', attributes, traceHeader: 't' });
    expect(shop.one(0).deadLetterQueueSource).toBeUndefined();
    shop.receive(31);
    expect(shop.one(40, {}, 'dlq')).toMatchObject({
      messageId: id,
      body: 'poison',
      attributes,
      traceHeader: 't',
      approximateReceiveCount: 2,
      firstReceivedAt: 0,
      deadLetterQueueSource: 'q',
    });
  });

  it('STD-11: without a receive nothing moves, however long it waits', () => {
    const shop = new Shop(dead(1));
    shop.send(0);
    shop.receive(0);
    expect(shop.counts(345_599).visible).toBe(1);
    expect(shop.kinds('dead-lettered')).toEqual([]);
  });

  it('STD-12: retention runs while a message is visible, hidden or delayed', () => {
    const shop = new Shop({ q: { ...STANDARD, messageRetentionPeriodSeconds: 60 } });
    shop.send(0);
    shop.receive(1, { visibilityTimeoutSeconds: 600 });
    shop.send(2);
    shop.send(3, { delaySeconds: 600 });
    shop.at(1000);
    expect(shop.kinds('expired')).toMatchObject([
      { at: 60 * SECOND, message: 'm1', receiveCount: 1 },
      { at: 62 * SECOND, message: 'm2', receiveCount: 0 },
      { at: 63 * SECOND, message: 'm3', receiveCount: 0 },
    ]);
    expect(shop.counts(1000)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('STD-12: a day in the source and four in the dead-letter queue end three days after the move', () => {
    const day = 86_400;
    const shop = new Shop(dead(1));
    shop.send(0);
    shop.receive(0, { visibilityTimeoutSeconds: 10 });
    shop.receive(day);
    shop.send(day + 1, {}, 'dlq');
    expect(shop.counts(4 * day - 1, 'dlq').visible).toBe(2);
    expect(shop.counts(4 * day, 'dlq').visible).toBe(1);
    expect(shop.kinds('dead-lettered')).toMatchObject([{ retentionFrom: 0 }]);
    expect(shop.kinds('expired')).toMatchObject([{ at: 4 * day * SECOND, queue: 'dlq' }]);
    expect(shop.counts(5 * day + 1, 'dlq').visible).toBe(0);
  });

  it('STD-12: shorter retention makes older messages expire', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    shop.send(50);
    const change = { messageRetentionPeriodSeconds: 60 };
    expect(shop.queue().setAttributes(shop.at(100), change)).toBeUndefined();
    expect(shop.counts(100).visible).toBe(1);
    expect(shop.counts(110).visible).toBe(0);
    expect(shop.kinds('expired')).toMatchObject([{ at: 100 * SECOND }, { at: 110 * SECOND }]);
  });

  it('STD-13: a move task makes new messages at an even rate, back to where they came from', () => {
    const shop = new Shop(dead(1));
    for (let sent = 0; sent < 3; sent += 1) shop.send(0);
    shop.receive(0, { maxNumberOfMessages: 3 });
    shop.receive(31, { maxNumberOfMessages: 3 });
    shop.send(31, { body: 'from nowhere' }, 'dlq');
    const task = { maxNumberOfMessagesPerSecond: 2, by: 'me' };
    expect(shop.queue('dlq').startMoveTask(shop.at(100), task)).toBeUndefined();
    expect(codeOf(shop.queue('dlq').startMoveTask(shop.at(100), task))).toBe(
      'UnsupportedOperation',
    );
    expect(shop.counts(100).visible).toBe(1);
    expect(shop.counts(100.999_999).visible).toBe(2);
    expect(shop.counts(101).visible).toBe(3);
    expect(shop.one(102)).toMatchObject({
      messageId: 'm5',
      approximateReceiveCount: 1,
      sentAt: 100 * SECOND,
      deadLetterQueueSource: undefined,
    });
    expect(shop.kinds('redriven')).toMatchObject([
      { message: 'm1', to: 'q' },
      { message: 'm2' },
      { message: 'm3' },
    ]);
    expect(shop.counts(200, 'dlq').visible).toBe(1);
    expect(shop.queue('dlq').startMoveTask(shop.at(200), { to: 'q' })).toBeUndefined();
    expect(shop.counts(200, 'dlq').visible).toBe(0);
  });

  it.each([
    { to: 'nowhere', rate: 1, code: 'ResourceNotFoundException' },
    { to: 'dlq', rate: 1, code: 'InvalidParameterValue' },
    { to: 'q', rate: 501, code: 'InvalidParameterValue' },
  ])('STD-13: a move task to $to with $rate messages a second is refused', ({ to, rate, code }) => {
    const shop = new Shop(dead(1));
    const request = { to, maxNumberOfMessagesPerSecond: rate };
    expect(codeOf(shop.queue('dlq').startMoveTask(0, request))).toBe(code);
  });

  it('STD-14: a short poll misses messages of a small backlog, a long poll none', () => {
    const nature = { ...STANDARD.nature, shortPollMissChance: 0.5 };
    const shop = new Shop({ q: { ...STANDARD, nature } });
    for (let sent = 0; sent < 400; sent += 1) shop.send(0);
    let missed = 0;
    for (let poll = 0; poll < 100; poll += 1) {
      const found = shop.receive(1, { maxNumberOfMessages: 10, visibilityTimeoutSeconds: 0 });
      missed += 10 - found.length;
    }
    expect(missed).toBe(0);
    const alone = new Shop({ q: { ...STANDARD, nature } });
    alone.send(0);
    const empty = Array.from({ length: 200 }, () =>
      alone.receive(1, { visibilityTimeoutSeconds: 0 }),
    ).filter((found) => found.length === 0).length;
    expect(empty).toBeGreaterThan(60);
    expect(empty).toBeLessThan(140);
    for (let poll = 0; poll < 50; poll += 1)
      expect(alone.receive(1, { visibilityTimeoutSeconds: 0, waitTimeSeconds: 1 })).toHaveLength(1);
  });

  it('STD-14: from 1,000 messages on a short poll sees everything', () => {
    const nature = { ...STANDARD.nature, shortPollMissChance: 1 };
    const shop = new Shop({ q: { ...STANDARD, nature } });
    for (let sent = 0; sent < 1000; sent += 1) shop.send(0);
    expect(shop.receive(1)).toHaveLength(1);
    expect(shop.receive(1)).toEqual([]);
  });

  it('STD-14: a long poll answers when a message appears, in the order of asking, or empty at the end', () => {
    const shop = new Shop({ q: STANDARD });
    const seen: unknown[] = [];
    const wait = (name: string, seconds: number) =>
      shop.queue().receive(shop.at(0), { waitTimeSeconds: seconds }, (now, found) => {
        seen.push([name, now / SECOND, found instanceof Refusal ? found.code : found.length]);
      });
    const stop = wait('gone', 20);
    wait('a', 20);
    wait('b', 10);
    wait('c', 20);
    stop();
    shop.send(5);
    shop.send(15);
    shop.at(30);
    expect(seen).toEqual([
      ['a', 5, 1],
      ['b', 10, 0],
      ['c', 15, 1],
    ]);
  });

  it('STD-15: now and then a hidden or a deleted message is handed out as well', () => {
    const nature = { ...STANDARD.nature, duplicateChance: 1 };
    const shop = new Shop({ q: { ...STANDARD, nature } });
    const id = shop.send(0);
    const first = shop.one(0);
    const copy = shop.one(1);
    expect(copy).toMatchObject({ messageId: id, approximateReceiveCount: 2 });
    expect(shop.counts(1)).toEqual({ visible: 0, inFlight: 1, delayed: 0 });
    expect(copy.hiddenUntil).toBe(31 * SECOND);
    shop.queue().delete(shop.at(2), first.receiptHandle);
    expect(shop.counts(2).inFlight).toBe(1);
    shop.queue().delete(shop.at(3), copy.receiptHandle);
    const echo = shop.one(4);
    expect(echo.messageId).toBe(id);
    expect(shop.counts(4)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(shop.queue().delete(shop.at(5), echo.receiptHandle)).toBeUndefined();
    expect(shop.kinds('received').map((event) => event.kind === 'received' && event.copy)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('STD-15: copies are rare by default, and a chance that can be seen', () => {
    const { duplicateChance } = DEFAULT_QUEUE_SETTINGS.nature;
    expect(duplicateChance).toBeGreaterThan(0);
    expect(duplicateChance).toBeLessThan(0.001);
  });

  it('STD-16: mostly oldest first, with swaps within the window', () => {
    const order = (reorderChance: number) => {
      const nature = { ...STANDARD.nature, reorderChance, reorderWindow: 5 };
      const shop = new Shop({ q: { ...STANDARD, nature } });
      for (let sent = 0; sent < 200; sent += 1) shop.send(0);
      return Array.from({ length: 200 }, () => Number(shop.one(1).messageId.slice(1)));
    };
    const inOrder = Array.from({ length: 200 }, (_, index) => index + 1);
    expect(order(0)).toEqual(inOrder);
    const swapped = order(0.2);
    expect(swapped).not.toEqual(inOrder);
    expect([...swapped].sort((a, b) => a - b)).toEqual(inOrder);
    expect(swapped.every((id, index) => id - (index + 1) <= 5)).toBe(true);
    const kept = swapped.filter((id, index) => id === Math.min(...swapped.slice(index))).length;
    expect(kept).toBeGreaterThan(140);
  });

  it('STD-17: with 120,000 in flight a short poll is OverLimit and a long poll waits', () => {
    const shop = new Shop({ q: STANDARD });
    const limit = LIMITS.inFlightStandard.max;
    expect(limit).toBe(120_000);
    for (let sent = 0; sent < limit + 5; sent += 1) shop.send(0);
    shop.send(0, { delaySeconds: 900 });
    let last = shop.receive(1, { maxNumberOfMessages: 10 });
    for (let got = last.length; got < limit - 5; got += last.length)
      last = shop.receive(1, { maxNumberOfMessages: Math.min(10, limit - 5 - got) });
    expect(shop.receive(1, { maxNumberOfMessages: 10 })).toHaveLength(5);
    expect(shop.counts(1)).toEqual({ visible: 5, inFlight: limit, delayed: 1 });
    expect(() => shop.receive(1)).toThrow('OverLimit');
    const seen: number[] = [];
    shop.queue().receive(shop.at(2), { waitTimeSeconds: 20 }, (now, found) => {
      seen.push(now, found instanceof Refusal ? -1 : found.length);
    });
    expect(seen).toEqual([]);
    shop.queue().delete(shop.at(3), last[0]?.receiptHandle ?? '');
    expect(seen).toEqual([3 * SECOND, 1]);
  });

  it('STD-18: after three receives a message goes to the back and out of the age of the oldest', () => {
    const shop = new Shop({ q: STANDARD });
    const poison = shop.send(0);
    shop.send(10);
    for (const at of [20, 21, 22]) {
      expect(shop.queue().counts(shop.at(at)).ageOfOldest).toBe(at * SECOND);
      const found = shop.one(at, { visibilityTimeoutSeconds: 0 });
      expect(found.messageId).toBe(poison);
    }
    expect(shop.queue().counts(shop.at(30)).ageOfOldest).toBe(20 * SECOND);
    expect(ids(shop.receive(30, { maxNumberOfMessages: 2 }))).toEqual(['m2', poison]);
  });

  it('STD-18: in a dead-letter queue the age counts from the move', () => {
    const shop = new Shop(dead(3));
    shop.send(0);
    for (const at of [0, 1, 2, 3]) shop.receive(at, { visibilityTimeoutSeconds: 0 });
    expect(shop.queue('dlq').counts(shop.at(10)).ageOfOldest).toBe(7 * SECOND);
  });

  it.each([
    { maximumMessageSize: 1_048_576, sizeBytes: 1_048_576, code: undefined },
    { maximumMessageSize: 1_048_576, sizeBytes: 1_048_577, code: 'InvalidParameterValue' },
    { maximumMessageSize: 1_024, sizeBytes: 1_025, code: 'InvalidParameterValue' },
  ])(
    'STD-19: $sizeBytes bytes to a queue that takes $maximumMessageSize: $code',
    ({ maximumMessageSize, sizeBytes, code }) => {
      const shop = new Shop({ q: { ...STANDARD, maximumMessageSize } });
      expect(codeOf(shop.queue().send(0, { body: 'x', sizeBytes }))).toBe(code);
      expect(shop.counts(0).visible).toBe(code === undefined ? 1 : 0);
    },
  );

  it('STD-19: the size is that of body and attributes in UTF-8', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0, { body: 'aé€😀', attributes: { key: { type: 'String', value: 'ü' } } });
    expect(shop.one(0).sizeBytes).toBe(1 + 2 + 3 + 4 + 3 + 6 + 2);
  });

  it('STD-19: a batch that is too large together is refused as a whole', () => {
    const shop = new Shop({ q: STANDARD });
    const entries = [{ body: 'x', sizeBytes: 1_048_576 }, { body: 'y' }];
    expect(codeOf(shop.queue().sendBatch(0, entries))).toBe('BatchRequestTooLong');
    expect(shop.counts(0).visible).toBe(0);
  });

  it('STD-20: a batch fails entry by entry', () => {
    const shop = new Shop({ q: { ...STANDARD, maximumMessageSize: 2000 } });
    const sent = shop.queue().sendBatch(0, [{ body: 'x' }, { body: 'y', sizeBytes: 2001 }]);
    expect(sent).toMatchObject([{ messageId: 'm1' }, { code: 'InvalidParameterValue' }]);
    const { receiptHandle } = shop.one(0);
    const changes = [
      { receiptHandle, seconds: 50 },
      { receiptHandle: 'other', seconds: 50 },
    ];
    const changed = shop.queue().changeVisibilityBatch(1, changes);
    expect(changed).toMatchObject([undefined, { code: 'ReceiptHandleIsInvalid' }]);
    const deleted = shop.queue().deleteBatch(2, [receiptHandle, 'other']);
    expect(deleted).toMatchObject([undefined, { code: 'ReceiptHandleIsInvalid' }]);
    expect(shop.counts(2).inFlight).toBe(0);
    expect(shop.kinds('queue-request').at(-1)).toMatchObject({ units: 1, messages: 1 });
  });

  it.each([
    { entries: 0, code: 'EmptyBatchRequest' },
    { entries: 11, code: 'TooManyEntriesInBatchRequest' },
  ])('STD-20: a batch of $entries is refused', ({ entries, code }) => {
    const shop = new Shop({ q: STANDARD });
    const some = <T>(entry: T) => Array.from({ length: entries }, () => entry);
    expect(codeOf(shop.queue().sendBatch(0, some({ body: 'x' })))).toBe(code);
    expect(codeOf(shop.queue().deleteBatch(0, some('x')))).toBe(code);
  });

  it('STD-22: a deduplication id is refused', () => {
    const shop = new Shop({ q: STANDARD });
    const request = { body: 'x', messageDeduplicationId: 'd' };
    expect(codeOf(shop.queue().send(0, request))).toBe('InvalidParameterValue');
  });

  it('STD-23: purge removes visible, hidden and delayed messages, once in 60 seconds', () => {
    const shop = new Shop({ q: STANDARD });
    shop.send(0);
    const { receiptHandle } = shop.one(0);
    shop.send(0);
    shop.send(0, { delaySeconds: 5 });
    expect(shop.queue().purge(shop.at(1))).toBeUndefined();
    expect(shop.counts(1)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(shop.kinds('purged')).toHaveLength(3);
    expect(shop.queue().delete(shop.at(2), receiptHandle)).toBeUndefined();
    expect(codeOf(shop.queue().purge(shop.at(60.999_999)))).toBe('PurgeQueueInProgress');
    expect(shop.queue().purge(shop.at(61))).toBeUndefined();
    shop.at(1000);
    expect(shop.kinds('appeared')).toEqual([]);
  });

  it('STD-24: each call is a request, also an empty receive; a batch is one, and 64 KB are one', () => {
    const shop = new Shop({ q: STANDARD });
    shop.receive(0);
    shop.queue().receive(shop.at(0), { waitTimeSeconds: 5 }, () => undefined);
    shop.at(5);
    shop.queue().sendBatch(shop.at(6), Array(10).fill({ body: 'x' }));
    shop.send(6, { sizeBytes: 65_537 });
    shop.send(6, { sizeBytes: 65_536 });
    shop.receive(7, { maxNumberOfMessages: 10 });
    shop.receive(7, { maxNumberOfMessages: 10 });
    const requests = shop.kinds('queue-request');
    expect(
      requests.map((event) =>
        event.kind === 'queue-request' ? [event.action, event.units, event.messages] : [],
      ),
    ).toEqual([
      ['ReceiveMessage', 1, 0],
      ['ReceiveMessage', 1, 0],
      ['SendMessage', 1, 10],
      ['SendMessage', 2, 1],
      ['SendMessage', 1, 1],
      ['ReceiveMessage', 1, 10],
      ['ReceiveMessage', 3, 2],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/simulator/broker/limits.ts';
import type { QueueSettings } from '../../../../src/simulator/broker/queue/index.ts';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import { codeOf, FIFO, ids, Shop } from './shop.ts';

const ALL = { maxNumberOfMessages: 10 };

function shopWith(settings: Partial<QueueSettings> = {}): Shop {
  return new Shop({ q: { ...FIFO, ...settings }, dlq: FIFO });
}

/** Sends one message a name: `g1m1` is the first of group g1. */
function sendAll(shop: Shop, seconds: number, ...names: string[]): void {
  for (const name of names)
    shop.send(seconds, {
      body: name,
      messageGroupId: name.slice(0, 2),
      messageDeduplicationId: name,
    });
}

const bodies = (shop: Shop, seconds: number, request = {}) =>
  shop.receive(seconds, { ...ALL, ...request }).map((one) => one.body);

describe('a FIFO queue', () => {
  it('FIFO-01: a message needs a group, and an id unless the queue takes it from the content', () => {
    const shop = shopWith();
    const send = (request: object) => codeOf(shop.queue().send(0, { body: 'x', ...request }));
    expect(send({ messageDeduplicationId: 'd' })).toBe('MissingParameter');
    expect(send({ messageGroupId: 'g' })).toBe('InvalidParameterValue');
    expect(send({ messageGroupId: 'two words', messageDeduplicationId: 'd' })).toBe(
      'InvalidParameterValue',
    );
    expect(send({ messageGroupId: 'g', messageDeduplicationId: 'd'.repeat(129) })).toBe(
      'InvalidParameterValue',
    );
    expect(send({ messageGroupId: 'g', messageDeduplicationId: 'd' })).toBeUndefined();
    expect(shop.counts(0).visible).toBe(1);
  });

  it('FIFO-02: an id is taken once in five minutes from its first send, whatever became of the message', () => {
    const shop = shopWith();
    const send = (seconds: number) =>
      shop.send(seconds, { messageGroupId: 'g', messageDeduplicationId: 'd' });
    const id = send(0);
    expect(send(1)).toBe(id);
    const { receiptHandle } = shop.one(2);
    expect(send(3)).toBe(id);
    shop.queue().delete(shop.at(4), receiptHandle);
    expect(send(299.999_999)).toBe(id);
    expect(shop.counts(299.999_999).visible).toBe(0);
    expect(shop.kinds('deduplicated')).toHaveLength(3);
    expect(send(300)).not.toBe(id);
    expect(send(599.999_999)).toBe('m2');
    expect(send(600)).toBe('m3');
    expect(shop.counts(600).visible).toBe(2);
  });

  it('FIFO-02: an id is remembered also after the message went to the dead-letter queue', () => {
    const shop = shopWith({ redrivePolicy: { deadLetterQueue: 'dlq', maxReceiveCount: 1 } });
    sendAll(shop, 0, 'g1m1');
    shop.receive(0);
    shop.receive(31);
    sendAll(shop, 32, 'g1m1');
    expect(shop.counts(32).visible).toBe(0);
    expect(shop.counts(32, 'dlq').visible).toBe(1);
  });

  it.each([
    { deduplicationScope: 'queue', stored: 1 },
    { deduplicationScope: 'messageGroup', stored: 2 },
  ] as const)(
    'FIFO-03: with scope $deduplicationScope one id in two groups is stored $stored times',
    ({ deduplicationScope, stored }) => {
      const shop = shopWith({ deduplicationScope });
      for (const messageGroupId of ['a', 'b', 'a'])
        shop.send(0, { messageGroupId, messageDeduplicationId: 'd' });
      expect(shop.counts(0).visible).toBe(stored);
    },
  );

  it('FIFO-04: the id of the content is the SHA-256 of the body alone, and an explicit id is stronger', () => {
    const shop = shopWith({ contentBasedDeduplication: true });
    const attributes = { a: { type: 'String', value: 'b' } } as const;
    shop.send(0, { body: 'abc', messageGroupId: 'g' });
    shop.send(0, { body: 'abc', messageGroupId: 'g', attributes });
    expect(shop.counts(0).visible).toBe(1);
    shop.send(0, { body: 'abc', messageGroupId: 'g', messageDeduplicationId: 'other' });
    shop.send(0, { body: 'abd', messageGroupId: 'g' });
    const found = shop.receive(0, ALL);
    expect(found.map((one) => one.messageDeduplicationId)).toEqual([
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      'other',
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  it('FIFO-05: a group comes in the order of sending, and nothing of it while any of it is in flight', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1', 'g1m2', 'g1m3');
    const first = shop.one(1);
    expect(first.body).toBe('g1m1');
    expect(shop.receive(2, ALL)).toEqual([]);
    shop.queue().delete(shop.at(3), first.receiptHandle);
    expect(bodies(shop, 3)).toEqual(['g1m2', 'g1m3']);
  });

  it('FIFO-06: one receive empties a group before the next', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1', 'g2m1', 'g1m2', 'g1m3');
    expect(bodies(shop, 1)).toEqual(['g1m1', 'g1m2', 'g1m3', 'g2m1']);
  });

  it('FIFO-07: after a partial delete the group stays blocked', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1', 'g1m2', 'g1m3', 'g2m1', 'g3m1');
    const [first, second] = shop.receive(1, { maxNumberOfMessages: 2 });
    shop.queue().delete(shop.at(2), first?.receiptHandle ?? '');
    expect(bodies(shop, 3)).toEqual(['g2m1', 'g3m1']);
    shop.queue().delete(shop.at(4), second?.receiptHandle ?? '');
    expect(bodies(shop, 4)).toEqual(['g1m3']);
  });

  it('FIFO-08: what comes back comes before what is later in its group', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1', 'g1m2', 'g1m3', 'g1m4');
    const [first, second] = shop.receive(0, { maxNumberOfMessages: 3 });
    shop.queue().changeVisibility(shop.at(1), second?.receiptHandle ?? '', 0);
    shop.queue().changeVisibility(shop.at(2), first?.receiptHandle ?? '', 0);
    expect(bodies(shop, 3)).toEqual([]);
    expect(bodies(shop, 30)).toEqual(['g1m1', 'g1m2', 'g1m3', 'g1m4']);
  });

  it('FIFO-09: a handle whose timeout ran out is refused, for delete and for change', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1');
    const { receiptHandle } = shop.one(0);
    const late = shop.queue().delete(shop.at(30), receiptHandle, 'slow');
    expect(late).toMatchObject({
      code: 'InvalidParameterValue',
      message: expect.stringContaining('expired'),
    });
    expect(codeOf(shop.queue().changeVisibility(shop.at(30), receiptHandle, 9))).toBe(
      'InvalidParameterValue',
    );
    expect(shop.counts(30).visible).toBe(1);
    expect(shop.kinds('delete-ineffective')).toMatchObject([{ by: 'slow', refused: true }]);
  });

  it('FIFO-09: extended in time, the handle deletes', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1');
    const { receiptHandle } = shop.one(0);
    expect(shop.queue().changeVisibility(shop.at(29), receiptHandle, 30)).toBeUndefined();
    expect(shop.queue().delete(shop.at(58), receiptHandle)).toBeUndefined();
    expect(shop.counts(58)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it("FIFO-10: only the queue's delay counts; a message may say 0 and nothing else", () => {
    const shop = shopWith({ delaySeconds: 5 });
    const request = { body: 'x', messageGroupId: 'g', messageDeduplicationId: 'd' };
    expect(codeOf(shop.queue().send(0, { ...request, delaySeconds: 1 }))).toBe(
      'InvalidParameterValue',
    );
    shop.send(0, { ...request, delaySeconds: 0 });
    expect(shop.receive(4.9)).toEqual([]);
    expect(shop.receive(5)).toHaveLength(1);
  });

  it('FIFO-10: a delay that is shortened lets nothing overtake', () => {
    const shop = shopWith({ delaySeconds: 50 });
    sendAll(shop, 0, 'g1m1');
    shop.queue().setAttributes(shop.at(1), { delaySeconds: 0 });
    sendAll(shop, 2, 'g1m2');
    expect(bodies(shop, 49)).toEqual([]);
    expect(bodies(shop, 50)).toEqual(['g1m1', 'g1m2']);
  });

  it('FIFO-11: the move unblocks the group, takes the message id as deduplication id and starts retention anew', () => {
    const shop = shopWith({ redrivePolicy: { deadLetterQueue: 'dlq', maxReceiveCount: 1 } });
    sendAll(shop, 0, 'g1m1');
    shop.receive(0);
    sendAll(shop, 1, 'g1m2');
    expect(bodies(shop, 100_000)).toEqual(['g1m2']);
    expect(shop.kinds('dead-lettered')).toMatchObject([{ retentionFrom: 100_000 * SECOND }]);
    expect(shop.counts(345_600 + 99_999, 'dlq').visible).toBe(1);
    expect(shop.one(345_600 + 99_999, {}, 'dlq')).toMatchObject({
      messageId: 'm1',
      messageDeduplicationId: 'm1',
      messageGroupId: 'g1',
      approximateReceiveCount: 2,
      sentAt: 100_000 * SECOND,
    });
    expect(shop.counts(345_600 + 100_000, 'dlq').inFlight).toBe(0);
  });

  it('FIFO-12: the same attempt gets the same messages under the same handles, hidden anew', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1', 'g2m1', 'g1m2');
    const attempt = { maxNumberOfMessages: 2, receiveRequestAttemptId: 'a' };
    const first = shop.receive(0, attempt);
    const again = shop.receive(20, attempt);
    expect(again).toEqual(first.map((one) => ({ ...one, hiddenUntil: 50 * SECOND })));
    expect(shop.counts(49).inFlight).toBe(2);
    expect(ids(shop.receive(49, { ...attempt, receiveRequestAttemptId: 'b' }))).toEqual(['m2']);
    shop.queue().delete(shop.at(49), again[0]?.receiptHandle ?? '');
    expect(shop.receive(49.5, attempt)).toEqual([]);
  });

  it('FIFO-12: after five minutes an attempt is a new one', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1', 'g2m1');
    const attempt = { visibilityTimeoutSeconds: 1000, receiveRequestAttemptId: 'a' };
    expect(ids(shop.receive(0, attempt))).toEqual(['m1']);
    expect(ids(shop.receive(299, attempt))).toEqual(['m1']);
    expect(ids(shop.receive(300, attempt))).toEqual(['m2']);
  });

  it('FIFO-14: with 120,000 in flight a receive is empty and no error', () => {
    const shop = shopWith();
    const limit = LIMITS.inFlightFifo.max;
    for (let sent = 0; sent <= limit; sent += 1)
      shop.send(0, { messageGroupId: `g${sent}`, messageDeduplicationId: `d${sent}` });
    for (let got = 0; got < limit; got += 10) expect(shop.receive(1, ALL)).toHaveLength(10);
    expect(shop.receive(1, ALL)).toEqual([]);
    expect(shop.counts(1)).toEqual({ visible: 1, inFlight: limit, delayed: 0 });
  });

  it('FIFO-14: a group that begins after the first 120,000 messages waits until the backlog shrinks', () => {
    const shop = shopWith();
    const limit = LIMITS.fifoLookAhead.max;
    for (let sent = 0; sent < limit; sent += 1)
      shop.send(0, { messageGroupId: 'hot', messageDeduplicationId: `d${sent}` });
    shop.send(0, { messageGroupId: 'cold', messageDeduplicationId: 'cold' });
    const hot = shop.receive(1, ALL);
    expect(hot.every((one) => one.messageGroupId === 'hot')).toBe(true);
    expect(shop.receive(1, ALL)).toEqual([]);
    shop.queue().delete(shop.at(2), hot[0]?.receiptHandle ?? '');
    expect(shop.receive(2, ALL).map((one) => one.messageGroupId)).toEqual(['cold']);
  });

  it('FIFO-15: no group belongs to a consumer: when nothing of it is in flight, anyone gets the next', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1', 'g1m2');
    const first = shop.one(0, { by: 'one' });
    shop.queue().delete(shop.at(1), first.receiptHandle, 'one');
    expect(shop.one(1, { by: 'two' }).body).toBe('g1m2');
    expect(shop.kinds('received')).toMatchObject([{ by: 'one' }, { by: 'two' }]);
  });

  it('FIFO-16: as many receives find something as there are groups with nothing in flight', () => {
    const shop = shopWith();
    for (let sent = 0; sent < 30; sent += 1) sendAll(shop, 0, `g${sent % 3}m${sent}`);
    const found = Array.from({ length: 8 }, () => shop.receive(1).length);
    expect(found).toEqual([1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('FIFO-17: sequence numbers rise, and purge forgets what was sent', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1', 'g2m1', 'g1m2');
    const numbers = shop.receive(0, ALL).map((one) => one.sequenceNumber ?? '');
    expect(numbers[0] && numbers[1] && numbers[0] < numbers[1]).toBe(true);
    expect(shop.queue().purge(shop.at(1))).toBeUndefined();
    sendAll(shop, 2, 'g1m1');
    expect(bodies(shop, 2)).toEqual(['g1m1']);
  });

  it('FIFO-18: work that outlives the timeout is done twice, and the first delete fails', () => {
    const shop = shopWith();
    sendAll(shop, 0, 'g1m1');
    const slow = shop.one(0, { by: 'slow' });
    const second = shop.one(30, { by: 'second' });
    expect(second.approximateReceiveCount).toBe(2);
    expect(codeOf(shop.queue().delete(shop.at(40), slow.receiptHandle, 'slow'))).toBe(
      'InvalidParameterValue',
    );
    expect(shop.queue().delete(shop.at(41), second.receiptHandle, 'second')).toBeUndefined();
    expect(codeOf(shop.queue().delete(shop.at(42), slow.receiptHandle, 'slow'))).toBe(
      'InvalidParameterValue',
    );
    expect(shop.kinds('delete-ineffective')).toHaveLength(2);
  });
});

describe('a throttled FIFO queue', () => {
  const HIGH = {
    throttled: true,
    deduplicationScope: 'messageGroup',
    fifoThroughputLimit: 'perMessageGroupId',
  } as const;

  /** How many of these calls at one moment go through. */
  const accepted = (calls: number, call: (index: number) => unknown) =>
    Array.from({ length: calls }, (_, index) => codeOf(call(index))).filter(
      (code) => code !== 'ThrottlingException',
    ).length;

  it('FIFO-13: takes 300 calls a second of each action, a batch counting as one', () => {
    const shop = shopWith({ throttled: true });
    const batch = (index: number) =>
      Array.from({ length: 10 }, (_, entry) => ({
        body: 'x',
        messageGroupId: `g${entry}`,
        messageDeduplicationId: `${index}-${entry}`,
      }));
    expect(accepted(400, (index) => shop.queue().sendBatch(0, batch(index)))).toBe(300);
    expect(shop.counts(0).visible).toBe(3000);
    expect(accepted(400, () => shop.queue().delete(0, 'nothing'))).toBe(300);
    expect(
      accepted(400, (index) => shop.queue().sendBatch(shop.at(0.1), batch(1000 + index))),
    ).toBe(30);
    expect(shop.kinds('queue-request')).toContainEqual(
      expect.objectContaining({ refused: 'ThrottlingException', messages: 0 }),
    );
  });

  it('FIFO-13: in high-throughput mode each group has 300 calls a second', () => {
    const shop = shopWith(HIGH);
    const send = (group: string) => (index: number) =>
      shop
        .queue()
        .send(0, { body: 'x', messageGroupId: group, messageDeduplicationId: `${index}` });
    expect(accepted(400, send('a'))).toBe(300);
    expect(accepted(400, send('b'))).toBe(300);
  });

  it('FIFO-13: one setting without the other is the normal mode', () => {
    const shop = shopWith({ ...HIGH, deduplicationScope: 'queue' });
    const send = (index: number) =>
      shop.queue().send(0, {
        body: 'x',
        messageGroupId: `g${index}`,
        messageDeduplicationId: `${index}`,
      });
    expect(accepted(400, send)).toBe(300);
  });

  it('FIFO-13: a queue that is not throttled takes whatever comes', () => {
    const shop = shopWith();
    expect(accepted(400, () => shop.queue().delete(0, 'nothing'))).toBe(400);
  });
});

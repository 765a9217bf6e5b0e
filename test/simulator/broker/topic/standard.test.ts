import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../../src/simulator/broker/refusal.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/simulator/engine/time.ts';
import { codeOf, FIFO, reasonOf, Scene, STANDARD, subscription } from './scene.ts';

const raw = (endpoint: string, changes = {}) =>
  subscription({ endpoint, rawMessageDelivery: true, ...changes });

function fanOutTo(...queues: string[]): Scene {
  return new Scene({
    ...STANDARD,
    subscriptions: Object.fromEntries(queues.map((name) => [`to-${name}`, raw(name)])),
  });
}

describe('a standard topic', () => {
  it('SNS-01: one publish is one delivery for each subscription whose filter matches', () => {
    const scene = fanOutTo('billing', 'shipping');
    scene.topic.subscribe(0, 'picky', raw('vips', { filterPolicy: { tier: ['gold'] } }));
    scene.topic.publish(0, { body: 'hello' });
    expect(scene.bodies('billing')).toEqual(['hello']);
    expect(scene.bodies('shipping')).toEqual(['hello']);
    expect(scene.bodies('vips')).toEqual([]);
    expect(scene.of('published')).toMatchObject([{ deliveries: 2 }]);
    expect(scene.of('filtered-out')).toMatchObject([{ subscription: 'picky' }]);
  });

  it('SNS-01: a subscription that is created later gets nothing of what was before', () => {
    const scene = fanOutTo();
    scene.topic.publish(0, { body: 'early' });
    scene.topic.subscribe(SECOND, 'late', raw('billing'));
    scene.topic.publish(2 * SECOND, { body: 'on time' });
    expect(scene.bodies('billing')).toEqual(['on time']);
  });

  it('SNS-01: after unsubscribing nothing more comes, and what was being retried is given up', () => {
    const scene = fanOutTo('billing', 'shipping');
    scene.queue('billing').isDown = true;
    scene.topic.publish(0, { body: 'first' });
    scene.topic.unsubscribe(0, 'to-billing');
    scene.topic.publish(0, { body: 'second' });
    scene.queue('billing').isDown = false;
    scene.calendar.runUntil(HOUR);
    expect(scene.bodies('billing')).toEqual([]);
    expect(scene.bodies('shipping')).toEqual(['first', 'second']);
    expect(scene.of('delivery-given-up')).toMatchObject([
      { subscription: 'to-billing', attempts: 1, deadLetterQueue: undefined },
    ]);
  });

  it('SNS-02: one subscription that is down or slow holds up no other', () => {
    const scene = fanOutTo('broken', 'fine');
    scene.topic.subscribe(0, 'slow', subscription({ protocol: 'http', endpoint: 'slow' }));
    scene.queue('broken').isDown = true;
    scene.endpoint('slow').latency = MINUTE;
    for (const body of ['a', 'b', 'c']) scene.topic.publish(0, { body });
    expect(scene.bodies('fine')).toEqual(['a', 'b', 'c']);
    expect(scene.queue('fine').sent.map(({ at }) => at)).toEqual([0, 0, 0]);
  });

  it('SNS-03: what failed on the server is tried again, and arrives when the queue is back', () => {
    const scene = fanOutTo('orders');
    scene.queue('orders').isDown = true;
    scene.topic.publish(0, { body: 'hello' });
    scene.calendar.runUntil(3 * SECOND);
    scene.queue('orders').isDown = false;
    scene.calendar.runUntil(HOUR);
    expect(scene.bodies('orders')).toEqual(['hello']);
    expect(scene.of('delivery-attempted').map(({ at, outcome }) => [at / SECOND, outcome])).toEqual(
      [
        [0, 'server-error'],
        [0, 'server-error'],
        [0, 'server-error'],
        [0, 'server-error'],
        [1, 'server-error'],
        [2, 'server-error'],
        [3, 'server-error'],
        [expect.any(Number), 'delivered'],
      ],
    );
    expect(scene.of('delivery-given-up')).toEqual([]);
  });

  it('SNS-03: an HTTP endpoint gets three retries 20 s apart, and then the message is dropped', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(0, 'hook', subscription({ protocol: 'http', endpoint: 'shop' }));
    scene.endpoint('shop').outcome = () => 'server-error';
    scene.topic.publish(0, { body: 'hello' });
    scene.calendar.runUntil(HOUR);
    expect(scene.endpoint('shop').got.map(({ at }) => at / SECOND)).toEqual([0, 20, 40, 60]);
    expect(scene.of('delivery-attempted').map(({ retryAt }) => retryAt)).toEqual([
      20 * SECOND,
      40 * SECOND,
      60 * SECOND,
      undefined,
    ]);
    expect(scene.of('delivery-given-up')).toMatchObject([
      { at: 60 * SECOND, attempts: 4, deadLetterQueue: undefined },
    ]);
  });

  it('SNS-03: the wait for the next try begins when the endpoint has answered', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(0, 'hook', subscription({ protocol: 'http', endpoint: 'shop' }));
    scene.endpoint('shop').outcome = () => 'server-error';
    scene.endpoint('shop').latency = 15 * SECOND;
    scene.topic.publish(0, { body: 'hello' });
    scene.calendar.runUntil(HOUR);
    expect(scene.endpoint('shop').got.map(({ at }) => at / SECOND)).toEqual([0, 35, 70, 105]);
  });

  it('SNS-03: when all retries have failed the message goes to the subscription’s dead-letter queue', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(
      0,
      'hook',
      subscription({ protocol: 'http', endpoint: 'shop', deadLetterQueue: 'failed' }),
    );
    scene.endpoint('shop').outcome = () => 'server-error';
    scene.topic.publish(0, { body: 'hello', traceHeader: 'item-1' });
    scene.calendar.runUntil(HOUR);
    const [dead] = scene.queue('failed').sent;
    expect(dead?.at).toBe(60 * SECOND);
    expect(dead?.request.traceHeader).toBe('item-1');
    expect(JSON.parse(dead?.request.body ?? '').Message).toBe('hello');
    expect(scene.of('delivery-given-up')).toMatchObject([{ deadLetterQueue: 'failed' }]);
  });

  it('SNS-03: a queue that is only busy is tried again', () => {
    const scene = fanOutTo('orders');
    scene.queue('orders').refusal = new Refusal('ThrottlingException', 'too many calls');
    scene.topic.publish(0, { body: 'hello' });
    scene.calendar.runUntil(SECOND);
    scene.queue('orders').refusal = undefined;
    scene.calendar.runUntil(HOUR);
    expect(scene.bodies('orders')).toEqual(['hello']);
  });

  it('SNS-03: a plain push that is told not to retry is tried once', () => {
    const scene = new Scene(STANDARD);
    const push = subscription({ protocol: 'http', endpoint: 'shop', retries: false });
    scene.topic.subscribe(0, 'push', push);
    scene.endpoint('shop').outcome = () => 'server-error';
    scene.topic.publish(0, { body: 'hello' });
    scene.calendar.runUntil(HOUR);
    expect(scene.endpoint('shop').got).toHaveLength(1);
    expect(scene.of('delivery-given-up')).toMatchObject([{ attempts: 1 }]);
  });

  it.each([
    ['the queue is deleted', (scene: Scene) => scene.remove('orders')],
    [
      'the queue refuses the size',
      (scene: Scene) => {
        scene.queue('orders').refusal = new Refusal('InvalidParameterValue', 'too large');
      },
    ],
  ])(
    'SNS-04: when %s there is no retry: the message goes to the dead-letter queue at once',
    (_, harm) => {
      const scene = new Scene(STANDARD);
      scene.topic.subscribe(0, 'queue', raw('orders', { deadLetterQueue: 'failed' }));
      harm(scene);
      scene.topic.publish(SECOND, { body: 'hello' });
      expect(scene.queue('failed').sent).toMatchObject([
        { at: SECOND, request: { body: 'hello' } },
      ]);
      expect(scene.of('delivery-attempted')).toMatchObject([
        { attempt: 1, outcome: 'client-error', retryAt: undefined },
      ]);
      expect(scene.of('delivery-given-up')).toMatchObject([
        { attempts: 1, deadLetterQueue: 'failed' },
      ]);
    },
  );

  it('SNS-04: without a dead-letter queue, or when that is gone too, the message is dropped', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(0, 'none', raw('orders'));
    scene.topic.subscribe(0, 'gone', raw('orders', { deadLetterQueue: 'failed' }));
    scene.remove('orders');
    scene.remove('failed');
    scene.topic.publish(0, { body: 'hello' });
    expect(scene.of('delivery-given-up').map(({ deadLetterQueue }) => deadLetterQueue)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('SNS-06: a filter looks at attributes unless told otherwise, and tells why nothing matched', () => {
    const scene = new Scene(STANDARD);
    const filterPolicy = { total: [{ numeric: ['>=', 100] }] };
    scene.topic.subscribe(0, 'attributes', raw('never', { filterPolicy }));
    scene.topic.subscribe(
      0,
      'body',
      raw('always', { filterPolicy, filterPolicyScope: 'MessageBody' }),
    );
    scene.topic.publish(0, { body: '{"total":150}' });
    expect(scene.bodies('never')).toEqual([]);
    expect(scene.bodies('always')).toEqual(['{"total":150}']);
    expect(scene.of('filtered-out')[0]?.why).toBe(
      'its filter wants "total" to be a number >= 100, which the attributes lack: it is in the body, which a filter with FilterPolicyScope MessageAttributes ignores',
    );
  });

  it('SNS-09: a queue gets the message in a JSON envelope with SNS’s id, which is not the queue’s', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(0, 'wrapped', subscription({}));
    const published = scene.topic.publish(90 * MINUTE + 1_500, {
      body: 'say "hi"',
      subject: 'Greeting',
      attributes: { tier: { type: 'String', value: 'gold' } },
      traceHeader: 'item-1',
    });
    const request = scene.queue('orders').sent[0]?.request;
    expect(JSON.parse(request?.body ?? '')).toEqual({
      Type: 'Notification',
      MessageId: 'id-1',
      TopicArn: 'arn:aws:sns:us-east-1:000000000000:news',
      Subject: 'Greeting',
      Message: 'say "hi"',
      Timestamp: '1970-01-01T01:30:00.001Z',
      MessageAttributes: { tier: { Type: 'String', Value: 'gold' } },
    });
    expect(published).toEqual({ messageId: 'id-1', sequenceNumber: undefined });
    expect(request).toMatchObject({ traceHeader: 'item-1', by: 'news' });
    expect(request?.attributes).toEqual({});
    expect(request?.sizeBytes).toBe(new TextEncoder().encode(request?.body).length);
  });

  it('SNS-09: raw delivery gives the queue body and attributes as they were published', () => {
    const scene = fanOutTo('orders');
    const attributes = { tier: { type: 'String', value: 'gold' } } as const;
    scene.topic.publish(0, { body: 'hello', attributes, sizeBytes: 5_000, traceHeader: 'item-1' });
    expect(scene.queue('orders').sent[0]?.request).toMatchObject({
      body: 'hello',
      attributes,
      sizeBytes: 5_000,
      traceHeader: 'item-1',
    });
  });

  it('SNS-09: a message that says it is large stays so in its envelope', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(0, 'wrapped', subscription({}));
    scene.topic.publish(0, { body: 'hello', sizeBytes: 5_005 });
    const request = scene.queue('orders').sent[0]?.request;
    expect(request?.sizeBytes).toBe((request?.body.length ?? 0) + 5_000);
  });

  it('SNS-10: a delivery may be made twice', () => {
    const scene = fanOutTo('orders');
    const doubling = new Scene({ ...STANDARD, nature: { duplicateChance: 1 } });
    doubling.topic.subscribe(0, 'orders', raw('orders'));
    for (const each of [scene, doubling]) each.topic.publish(0, { body: 'hello' });
    expect(scene.bodies('orders')).toEqual(['hello']);
    expect(doubling.bodies('orders')).toEqual(['hello', 'hello']);
  });

  it('SNS-10: deliveries may overtake each other, and none is lost by it', () => {
    const scene = new Scene({ ...STANDARD, nature: { reorderChance: 0.5, reorderDelay: SECOND } });
    scene.topic.subscribe(0, 'orders', raw('orders'));
    const bodies = Array.from({ length: 50 }, (_, index) => `${index}`);
    for (const body of bodies) scene.topic.publish(0, { body });
    scene.calendar.runUntil(SECOND);
    expect(scene.bodies('orders')).not.toEqual(bodies);
    expect(scene.bodies('orders').toSorted()).toEqual(bodies.toSorted());
  });

  it('SNS-11: a message of 262,144 bytes is taken and one byte more is refused', () => {
    const scene = fanOutTo('orders');
    const body = 'x'.repeat(262_144 - 'tier'.length - 'String'.length - 'gold'.length);
    const attributes = { tier: { type: 'String', value: 'gold' } } as const;
    expect(scene.topic.publish(0, { body, attributes })).toMatchObject({ messageId: 'id-1' });
    const tooLarge = scene.topic.publish(0, { body: `${body}x`, attributes });
    expect(codeOf(tooLarge)).toBe('InvalidParameter');
    expect(reasonOf(tooLarge)).toContain('262145 bytes');
    expect(scene.queue('orders').sent).toHaveLength(1);
    expect(scene.of('topic-request').at(-1)).toMatchObject({ refused: 'InvalidParameter' });
  });

  it('SNS-11: letters outside of ASCII count as many bytes as UTF-8 has', () => {
    const scene = fanOutTo('orders');
    scene.topic.publish(0, { body: 'a\u00e9\u20ac\u{1f600}' });
    expect(scene.of('published')).toMatchObject([{ sizeBytes: 1 + 2 + 3 + 4 }]);
  });

  it('SNS-11: a batch has at most ten messages and 262,144 bytes in all', () => {
    const scene = fanOutTo('orders');
    const batch = (count: number, sizeBytes: number) =>
      scene.topic.publishBatch(0, Array<never>(count).fill({ body: 'x', sizeBytes } as never));
    expect(codeOf(batch(0, 1))).toBe('EmptyBatchRequest');
    expect(codeOf(batch(11, 1))).toBe('TooManyEntriesInBatchRequest');
    expect(codeOf(batch(10, 26_215))).toBe('BatchRequestTooLong');
    expect(batch(10, 26_214)).toHaveLength(10);
    expect(scene.queue('orders').sent).toHaveLength(10);
    const units = scene.of('topic-request').filter(({ action }) => action === 'Publish');
    expect(units.at(-1)).toMatchObject({ units: 4, refused: undefined });
  });

  it('SNS-11: the messages of a batch fail one by one', () => {
    const scene = fanOutTo('orders');
    const results = scene.topic.publishBatch(0, [
      { body: 'good' },
      { body: 'bad', messageDeduplicationId: 'x' },
    ]);
    expect(Array.isArray(results) && results.map(codeOf)).toEqual([
      { messageId: 'id-1', sequenceNumber: undefined },
      'InvalidParameter',
    ]);
  });

  it('SNS-12: a FIFO queue can’t subscribe to a standard topic', () => {
    const scene = new Scene(STANDARD);
    const refused = scene.topic.subscribe(0, 'q', raw('orders.fifo'));
    expect(codeOf(refused)).toBe('InvalidParameter');
    expect(reasonOf(refused)).toContain('orders.fifo');
    expect(new Scene(FIFO).topic.subscribe(0, 'q', raw('orders.fifo'))).toBeUndefined();
  });

  it('SNS-13: the group id is passed on to standard queues, and to nothing else', () => {
    const scene = fanOutTo('orders');
    scene.topic.subscribe(0, 'hook', subscription({ protocol: 'http', endpoint: 'shop' }));
    scene.topic.publish(0, { body: 'hello', messageGroupId: 'tenant-1' });
    expect(scene.queue('orders').sent[0]?.request.messageGroupId).toBe('tenant-1');
    expect(scene.endpoint('shop').got[0]?.notification.messageGroupId).toBeUndefined();
  });

  it('SNS-14: the dead-letter queue of a subscription gets what never reached the queue, at its first failure for good', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(0, 'q', raw('orders', { deadLetterQueue: 'undelivered' }));
    scene.topic.publish(0, { body: 'reached' });
    scene.remove('orders');
    scene.topic.publish(0, { body: 'never reached' });
    expect(scene.bodies('orders')).toEqual(['reached']);
    expect(scene.bodies('undelivered')).toEqual(['never reached']);
  });

  it('refuses a deduplication id, a second subscription of a name, and raw delivery by e-mail', () => {
    const { topic } = fanOutTo('orders');
    const email = subscription({ protocol: 'email', endpoint: 'me', rawMessageDelivery: true });
    expect(codeOf(topic.publish(0, { body: 'x', messageDeduplicationId: 'd' }))).toBe(
      'InvalidParameter',
    );
    expect(codeOf(topic.subscribe(0, 'to-orders', raw('orders')))).toBe('InvalidParameter');
    expect(codeOf(topic.subscribe(0, 'mail', email))).toBe('InvalidParameter');
    expect(topic.subscribe(0, 'mail', { ...email, rawMessageDelivery: false })).toBeUndefined();
  });

  it('allows 200 filter policies, and another when one is gone', () => {
    const { topic } = new Scene(STANDARD);
    const filtered = raw('orders', { filterPolicy: { tier: ['gold'] } });
    for (let index = 0; index < 200; index += 1) topic.subscribe(0, `s${index}`, filtered);
    expect(codeOf(topic.subscribe(0, 'more', filtered))).toBe('FilterPolicyLimitExceeded');
    expect(topic.subscribe(0, 'plain', raw('orders'))).toBeUndefined();
    topic.unsubscribe(0, 's7');
    expect(topic.subscribe(0, 'more', filtered)).toBeUndefined();
  });

  it('bills a publish for each 64 KB begun, and a delivery when it was made', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(0, 'hook', subscription({ protocol: 'http', endpoint: 'shop' }));
    scene.endpoint('shop').outcome = (at) => (at < 30 * SECOND ? 'server-error' : 'delivered');
    scene.topic.publish(0, { body: 'hello', sizeBytes: 65_537, by: 'shop-1' });
    scene.calendar.runUntil(HOUR);
    expect(scene.of('topic-request')).toMatchObject([
      { action: 'Publish', by: 'shop-1', units: 2, refused: undefined },
      { action: 'Deliver', protocol: 'http', by: 'hook', units: 2, at: 40 * SECOND },
    ]);
  });

  it('doesn’t take two answers to one attempt', () => {
    const scene = new Scene(STANDARD);
    scene.topic.subscribe(0, 'hook', subscription({ protocol: 'http', endpoint: 'shop' }));
    scene.endpoint('shop').deliver = (now, _, answer) => {
      answer(now, 'delivered');
      answer(now, 'delivered');
    };
    expect(() => scene.topic.publish(0, { body: 'hello' })).toThrow('answered twice');
  });

  it('is not built with a subscription that the service would refuse', () => {
    const subscriptions = { q: raw('orders.fifo') };
    expect(() => new Scene({ ...STANDARD, subscriptions })).toThrow('subscription q:');
  });
});

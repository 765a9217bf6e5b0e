import { describe, expect, it } from 'vitest';
import { topicProblem } from '../../../../src/simulator/broker/topic/index.ts';
import type { TopicSettings } from '../../../../src/simulator/broker/topic/settings.ts';
import { DAY, HOUR, MILLISECOND, MINUTE, SECOND } from '../../../../src/simulator/engine/time.ts';
import { codeOf, FIFO, reasonOf, Scene, STANDARD, subscription } from './scene.ts';

const raw = (endpoint: string, changes = {}) =>
  subscription({ endpoint, rawMessageDelivery: true, ...changes });

function topicTo(queue: string, settings: Partial<TopicSettings> = {}): Scene {
  return new Scene({ ...FIFO, subscriptions: { q: raw(queue) }, ...settings });
}

const CONTENT = { contentBasedDeduplication: true };

describe('a FIFO topic', () => {
  it('SNSF-01: needs a group id, and a deduplication id unless the content is one', () => {
    const { topic } = topicTo('orders.fifo');
    const byContent = topicTo('orders.fifo', CONTENT).topic;
    const group = { messageGroupId: 'g' };
    expect(reasonOf(topic.publish(0, { body: 'x', messageDeduplicationId: 'd' }))).toContain(
      'MessageGroupId',
    );
    expect(reasonOf(topic.publish(0, { body: 'x', ...group }))).toContain('MessageDeduplicationId');
    expect(codeOf(topic.publish(0, { body: 'x', ...group }))).toBe('InvalidParameter');
    expect(codeOf(byContent.publish(0, { body: 'x' }))).toBe('InvalidParameter');
    expect(byContent.publish(0, { body: 'x', ...group })).toMatchObject({ messageId: 'id-1' });
  });

  it('SNSF-01: ids have 1 to 128 characters and no space', () => {
    const { topic } = topicTo('orders.fifo', CONTENT);
    for (const id of ['', 'a b', 'x'.repeat(129), '\u00e9']) {
      expect(codeOf(topic.publish(0, { body: 'x', messageGroupId: id }))).toBe('InvalidParameter');
      const own = { messageGroupId: 'g', messageDeduplicationId: id };
      expect(codeOf(topic.publish(0, { body: 'x', ...own }))).toBe('InvalidParameter');
    }
    expect(topic.publish(0, { body: 'x', messageGroupId: 'x'.repeat(128) })).toMatchObject({
      messageId: 'id-1',
    });
  });

  it('SNSF-01: a repetition within five minutes succeeds with the first one’s id and delivers nothing', () => {
    const scene = topicTo('orders.fifo');
    const request = { body: 'x', messageGroupId: 'g', messageDeduplicationId: 'd', by: 'shop' };
    const first = scene.topic.publish(SECOND, request);
    expect(scene.topic.publish(5 * MINUTE + SECOND - 1, request)).toEqual(first);
    expect(scene.bodies('orders.fifo')).toEqual(['x']);
    expect(scene.of('publish-deduplicated')).toMatchObject([{ message: 'id-1', by: 'shop' }]);
    // The repetition didn't extend the window.
    expect(scene.topic.publish(5 * MINUTE + SECOND, request)).toMatchObject({ messageId: 'id-2' });
    expect(scene.bodies('orders.fifo')).toEqual(['x', 'x']);
  });

  it('SNSF-01: the same id in another group is a repetition in a topic’s scope, not in a group’s', () => {
    for (const [fifoThroughputScope, arrived] of [
      ['Topic', ['a']],
      ['MessageGroup', ['a', 'b']],
    ] as const) {
      const scene = topicTo('orders.fifo', { fifoThroughputScope });
      scene.topic.publish(0, { body: 'a', messageGroupId: 'g1', messageDeduplicationId: 'd' });
      scene.topic.publish(0, { body: 'b', messageGroupId: 'g2', messageDeduplicationId: 'd' });
      expect(scene.bodies('orders.fifo')).toEqual(arrived);
    }
  });

  it('SNSF-01: the content is the SHA-256 of the body, and an id of one’s own goes before it', () => {
    const scene = topicTo('orders.fifo', CONTENT);
    const send = (body: string, more = {}) =>
      scene.topic.publish(0, { body, messageGroupId: 'g', ...more });
    send('abc', { attributes: { n: { type: 'Number', value: '1' } } });
    send('abc', { attributes: { n: { type: 'Number', value: '2' } } });
    send('abc', { messageDeduplicationId: 'own' });
    const ids = scene.queue('orders.fifo').sent.map((sent) => sent.request.messageDeduplicationId);
    expect(ids).toEqual([
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      'own',
    ]);
  });

  it('SNSF-01: sequence numbers rise, also as text', () => {
    const scene = topicTo('orders.fifo', CONTENT);
    const numbers = Array.from({ length: 12 }, (_, index) => {
      const result = scene.topic.publish(0, { body: `${index}`, messageGroupId: 'g' });
      return 'sequenceNumber' in result ? (result.sequenceNumber ?? '') : '';
    });
    expect(new Set(numbers).size).toBe(12);
    expect(numbers.toSorted()).toEqual(numbers);
  });

  it('SNSF-02: a FIFO queue gets group and deduplication id, a standard queue neither', () => {
    const scene = topicTo('orders.fifo', { subscriptions: { a: raw('a.fifo'), b: raw('b') } });
    scene.topic.publish(0, { body: 'x', messageGroupId: 'g', messageDeduplicationId: 'd' });
    expect(scene.queue('a.fifo').sent[0]?.request).toMatchObject({
      messageGroupId: 'g',
      messageDeduplicationId: 'd',
    });
    expect(scene.queue('b').sent[0]?.request).toMatchObject({
      body: 'x',
      messageGroupId: undefined,
      messageDeduplicationId: undefined,
    });
  });

  it.each(['http', 'lambda', 'firehose', 'sms', 'email', 'application'] as const)(
    'SNSF-02: %s can’t subscribe',
    (protocol) => {
      const refused = new Scene(FIFO).topic.subscribe(0, 's', subscription({ protocol }));
      expect(codeOf(refused)).toBe('InvalidParameter');
      expect(reasonOf(refused)).toContain(protocol);
      expect(
        new Scene(STANDARD).topic.subscribe(0, 's', subscription({ protocol })),
      ).toBeUndefined();
    },
  );

  it('SNSF-02: to a standard queue nothing waits for what is being retried', () => {
    const scene = topicTo('orders', CONTENT);
    scene.queue('orders').isDown = true;
    scene.topic.publish(0, { body: 'first', messageGroupId: 'g' });
    scene.queue('orders').isDown = false;
    scene.topic.publish(0, { body: 'second', messageGroupId: 'g' });
    scene.calendar.runUntil(HOUR);
    expect(scene.bodies('orders')).toEqual(['second', 'first']);
  });

  it('SNSF-03: while one message is being retried the later ones of its group wait, and other groups don’t', () => {
    const scene = topicTo('orders.fifo', CONTENT);
    scene.queue('orders.fifo').isDown = true;
    const send = (at: number, body: string, messageGroupId: string) =>
      scene.topic.publish(at, { body, messageGroupId });
    send(0, 'g1-a', 'g1');
    scene.calendar.runUntil(1_500 * MILLISECOND);
    scene.queue('orders.fifo').isDown = false;
    send(scene.calendar.now, 'g1-b', 'g1');
    send(scene.calendar.now, 'g2-a', 'g2');
    send(scene.calendar.now, 'g1-c', 'g1');
    scene.calendar.runUntil(HOUR);
    expect(scene.bodies('orders.fifo')).toEqual(['g2-a', 'g1-a', 'g1-b', 'g1-c']);
  });

  it('SNSF-03: what is given up makes room for the next of its group', () => {
    const scene = topicTo('gone.fifo', {
      ...CONTENT,
      subscriptions: { q: raw('gone.fifo', { deadLetterQueue: 'dead.fifo' }) },
    });
    scene.remove('gone.fifo');
    for (const body of ['a', 'b']) scene.topic.publish(0, { body, messageGroupId: 'g' });
    expect(scene.bodies('dead.fifo')).toEqual(['a', 'b']);
  });

  it('SNSF-03: a filter makes gaps and no swaps', () => {
    const scene = topicTo('orders.fifo', {
      ...CONTENT,
      subscriptions: { q: raw('orders.fifo', { filterPolicy: { tier: ['gold'] } }) },
    });
    const tiers = ['gold', 'silver', 'gold', 'silver', 'gold'];
    for (const [index, value] of tiers.entries())
      scene.topic.publish(0, {
        body: `${index}`,
        messageGroupId: 'g',
        attributes: { tier: { type: 'String', value } },
      });
    expect(scene.bodies('orders.fifo')).toEqual(['0', '2', '4']);
  });

  it('SNSF-03: ten thousand waiting messages go out in order when the queue is back', () => {
    const scene = topicTo('orders.fifo', CONTENT);
    const bodies = Array.from({ length: 10_000 }, (_, index) => `${index}`);
    scene.queue('orders.fifo').isDown = true;
    for (const body of bodies) scene.topic.publish(0, { body, messageGroupId: 'g' });
    scene.queue('orders.fifo').isDown = false;
    scene.calendar.runUntil(HOUR);
    expect(scene.bodies('orders.fifo')).toEqual(bodies);
  });

  it('SNSF-03: order is not touched by the chances of standard topics', () => {
    const nature = { duplicateChance: 1, reorderChance: 1 };
    const scene = topicTo('orders.fifo', { ...CONTENT, nature });
    for (const body of ['a', 'b', 'c']) scene.topic.publish(0, { body, messageGroupId: 'g' });
    scene.calendar.runUntil(HOUR);
    expect(scene.bodies('orders.fifo')).toEqual(['a', 'b', 'c']);
  });

  describe('when rates are watched', () => {
    const publishAll = (scene: Scene, count: number, at: number, group = 'g', sizeBytes = 10) => {
      const results = Array.from({ length: count }, (_, index) =>
        codeOf(
          scene.topic.publish(at, {
            body: '',
            sizeBytes,
            messageGroupId: group,
            messageDeduplicationId: `${group}-${at}-${index}`,
          }),
        ),
      );
      return results.filter((result) => result !== 'Throttled').length;
    };

    it('SNSF-04: a topic takes 3,000 messages a second', () => {
      const scene = topicTo('orders.fifo', { throttled: true });
      expect(publishAll(scene, 4_000, 0)).toBe(3_000);
      expect(publishAll(scene, 100, 10 * MILLISECOND)).toBe(30);
      expect(publishAll(scene, 4_000, 10 * SECOND)).toBe(3_000);
    });

    it('SNSF-04: a topic takes 20 MB a second', () => {
      const scene = topicTo('orders.fifo', { throttled: true });
      expect(publishAll(scene, 200, 0, 'g', 256 * 1_024)).toBe(80);
    });

    it('SNSF-04: in a group’s scope each group has 300 a second, and all have 30,000', () => {
      const scene = topicTo('orders.fifo', {
        throttled: true,
        fifoThroughputScope: 'MessageGroup',
      });
      expect(publishAll(scene, 400, 0, 'hot')).toBe(300);
      expect(publishAll(scene, 100, 0, 'cold')).toBe(100);
      expect(publishAll(scene, 100, 100 * MILLISECOND, 'hot')).toBe(30);
      const others = Array.from({ length: 120 }, (_, index) =>
        publishAll(scene, 300, SECOND, `g${index}`),
      );
      expect(others.reduce((sum, count) => sum + count)).toBe(30_000);
    });

    it('SNSF-04: whatever comes is taken when they aren’t', () => {
      expect(publishAll(topicTo('orders.fifo'), 4_000, 0)).toBe(4_000);
    });

    it('SNSF-04: a standard topic takes 30,000 a second', () => {
      const { topic } = new Scene({ ...STANDARD, throttled: true });
      const results = Array.from({ length: 30_001 }, () => codeOf(topic.publish(0, { body: '' })));
      expect(results.filter((result) => result === 'Throttled')).toHaveLength(1);
    });

    it('SNSF-04: a group has its full rate again after a second, however many groups there were', () => {
      const scene = topicTo('orders.fifo', {
        throttled: true,
        fifoThroughputScope: 'MessageGroup',
      });
      expect(publishAll(scene, 300, 0, 'hot')).toBe(300);
      for (let index = 0; index < 2_000; index += 1) publishAll(scene, 1, 0, `g${index}`);
      expect(publishAll(scene, 1, 0, 'hot')).toBe(0);
      for (let index = 0; index < 2_000; index += 1) publishAll(scene, 1, SECOND, `h${index}`);
      expect(publishAll(scene, 400, SECOND, 'hot')).toBe(300);
    });
  });

  it('SNSF-05: a subscription’s dead-letter queue is FIFO on a FIFO topic and standard on a standard one', () => {
    for (const [settings, right, wrong] of [
      [FIFO, 'dead.fifo', 'dead'],
      [STANDARD, 'dead', 'dead.fifo'],
    ] as const) {
      const { topic } = new Scene(settings);
      const endpoint = settings.fifo ? 'orders.fifo' : 'orders';
      const refused = topic.subscribe(0, 'a', raw(endpoint, { deadLetterQueue: wrong }));
      expect(codeOf(refused)).toBe('InvalidParameter');
      expect(reasonOf(refused)).toContain(wrong);
      expect(topic.subscribe(0, 'a', raw(endpoint, { deadLetterQueue: right }))).toBeUndefined();
    }
  });

  it('SNSF-05: the FIFO dead-letter queue gets group and deduplication id, also for a standard queue', () => {
    const scene = topicTo('gone', {
      subscriptions: { q: raw('gone', { deadLetterQueue: 'dead.fifo' }) },
    });
    scene.remove('gone');
    scene.topic.publish(0, { body: 'x', messageGroupId: 'g', messageDeduplicationId: 'd' });
    expect(scene.queue('dead.fifo').sent[0]?.request).toMatchObject({
      messageGroupId: 'g',
      messageDeduplicationId: 'd',
    });
  });

  describe('with an archive', () => {
    const archiving = () => topicTo('orders.fifo', { ...CONTENT, archiveDays: 2 });
    const publish = (scene: Scene, at: number, body: string) =>
      scene.topic.publish(at, { body, messageGroupId: 'g' });

    it('SNSF-06: sends a subscription again what was published from a time on, with its old id', () => {
      const scene = archiving();
      scene.topic.subscribe(0, 'other', raw('other.fifo'));
      for (const [index, body] of ['a', 'b', 'c'].entries()) publish(scene, index * HOUR, body);
      scene.topic.subscribe(3 * HOUR, 'late', subscription({ endpoint: 'late.fifo' }));
      expect(scene.topic.replay(3 * HOUR, 'late', HOUR)).toBeUndefined();
      const replayed = scene.bodies('late.fifo').map((body) => JSON.parse(body));
      expect(replayed.map(({ Message, MessageId }) => [Message, MessageId])).toEqual([
        ['b', 'id-2'],
        ['c', 'id-3'],
      ]);
      expect(replayed[0].Timestamp).toBe('1970-01-01T01:00:00.000Z');
      expect(scene.bodies('other.fifo')).toEqual(['a', 'b', 'c']);
      expect(scene.of('replayed')).toMatchObject([
        { message: 'id-2', subscription: 'late' },
        { message: 'id-3', subscription: 'late' },
      ]);
    });

    it('SNSF-06: keeps messages for its days and no longer', () => {
      const scene = archiving();
      publish(scene, 0, 'old');
      publish(scene, DAY, 'new');
      scene.topic.replay(2 * DAY - 1, 'q', 0);
      expect(scene.of('replayed')).toHaveLength(2);
      scene.topic.replay(2 * DAY, 'q', 0);
      expect(scene.of('replayed').slice(2)).toMatchObject([{ message: 'id-2' }]);
    });

    it('SNSF-06: replays only what the filter lets through', () => {
      const scene = archiving();
      publish(scene, 0, 'a');
      scene.topic.subscribe(0, 'picky', raw('vips.fifo', { filterPolicy: { tier: ['gold'] } }));
      scene.topic.replay(SECOND, 'picky', 0);
      expect(scene.bodies('vips.fifo')).toEqual([]);
    });

    it('SNSF-06: does not archive repetitions', () => {
      const scene = archiving();
      for (const at of [0, 1, 2]) publish(scene, at, 'same');
      scene.topic.replay(SECOND, 'q', 0);
      expect(scene.of('replayed')).toHaveLength(1);
    });

    it('SNSF-06: refuses a replay without an archive or without the subscription', () => {
      expect(codeOf(topicTo('orders.fifo').topic.replay(0, 'q', 0))).toBe('InvalidParameter');
      expect(codeOf(archiving().topic.replay(0, 'nobody', 0))).toBe('NotFound');
    });

    it('SNSF-06: is kept for 1 to 365 whole days, on FIFO topics only', () => {
      for (const archiveDays of [0, 366, 1.5])
        expect(codeOf(topicProblem({ ...FIFO, archiveDays }))).toBe('InvalidParameter');
      for (const archiveDays of [1, 365])
        expect(topicProblem({ ...FIFO, archiveDays })).toBeUndefined();
      expect(reasonOf(topicProblem({ ...STANDARD, archiveDays: 7 }))).toContain('FIFO');
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../../../src/simulator/broker/attributes.ts';
import type { SubscriptionAttributes } from '../../../../../src/simulator/broker/topic/settings.ts';
import { Scene, STANDARD, subscription } from '../scene.ts';

/** What the event says when this message is filtered out. */
function whyNot(
  changes: Partial<SubscriptionAttributes>,
  body: string,
  attributes: Attributes = {},
) {
  const scene = new Scene({ ...STANDARD, subscriptions: { s: subscription(changes) } });
  scene.topic.publish(0, { body, attributes });
  return scene.of('filtered-out')[0]?.why;
}

const onAttributes = (filterPolicy: unknown) => ({ filterPolicy });
const onBody = (filterPolicy: unknown) => ({
  filterPolicy,
  filterPolicyScope: 'MessageBody' as const,
});

describe('why a message was filtered out', () => {
  it('says that the key is in the body instead', () => {
    expect(whyNot(onAttributes({ type: ['order'] }), '{"type":"order"}')).toBe(
      'its filter wants "type" to be the text "order", which the attributes lack: it is in the body, which a filter with FilterPolicyScope MessageAttributes ignores',
    );
  });

  it('says that the key is an attribute instead', () => {
    const type = { type: 'String', value: 'order' } as const;
    expect(whyNot(onBody({ type: ['order'] }), '{}', { type })).toBe(
      'its filter wants "type" to be the text "order", which the body lacks: it is an attribute, which a filter with FilterPolicyScope MessageBody ignores',
    );
  });

  it('says that the key is nowhere', () => {
    expect(whyNot(onAttributes({ a: [1, { exists: true }] }), 'hello')).toBe(
      'its filter wants "a" to be 1 or there, which the attributes lack',
    );
  });

  it('says what the value is', () => {
    const total = { type: 'String', value: '150' } as const;
    expect(
      whyNot(onAttributes({ total: [{ numeric: ['>=', 100, '<', 200] }] }), '', { total }),
    ).toBe('its filter wants "total" to be a number >= 100 and < 200, and it is the text "150"');
  });

  it('says that the body is no JSON', () => {
    expect(whyNot(onBody({ a: [1] }), 'hello')).toBe(
      'its filter reads the body as JSON, and the body is no JSON object',
    );
  });

  it('goes through the branches of an $or', () => {
    expect(whyNot(onBody({ $or: [{ a: [1] }, { b: [{ prefix: 'x' }] }] }), '{"a":2}')).toBe(
      'no alternative of its $or holds: its filter wants "a" to be 1, and it is 2; its filter wants "b" to be text that begins with "x", which the body lacks',
    );
  });

  it.each<[unknown, string]>([
    [{ suffix: 'x' }, 'text that ends with "x"'],
    [{ 'equals-ignore-case': 'X' }, '"x" in upper or lower case'],
    [{ 'anything-but': [1, null] }, 'anything but 1, null'],
    [{ 'anything-but': { prefix: 'a' } }, 'anything but text that begins with "a"'],
    [{ cidr: '10.0.0.0/8' }, 'an address in 10.0.0.0/8'],
    [true, 'true'],
  ])('puts %j in words', (condition, words) => {
    expect(whyNot(onAttributes({ a: [condition] }), '')).toBe(
      `its filter wants "a" to be ${words}, which the attributes lack`,
    );
  });

  it('says that something is there which should not be', () => {
    expect(whyNot(onBody({ a: [{ exists: false }] }), '{"a":[1,2]}')).toBe(
      'its filter wants "a" to be absent, and it is 1, 2',
    );
  });
});

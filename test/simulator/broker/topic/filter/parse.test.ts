import { describe, expect, it } from 'vitest';
import { parseFilterPolicy } from '../../../../../src/simulator/broker/topic/filter/parse.ts';
import { codeOf, reasonOf, Scene, STANDARD, subscription } from '../scene.ts';

const onBody = (policy: unknown) => parseFilterPolicy(policy, 'MessageBody');
const onAttributes = (policy: unknown) => parseFilterPolicy(policy, 'MessageAttributes');

const values = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);

describe('a filter policy', () => {
  it('SNS-08: has at most five keys, nested ones not counted', () => {
    const keys = (count: number) => Object.fromEntries(values(count).map((key) => [key, ['x']]));
    expect(reasonOf(onAttributes(keys(6)))).toContain('6 keys');
    expect(codeOf(onAttributes(keys(6)))).toBe('InvalidParameter');
    expect(reasonOf(onAttributes(keys(5)))).toBe('');
    expect(reasonOf(onBody({ nested: keys(6) }))).toBe('');
  });

  it('SNS-08: has at most 150 combinations of values', () => {
    expect(reasonOf(onAttributes({ a: values(10), b: values(15) }))).toBe('');
    expect(reasonOf(onAttributes({ a: values(10), b: values(16) }))).toContain('160 combinations');
    expect(reasonOf(onAttributes({ a: values(151) }))).toContain('151 combinations');
  });

  it('SNS-08: counts each list as often as it is deep', () => {
    // The service's own example: 3 x 4 x 2 x 3 = 72.
    const example = (last: number) => ({
      a: { b: { c: values(4) } },
      d: { e: values(last) },
    });
    expect(reasonOf(onBody(example(3)))).toBe('');
    expect(reasonOf(onBody(example(6)))).toBe('');
    expect(reasonOf(onBody(example(7)))).toContain('168 combinations');
  });

  it('SNS-08: adds up the branches of an $or', () => {
    const policy = (count: number) => ({
      k: values(10),
      $or: [{ a: values(7) }, { b: values(count) }],
    });
    expect(reasonOf(onAttributes(policy(8)))).toBe('');
    expect(reasonOf(onAttributes(policy(9)))).toContain('160 combinations');
  });

  it('SNS-08: has at most 256 KB', () => {
    expect(reasonOf(onAttributes({ a: ['x'.repeat(262_144)] }))).toContain('bytes');
    expect(reasonOf(onAttributes({ a: ['x'.repeat(262_000)] }))).toBe('');
  });

  it.each<[string, unknown, string]>([
    ['an empty list', { a: [] }, 'the list of "a" is empty'],
    ['two operators in one object', { a: [{ prefix: 'x', suffix: 'y' }] }, 'exactly one operator'],
    ['no operator', { a: [{}] }, 'exactly one operator'],
    ['a misspelt operator', { a: [{ prefx: 'x' }] }, 'did you mean "prefix"?'],
    ['an operator of another kind', { a: [{ sounds: 'x' }] }, 'there are prefix, suffix'],
    ['an operator named like Object’s own', { a: [{ toString: 'x' }] }, 'unknown operator'],
    ['a value without a list', { a: 'x' }, 'write ["x"]'],
    ['a list in a list', { a: [['x']] }, 'a value of "a" must be'],
    ['nested keys on attributes', { a: { b: ['x'] } }, 'set FilterPolicyScope to MessageBody'],
    ['an $or of one branch, which is none', { $or: [{ a: ['x'] }] }, 'unknown operator "a"'],
    ['no object', ['a'], 'must be a JSON object'],
    ['null', null, 'must be a JSON object'],
    ['a prefix that is no string', { a: [{ prefix: 1 }] }, '"prefix" of "a" must be a string'],
    ['a suffix that is no string', { a: [{ suffix: null }] }, '"suffix" of "a" must be a string'],
    ['exists that is no boolean', { a: [{ exists: 'yes' }] }, 'must be true or false'],
    ['anything-but with an empty list', { a: [{ 'anything-but': [] }] }, 'empty list'],
    ['anything-but with numeric', { a: [{ 'anything-but': { numeric: ['=', 1] } }] }, '"numeric"'],
    ['anything-but with prefixes', { a: [{ 'anything-but': [{ prefix: 'a' }] }] }, '"prefix"'],
    ['numeric without a list', { a: [{ numeric: 5 }] }, 'must be like'],
    ['numeric of one', { a: [{ numeric: ['='] }] }, 'must be like'],
    ['numeric with an unknown sign', { a: [{ numeric: ['!=', 5] }] }, 'not "!="'],
    ['numeric with a text', { a: [{ numeric: ['>', '5'] }] }, 'needs a number after >'],
    ['a range upside down', { a: [{ numeric: ['<', 5, '>', 1] }] }, 'must go from'],
    ['a range that ends before it begins', { a: [{ numeric: ['>', 5, '<', 5] }] }, 'below its end'],
    ['cidr without bits', { a: [{ cidr: '10.0.0.0' }] }, 'must be a block'],
    ['cidr with too many bits', { a: [{ cidr: '10.0.0.0/33' }] }, 'must be a block'],
    ['cidr that is no address', { a: [{ cidr: '10.0.0.256/8' }] }, 'must be a block'],
  ])('SNS-08: refuses %s', (_, policy, reason) => {
    expect(codeOf(onAttributes(policy))).toBe('InvalidParameter');
    expect(reasonOf(onAttributes(policy))).toContain(reason);
  });

  it('SNS-08: names a nested key in full', () => {
    expect(reasonOf(onBody({ order: { total: [{ numeric: [] }] } }))).toContain('"order.total"');
    expect(reasonOf(onBody({ $or: [{ a: ['x'] }, { b: { c: [] } }] }))).toContain('"b.c"');
  });

  it('SNS-08: a subscription with a wrong one is refused', () => {
    const { topic } = new Scene(STANDARD);
    const refused = topic.subscribe(0, 's', subscription({ filterPolicy: { a: [] } }));
    expect(reasonOf(refused)).toMatch(/^FilterPolicy: /);
    expect(topic.subscribe(0, 's', subscription({ filterPolicy: {} }))).toBeUndefined();
  });
});

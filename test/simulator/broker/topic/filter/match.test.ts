import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '../../../../../src/simulator/broker/attributes.ts';
import { accepts, acceptsBody } from './accepts.ts';

const text = (value: string): AttributeValue => ({ type: 'String', value });
const number = (value: string): AttributeValue => ({ type: 'Number', value });
const list = (value: unknown): AttributeValue => ({
  type: 'String.Array',
  value: JSON.stringify(value),
});

describe('a filter on attributes', () => {
  it('SNS-06: does not match when its key is only in the body', () => {
    const policy = { eventType: ['order'] };
    expect(accepts(policy, {}, '{"eventType":"order"}')).toBe(false);
    expect(accepts(policy, { eventType: text('order') }, '{}')).toBe(true);
  });

  it('SNS-06: does not match a key of another name', () => {
    expect(accepts({ channel: ['email'] }, { channels: list(['email']) })).toBe(false);
  });

  it('SNS-07: wants all keys, and one value of each', () => {
    const policy = { tier: ['gold', 'silver'], country: ['fr'] };
    expect(accepts(policy, { tier: text('silver'), country: text('fr') })).toBe(true);
    expect(accepts(policy, { tier: text('bronze'), country: text('fr') })).toBe(false);
    expect(accepts(policy, { tier: text('gold') })).toBe(false);
  });

  it('SNS-07: distinguishes upper and lower case', () => {
    expect(accepts({ tier: ['gold'] }, { tier: text('Gold') })).toBe(false);
  });

  it.each<[string, unknown, AttributeValue, boolean]>([
    ['exact string', 'a', text('a'), true],
    ['exact string, Number attribute', '1', number('1'), false],
    ['exact number', 1, number('1.0'), true],
    ['exact number, other digits', 0.1, number('0.10001'), false],
    ['exact number, beyond five digits', 0.1, number('0.100001'), true],
    ['exact number, String attribute', 1, text('1'), false],
    ['exact number, other number', 1, number('2'), false],
    ['true, as text', true, text('true'), false],
    ['true, in a list', true, list([true]), true],
    ['null, in a list', null, list([null]), true],
    ['null, as text', null, text('null'), false],
    ['prefix', { prefix: 'ab' }, text('abc'), true],
    ['prefix, other', { prefix: 'bc' }, text('abc'), false],
    ['prefix, number', { prefix: '1' }, number('12'), false],
    ['suffix', { suffix: 'bc' }, text('abc'), true],
    ['suffix, other', { suffix: 'ab' }, text('abc'), false],
    ['equals-ignore-case', { 'equals-ignore-case': 'ABC' }, text('aBc'), true],
    ['equals-ignore-case, other', { 'equals-ignore-case': 'ABC' }, text('abd'), false],
    ['anything-but', { 'anything-but': 'a' }, text('b'), true],
    ['anything-but, the same', { 'anything-but': 'a' }, text('a'), false],
    ['anything-but, list', { 'anything-but': ['a', 'b'] }, text('c'), true],
    ['anything-but, in the list', { 'anything-but': ['a', 'b'] }, text('b'), false],
    ['anything-but, numbers', { 'anything-but': [1, 2] }, number('3'), true],
    ['anything-but, in the numbers', { 'anything-but': [1, 2] }, number('2'), false],
    ['anything-but, prefix', { 'anything-but': { prefix: 'a' } }, text('ba'), true],
    ['anything-but, with the prefix', { 'anything-but': { prefix: 'a' } }, text('ab'), false],
    ['anything-but, suffix', { 'anything-but': { suffix: 'a' } }, text('ab'), true],
    ['anything-but, with the suffix', { 'anything-but': { suffix: 'a' } }, text('ba'), false],
    ['numeric =', { numeric: ['=', 5] }, number('5'), true],
    ['numeric =, other', { numeric: ['=', 5] }, number('6'), false],
    ['numeric <', { numeric: ['<', 5] }, number('4.99999'), true],
    ['numeric <, equal', { numeric: ['<', 5] }, number('5'), false],
    ['numeric <=, equal', { numeric: ['<=', 5] }, number('5'), true],
    ['numeric <=, above', { numeric: ['<=', 5] }, number('5.1'), false],
    ['numeric >, equal', { numeric: ['>', 5] }, number('5'), false],
    ['numeric >', { numeric: ['>', 5] }, number('5.1'), true],
    ['numeric >=, equal', { numeric: ['>=', 5] }, number('5'), true],
    ['numeric >=, below', { numeric: ['>=', 5] }, number('-5'), false],
    ['numeric range, inside', { numeric: ['>=', 5, '<', 10] }, number('5'), true],
    ['numeric range, its end', { numeric: ['>=', 5, '<', 10] }, number('10'), false],
    ['numeric range, before', { numeric: ['>', 5, '<=', 10] }, number('5'), false],
    ['numeric, String attribute', { numeric: ['>=', 100] }, text('150'), false],
    ['exists', { exists: true }, text(''), true],
    ['exists false', { exists: false }, text(''), false],
    ['cidr', { cidr: '10.1.0.0/16' }, text('10.1.255.3'), true],
    ['cidr, outside', { cidr: '10.1.0.0/16' }, text('10.2.0.1'), false],
    ['cidr, IPv6', { cidr: '2001:db8::/32' }, text('2001:0db8:1::5'), true],
    ['cidr, no address', { cidr: '0.0.0.0/0' }, text('here'), false],
  ])('SNS-07: %s', (_, condition, attribute, expected) => {
    expect(accepts({ key: [condition] }, { key: attribute })).toBe(expected);
  });

  it('SNS-07: an absent key matches only exists false', () => {
    expect(accepts({ key: [{ exists: false }] }, {})).toBe(true);
    expect(accepts({ key: [{ exists: true }] }, {})).toBe(false);
    expect(accepts({ key: [{ 'anything-but': 'a' }] }, {})).toBe(false);
    expect(accepts({ key: [{ 'anything-but': 'a' }, { exists: false }] }, {})).toBe(true);
  });

  it('SNS-07: of a list any element may match', () => {
    const sports = list(['rugby', 'chess', 7]);
    expect(accepts({ sports: ['chess'] }, { sports })).toBe(true);
    expect(accepts({ sports: [{ numeric: ['>', 6] }] }, { sports })).toBe(true);
    expect(accepts({ sports: [{ 'anything-but': ['rugby'] }] }, { sports })).toBe(true);
    expect(accepts({ sports: [{ 'anything-but': ['rugby', 'chess', 7] }] }, { sports })).toBe(
      false,
    );
    expect(accepts({ sports: ['tennis'] }, { sports })).toBe(false);
  });

  it('SNS-07: binary attributes and lists that are no JSON have no values', () => {
    const binary: AttributeValue = { type: 'Binary', value: 'YQ==' };
    const broken: AttributeValue = { type: 'String.Array', value: '[a' };
    for (const key of [binary, broken]) {
      expect(accepts({ key: [{ exists: true }] }, { key })).toBe(false);
      expect(accepts({ key: [{ 'anything-but': 'x' }] }, { key })).toBe(false);
    }
  });

  it('SNS-07: $or wants one of its branches, together with the other keys', () => {
    const policy = {
      source: ['shop'],
      $or: [{ tier: ['gold'] }, { total: [{ numeric: ['>', 100] }] }],
    };
    const source = text('shop');
    expect(accepts(policy, { source, tier: text('gold') })).toBe(true);
    expect(accepts(policy, { source, total: number('101') })).toBe(true);
    expect(accepts(policy, { source, total: number('99') })).toBe(false);
    expect(accepts(policy, { tier: text('gold') })).toBe(false);
  });

  it('SNS-07: $or with one branch, or with operators in it, is a key of that name', () => {
    const found = { $or: text('abc') };
    expect(accepts({ $or: [{ prefix: 'a' }, { prefix: 'b' }] }, found)).toBe(true);
    expect(accepts({ $or: ['x', 'abc'] }, found)).toBe(true);
    expect(accepts({ $or: [{ prefix: 'b' }] }, found)).toBe(false);
  });

  it('SNS-07: names of Object’s own are keys like any other', () => {
    expect(accepts({ toString: [{ exists: true }] }, {})).toBe(false);
    expect(acceptsBody({ constructor: [{ exists: true }] }, '{}')).toBe(false);
    expect(acceptsBody({ constructor: ['x'] }, '{"constructor":"x"}')).toBe(true);
  });
});

describe('a filter on the body', () => {
  const body = '{"order":{"total":150,"lines":[{"sku":"a"},{"sku":"b"}],"paid":true,"note":null}}';

  it('SNS-06: sees nested keys of the JSON, and not the attributes', () => {
    expect(acceptsBody({ order: { total: [{ numeric: ['>=', 100] }] } }, body)).toBe(true);
    expect(acceptsBody({ order: { total: [{ numeric: ['<', 100] }] } }, body)).toBe(false);
    expect(acceptsBody({ order: { paid: [true], note: [null] } }, body)).toBe(true);
    expect(acceptsBody({ order: { paid: ['true'] } }, body)).toBe(false);
    expect(acceptsBody({ tier: ['gold'] }, body, { tier: text('gold') })).toBe(false);
  });

  it('SNS-06: looks into lists', () => {
    expect(acceptsBody({ order: { lines: { sku: ['b'] } } }, body)).toBe(true);
    expect(acceptsBody({ order: { lines: { sku: ['c'] } } }, body)).toBe(false);
    expect(acceptsBody({ tags: ['x'] }, '{"tags":["y",["x"]]}')).toBe(true);
  });

  it('SNS-06: takes an empty list and an empty object for absent', () => {
    for (const empty of ['{"tags":[]}', '{"tags":{}}', '{}'])
      expect(acceptsBody({ tags: [{ exists: false }] }, empty)).toBe(true);
    expect(acceptsBody({ tags: [{ exists: false }] }, '{"tags":null}')).toBe(false);
  });

  it('SNS-06: matches no body that isn’t a JSON object', () => {
    for (const other of ['hello', '', '[{"a":1}]', '"a"', 'null', '{"a":1'])
      expect(acceptsBody({ a: [{ exists: false }, 1] }, other)).toBe(false);
  });

  it('SNS-06: writes nesting as dots, too', () => {
    expect(acceptsBody({ 'order.total': [150] }, body)).toBe(true);
    expect(acceptsBody({ a: { b: ['x'] } }, '{"a.b":"x"}')).toBe(true);
  });

  it('SNS-07: $or may be nested', () => {
    const policy = { order: { $or: [{ total: [1] }, { lines: { sku: ['a'] } }] } };
    expect(acceptsBody(policy, body)).toBe(true);
    expect(acceptsBody(policy, '{"order":{"total":2}}')).toBe(false);
  });
});

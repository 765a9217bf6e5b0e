import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isInBlock,
  parseAddressBlock,
} from '../../../../../src/simulator/broker/topic/filter/address.ts';
import { runs } from '../../../../fixtures/runs.ts';

/** Addresses that share their first bits more often than chance would have it. */
const near = fc.nat({ max: 0xff }).map((low) => `10.1.${low >> 4}.${low}`);
const version4 = fc.oneof(fc.ipV4(), near);
const version6 = fc.oneof(
  fc.ipV6(),
  fc.nat({ max: 0xff }).map((low) => `2001:db8::${low.toString(16)}:1`),
);

function nodeSays(base: string, bits: number, address: string, family: 'ipv4' | 'ipv6'): boolean {
  const list = new BlockList();
  list.addSubnet(base, bits, family);
  return list.check(address, family);
}

describe('blocks of IP addresses', () => {
  it('SNS-07: cidr agrees with Node’s own on IPv4', () => {
    fc.assert(
      fc.property(version4, fc.integer({ min: 1, max: 32 }), version4, (base, bits, address) => {
        const block = parseAddressBlock(`${base}/${bits}`);
        expect(block && isInBlock(address, block)).toBe(nodeSays(base, bits, address, 'ipv4'));
      }),
      runs(1_000),
    );
  });

  it('SNS-07: cidr agrees with Node’s own on IPv6', () => {
    fc.assert(
      fc.property(version6, fc.integer({ min: 1, max: 128 }), version6, (base, bits, address) => {
        const block = parseAddressBlock(`${base}/${bits}`);
        expect(block && isInBlock(address, block)).toBe(nodeSays(base, bits, address, 'ipv6'));
      }),
      runs(1_000),
    );
  });

  it('SNS-07: cidr does not mix the two kinds', () => {
    const block = parseAddressBlock('::/0');
    expect(block && isInBlock('10.0.0.1', block)).toBe(false);
    expect(block && isInBlock('1::', block)).toBe(true);
  });

  it.each([
    '1::2::3/8',
    '1:2:3/8',
    ':/8',
    '12345::/8',
    '::1/129',
    '10.0.0/8',
    '10.0.0.0/8/8',
    'x/8',
  ])('%s is none', (text) => {
    expect(parseAddressBlock(text)).toBeUndefined();
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../../src/simulator/broker/sha256.ts';

const nodes = (text: string) => createHash('sha256').update(text).digest('hex');

it('hashes any text as Node does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(nodes(text));
    }),
  );
});

it.each([0, 54, 55, 56, 63, 64, 65, 119, 120, 1000])('hashes %i bytes', (length) => {
  expect(sha256('a'.repeat(length))).toBe(nodes('a'.repeat(length)));
});

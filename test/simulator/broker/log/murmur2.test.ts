import { describe, expect, it } from 'vitest';
import {
  murmur2,
  partitionOfKey,
  utf8Length,
} from '../../../../src/simulator/broker/log/murmur2.ts';

describe('the hash of keys', () => {
  // The values of Kafka's own test of its murmur2.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('KFK-01: %s hashes as in Kafka', (key, hash) => {
    const bytes = new TextEncoder().encode(key);
    expect(murmur2(bytes, bytes.length)).toBe(hash);
  });

  it('KFK-01: a negative hash loses its sign bit before the remainder is taken', () => {
    expect(partitionOfKey('21', 12)).toBe((-973932308 & 0x7fffffff) % 12);
    expect(partitionOfKey('abc', 12)).toBe(479470107 % 12);
  });

  it('KFK-01: it is the hash of the UTF-8 bytes, short or long, ASCII or not', () => {
    for (const key of ['', 'a', 'käse', '🎟', 'x'.repeat(300), 'a-little-bit-long-string']) {
      const bytes = new TextEncoder().encode(key);
      expect(partitionOfKey(key, 1_000)).toBe((murmur2(bytes, bytes.length) & 0x7fffffff) % 1_000);
    }
  });

  it.each([
    ['', 0],
    ['abc', 3],
    ['Grüße', 7],
    ['🎟', 4],
    ['\ud83c', 3],
  ])('%j has %i bytes', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
  });
});

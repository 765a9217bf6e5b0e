const M = 0x5bd1e995;
const SEED = 0x9747b28c;
const encoder = new TextEncoder();
/** Keys that fit are encoded here, since they are many and short. */
const scratch = new Uint8Array(256);

/**
 * Austin Appleby's MurmurHash2 with the seed that Kafka's default partitioner uses, as a signed 32-bit integer, so that a
 * key lands in the same partition here as there (KFK-01).
 */
export function murmur2(bytes: Uint8Array, length: number): number {
  let hash = SEED ^ length;
  const whole = length & ~3;
  for (let at = 0; at < whole; at += 4) hash = Math.imul(hash, M) ^ scrambled(fourBytes(bytes, at));
  const rest = length - whole;
  if (rest === 3) hash ^= byte(bytes, whole + 2) << 16;
  if (rest >= 2) hash ^= byte(bytes, whole + 1) << 8;
  if (rest >= 1) hash = Math.imul(hash ^ byte(bytes, whole), M);
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}

/** hash(key) mod partitions (KFK-01): the same partition for the same key while their number is the same. */
export function partitionOfKey(key: string, partitions: number): number {
  return (hashOf(key) & 0x7fffffff) % partitions;
}

/** UTF-8 bytes of a text. */
export function utf8Length(text: string): number {
  for (let at = 0; at < text.length; at += 1)
    if (text.charCodeAt(at) > 0x7f) return encoder.encode(text).length;
  return text.length;
}

function hashOf(key: string): number {
  if (key.length > scratch.length) return hashOfAny(key);
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (code > 0x7f) return hashOfAny(key);
    scratch[at] = code;
  }
  return murmur2(scratch, key.length);
}

function hashOfAny(key: string): number {
  const bytes = encoder.encode(key);
  return murmur2(bytes, bytes.length);
}

function fourBytes(bytes: Uint8Array, at: number): number {
  return (
    byte(bytes, at) |
    (byte(bytes, at + 1) << 8) |
    (byte(bytes, at + 2) << 16) |
    (byte(bytes, at + 3) << 24)
  );
}

function scrambled(four: number): number {
  const mixed = Math.imul(four, M);
  return Math.imul(mixed ^ (mixed >>> 24), M);
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

import MurmurHash3 from 'imurmurhash';

const RANGE = 2 ** 32;

/**
 * A number in [0, 1) that depends on the seed and the key alone: the same in every run, whatever else happens. The hash starts
 * from 32 bits; what a larger seed has above them is hashed before the key.
 */
export function keyedChance(seed: number, key: string): number {
  const above = Math.floor(seed / RANGE);
  const text = above === 0 ? key : `${above} ${key}`;
  return MurmurHash3(text, seed % RANGE).result() / RANGE;
}

import MurmurHash3 from 'imurmurhash';

const RANGE = 2 ** 32;

/** A number in [0, 1) that depends on the seed and the key alone: the same in every run, whatever else happens. */
export function keyedChance(seed: number, key: string): number {
  return MurmurHash3(key, seed).result() / RANGE;
}

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * The indices 0 to length - 1 in an order that the seed decides (Fisher and Yates). Never in their own order where there is
 * another: nothing would be asked.
 */
export function shuffledIndices(length: number, seed: number): number[] {
  const random = xoroshiro128plus(seed);
  const indices = Array.from({ length }, (_, index) => index);
  const isUntouched = () => indices.every((value, index) => value === index);
  do {
    for (let last = length - 1; last > 0; last -= 1) {
      const chosen = uniformInt(random, 0, last);
      [indices[last], indices[chosen]] = [indices[chosen] ?? 0, indices[last] ?? 0];
    }
  } while (length > 1 && isUntouched());
  return indices;
}

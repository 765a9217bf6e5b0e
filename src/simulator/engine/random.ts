import MurmurHash3 from 'imurmurhash';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Outputs thrown away at the start, so that states that are alike have drifted apart. */
const WARM_UP = 16;

/** A sequence of draws that only its seed and its name decide. */
export class RandomStream {
  readonly #generator: ReturnType<typeof xoroshiro128plusFromState>;

  constructor(seed: number, name: string) {
    const text = `${seed} ${name}`;
    this.#generator = xoroshiro128plusFromState([1, 2, 3, 4].map((word) => hash(text, word)));
    for (let drawn = 0; drawn < WARM_UP; drawn += 1) this.#generator.next();
  }

  /** Uniform in [0, 1): a multiple of 2^-53. */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** A whole number in [0, below), each with the same chance. */
  below(below: number): number {
    return uniformInt(this.#generator, 0, below - 1);
  }

  /** True with this probability; 0 never and 1 always, both without drawing. */
  chance(probability: number): boolean {
    if (probability <= 0) return false;
    return probability >= 1 || this.uniform() < probability;
  }
}

/**
 * The streams of a run. Each component has one of its own for each purpose, by name, so that what one draws never shifts
 * what another gets.
 */
export class RandomStreams {
  readonly #seed: number;
  readonly #streams = new Map<string, RandomStream>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The stream of this name; the same one each time. */
  stream(name: string): RandomStream {
    const known = this.#streams.get(name);
    if (known) return known;
    const stream = new RandomStream(this.#seed, name);
    this.#streams.set(name, stream);
    return stream;
  }
}

function hash(text: string, seed: number): number {
  return MurmurHash3(text, seed).result() | 0;
}

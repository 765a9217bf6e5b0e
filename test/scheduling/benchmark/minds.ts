import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Day } from '../../../src/domain/day.ts';
import type { Memory } from '../../../src/domain/progress.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import {
  defaultParameters,
  defaultWeights,
  nextMemory,
  retrievability,
} from '../../../src/scheduling/fsrs.ts';
import { forgetful } from '../../fixtures/simulated-log.ts';

/** How a simulated learner really remembers one question. The scheduler sees only the ratings. */
export interface Mind {
  /** 0 before the first answer. */
  recall(day: Day): number;
  answer(day: Day): Rating;
}

/** One kind of learner: `seed` decides what the mind of one question is like and how its answers fall. */
export type MindOf = (seed: number) => Mind;

export const minds: Readonly<Record<string, MindOf>> = {
  'FSRS-6': (seed) => fsrsMind(seed, defaultWeights),
  forgetful: (seed) => fsrsMind(seed, forgetful),
  'half-life': halfLifeMind,
};

/** The part of new questions that are known at the first answer, right after the card was read. */
const KNOWN_AT_FIRST = 0.75;

/** Memory follows FSRS-6 with these weights, which are not the scheduler's. */
function fsrsMind(seed: number, weights: readonly number[]): Mind {
  const draw = drawsOf(seed);
  const parameters = { ...defaultParameters, weights, fuzz: false };
  let memory: Memory | undefined;
  const recall = (day: Day) => (memory ? retrievability(memory, day, weights) : 0);
  return {
    recall,
    answer: (day) => {
      const rating = draw() < (memory ? recall(day) : KNOWN_AT_FIRST) ? 3 : 1;
      memory = nextMemory(memory, rating, { day, atMs: 0 }, parameters, '');
      return rating;
    },
  };
}

/**
 * Memory halves within a half-life, as in half-life regression (Settles and Meeder 2016). A recall lengthens it, the more the
 * harder it was; questions differ in how much. A lapse cuts it.
 */
function halfLifeMind(seed: number): Mind {
  const draw = drawsOf(seed);
  const ease = 0.5 + draw();
  let known: { day: Day; halfLife: number } | undefined;
  const recall = (day: Day) => (known ? 2 ** ((known.day - day) / known.halfLife) : 0);
  return {
    recall,
    answer: (day) => {
      const expected = known ? recall(day) : KNOWN_AT_FIRST;
      const isRecalled = draw() < expected;
      const before = known?.halfLife ?? (isRecalled ? 10 : 3);
      const growth = known ? 1 + 5 * ease * (1 - expected) ** 0.6 : 1;
      known = { day, halfLife: isRecalled ? before * growth : Math.max(2, before * 0.4) };
      return isRecalled ? 3 : 1;
    },
  };
}

function drawsOf(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterSet } from '../../src/domain/parameter-set.ts';
import type { Memory } from '../../src/domain/progress.ts';
import type { Rating } from '../../src/domain/rating.ts';
import {
  ALGORITHM,
  defaultParameters,
  nextMemory,
  previewMemories,
  retrievability,
} from '../../src/scheduling/fsrs.ts';

const exact: ParameterSet = { ...defaultParameters, fuzz: false };
const START = 19_355;

function learn(ratings: readonly Rating[], gaps?: readonly number[]): Memory[] {
  const memories: Memory[] = [];
  let day = START;
  for (const [index, rating] of ratings.entries()) {
    const before = memories.at(-1);
    day = gaps ? day + (gaps[index] ?? 0) : (before?.dueDay ?? day);
    memories.push(nextMemory(before, rating, { day, atMs: day * 86_400_000 }, exact, 'q'));
  }
  return memories;
}

// The vectors of ts-fsrs, packages/fsrs/__tests__/FSRS-6.test.ts at a26a6605; those of the memory state come from
// fsrs-rs, src/inference.rs at 037345fd.
describe('the reference vectors of FSRS-6', () => {
  it('has the published default weights', () => {
    expect(defaultParameters.weights).toEqual([
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
      0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]);
    expect(ALGORITHM).toBe('FSRS-6 ts-fsrs 5.4.2');
  });

  it('gives the published intervals', () => {
    const memories = learn([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]);
    const intervals = memories.map(({ scheduledDays }) => scheduledDays);
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it('gives the published memory state', () => {
    const last = learn([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21]).at(-1);
    expect(last?.stability).toBeCloseTo(53.62691, 4);
    expect(last?.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('gives the published first answers', () => {
    const first = previewMemories(undefined, { day: START, atMs: 0 }, exact, 'q');
    const of = <Key extends keyof Memory>(key: Key) =>
      ([1, 2, 3, 4] as const).map((rating) => first[rating][key]);
    expect(of('stability')).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(of('difficulty')).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect(of('scheduledDays')).toEqual([0, 0, 0, 8]);
    expect(of('state')).toEqual(['Learning', 'Learning', 'Learning', 'Review']);
  });

  it('gives the published retrievability at the end of an Easy interval', () => {
    const [memory] = learn([4]) as [Memory];
    expect(retrievability(memory, memory.dueDay, exact.weights)).toBe(0.9024733);
  });
});

describe('learning steps', () => {
  it('come back after their minutes, and end in days', () => {
    const [again, good, known] = learn([1, 3, 3], [0, 0, 0]) as [Memory, Memory, Memory];
    expect((again.dueMs ?? 0) - again.lastMs).toBe(60_000);
    expect((good.dueMs ?? 0) - good.lastMs).toBe(600_000);
    expect(known).toMatchObject({
      state: 'Review',
      dueMs: null,
      dueDay: START + known.scheduledDays,
    });
  });

  it('are taken from the parameters', () => {
    const parameters = { ...exact, learningSteps: ['3m', '1h'], relearningSteps: [] };
    const moment = { day: START, atMs: 0 };
    const first = nextMemory(undefined, 3, moment, parameters, 'q');
    expect(first.dueMs).toBe(3_600_000);
    const known = nextMemory(first, 4, moment, parameters, 'q');
    const lapsed = nextMemory(known, 1, { day: known.dueDay, atMs: 0 }, parameters, 'q');
    expect(lapsed).toMatchObject({ state: 'Review', lapses: 1 });
  });
});

const ratings = fc.array(fc.constantFrom<Rating>(1, 2, 3, 4), { minLength: 1, maxLength: 20 });

describe('any history', () => {
  it('is continued as the preview said', () => {
    fc.assert(
      fc.property(
        ratings,
        fc.array(fc.nat(40), { minLength: 20, maxLength: 20 }),
        (given, gaps) => {
          let memory: Memory | undefined;
          let day = START;
          for (const [index, rating] of given.entries()) {
            day += gaps[index] ?? 0;
            const moment = { day, atMs: day * 86_400_000 };
            const preview = previewMemories(memory, moment, defaultParameters, 'q');
            memory = nextMemory(memory, rating, moment, defaultParameters, 'q');
            expect(memory).toEqual(preview[rating]);
          }
        },
      ),
    );
  });

  it('keeps stability positive, difficulty within 1 to 10, and recall a probability, also when the clock goes back', () => {
    fc.assert(
      fc.property(
        ratings,
        fc.array(fc.integer({ min: -9, max: 60 }), { minLength: 20 }),
        (given, gaps) => {
          let day = START;
          let memory: Memory | undefined;
          for (const [index, rating] of given.entries()) {
            day += gaps[index] ?? 0;
            memory = nextMemory(memory, rating, { day, atMs: 0 }, defaultParameters, 'q');
            expect(memory.stability).toBeGreaterThan(0);
            expect(memory.difficulty).toBeGreaterThanOrEqual(1);
            expect(memory.difficulty).toBeLessThanOrEqual(10);
            const recall = retrievability(memory, day + 5, defaultParameters.weights);
            expect(recall).toBeGreaterThan(0);
            expect(recall).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('has the same fuzz for the same question, and spreads those learnt together', () => {
    const due = (seed: string) => {
      let memory: Memory | undefined;
      for (const rating of [4, 3, 3] as const) {
        const day: number = memory?.dueDay ?? START;
        memory = nextMemory(memory, rating, { day, atMs: 0 }, defaultParameters, seed);
      }
      return memory?.dueDay;
    };
    expect(due('a')).toBe(due('a'));
    const days = new Set(Array.from({ length: 20 }, (_, index) => due(`question-${index}`)));
    expect(days.size).toBeGreaterThan(3);
  });
});

import type { Exercise } from '../../domain/exercise.ts';

/** The same asks about a run that goes another way: a question that never repeats. */
export function asAgain(exercise: Exercise, seed: number): Exercise {
  return { ...exercise, set: [...exercise.set, { path: 'seed', value: String(seed) }] };
}

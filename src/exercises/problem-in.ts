import type { Exercise } from '../domain/exercise.ts';
import type { Problem } from '../domain/problem.ts';

/** A problem of an exercise as a whole: what it states can't be placed on a line by now. */
export function problemIn({ file }: Pick<Exercise, 'file'>, what: string, fix: string): Problem {
  return { file, line: 1, column: 1, what, fix };
}

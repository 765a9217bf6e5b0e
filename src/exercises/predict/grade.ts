export type Grade = 'right' | 'close' | 'wrong';

/** What the arithmetic of fractions adds is no error of the learner. */
const SLACK = 1e-9;

/**
 * How near a number came to the run's: right within the tolerance, close within the tolerance of what would have been right.
 * Wrong when there was nothing to measure.
 */
export function gradeNumber(said: number, value: number | undefined, tolerance: number): Grade {
  if (value === undefined) return 'wrong';
  if (value === 0) return said === 0 ? 'right' : 'wrong';
  const ratio = said / value;
  const [low, high] = [1 - tolerance - SLACK, 1 + tolerance + SLACK];
  if (ratio >= low && ratio <= high) return 'right';
  return low > 0 && ratio >= low * low && ratio <= high * high ? 'close' : 'wrong';
}

import type { Rating } from '../domain/rating.ts';
import { UserError } from '../domain/user-error.ts';

/** A question's answers in their order, the days since the one before with each; 0 with the first. */
type History = readonly { readonly rating: Rating; readonly elapsedDays: number }[];

export interface TrainingOptions {
  /** How many delays within a day follow a lapse. */
  readonly relearningSteps: number;
  /** Is told how much is done, from 0 to 1. */
  onProgress(part: number): void;
}

/** How often progress is told, in milliseconds. */
const TELL_EVERY_MS = 100;

/**
 * The 21 weights of FSRS-6 that fit the last answer of each history best, by fsrs-rs. The same histories give the same
 * weights. It leaves out questions whose first interval is a rare one, and where too few are left, it gives the default
 * weights. Throws a UserError where the native library can't be loaded.
 */
export async function trainWeights(
  histories: readonly History[],
  { relearningSteps, onProgress }: TrainingOptions,
): Promise<number[]> {
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await loadBinding();
  const items = histories.map(
    (history) =>
      new FSRSBindingItem(
        history.map(({ rating, elapsedDays }) => new FSRSBindingReview(rating, elapsedDays)),
      ),
  );
  return computeParameters(items, {
    enableShortTerm: true,
    numRelearningSteps: relearningSteps,
    timeout: TELL_EVERY_MS,
    progress: (done, of) => onProgress(of > 0 ? done / of : 1),
  });
}

async function loadBinding(): Promise<typeof import('@open-spaced-repetition/binding')> {
  try {
    return await import('@open-spaced-repetition/binding');
  } catch {
    throw new UserError(
      'the optimizer has no build for this machine, or it was not installed',
      'npm install may bring it; until then your weights stay as they are, and all else works',
    );
  }
}

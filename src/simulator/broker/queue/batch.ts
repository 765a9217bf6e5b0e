import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** Why a batch of so many entries is refused as a whole. */
export function batchProblem(entries: number): Refusal | undefined {
  if (entries < LIMITS.batchEntries.min)
    return new Refusal('EmptyBatchRequest', 'A batch has at least one entry.');
  if (entries <= LIMITS.batchEntries.max) return undefined;
  return new Refusal(
    'TooManyEntriesInBatchRequest',
    `The batch has ${entries} entries; ${LIMITS.batchEntries.max} are allowed.`,
  );
}

/** STD-19: all entries together may not be larger than one message may be. */
export function batchSizeProblem(sizeBytes: number): Refusal | undefined {
  if (sizeBytes <= LIMITS.batchSize.max) return undefined;
  return new Refusal(
    'BatchRequestTooLong',
    `The batch has ${sizeBytes} bytes; ${LIMITS.batchSize.max} are allowed.`,
  );
}

/** How many entries went through. */
export function accepted(results: readonly unknown[]): number {
  let count = 0;
  for (const result of results) if (!(result instanceof Refusal)) count += 1;
  return count;
}

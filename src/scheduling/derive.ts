import type { ParameterSet } from '../domain/parameter-set.ts';
import type { Progress } from '../domain/progress.ts';
import type { Change, Review } from '../domain/review-log.ts';
import { nextMemory } from './fsrs.ts';

/** Gives the parameters that a review counts with: those it was made with, or newly trained weights in their place. */
export type ExplainedBy = (parameters: ParameterSet) => ParameterSet;

/** Where a question stands after one more entry of its log. Pure: the same entries give the same progress everywhere. */
export function afterEntry(
  before: Progress | undefined,
  question: string,
  entry: Review | Change,
  explainedBy: ExplainedBy,
): Progress {
  const { fingerprint } = entry;
  const base: Progress = { ...(before ?? { suspended: false }), question, fingerprint };
  switch (entry.kind) {
    case 'review':
      return {
        ...base,
        memory: nextMemory(
          before?.memory,
          entry.rating,
          entry,
          explainedBy(entry.parameters),
          entry.question,
        ),
        firstDay: before?.firstDay ?? entry.day,
      };
    case 'suspend':
      return { ...base, suspended: true };
    case 'resume':
      return { ...base, suspended: false };
    case 'reset':
      return { question, suspended: false, fingerprint };
    case 'keep':
      return base;
  }
}

/** Where a question stands after all its entries, in their order; undefined when there are none. */
export function derive(
  question: string,
  entries: Iterable<Review | Change>,
  explainedBy: ExplainedBy,
): Progress | undefined {
  let progress: Progress | undefined;
  for (const entry of entries) progress = afterEntry(progress, question, entry, explainedBy);
  return progress;
}

import type { Rating } from '../../../domain/rating.ts';
import { matchedKeyPoints, ratingForOutcome, ratingForTicks } from '../../../grading/index.ts';
import { layout, lineText, type MarkdownDocument } from '../../../markdown/index.ts';
import { outcomeOf } from './attempt.ts';
import type { Asking } from './state.ts';

/** Columns in which a key point hardly wraps. */
const WIDE = 1000;

/** What Space rates: as the task came out, as the key points were ticked, else Good. */
export function suggestedRating({ attempt, card, ticked }: Asking): Rating {
  const outcome = outcomeOf(attempt, card);
  if (outcome !== undefined) return ratingForOutcome(outcome);
  return ticked ? ratingForTicks(ticked.size, card.sheet.keyPoints.length) : 3;
}

/** The key points that a typed answer seems to contain; undefined when there is nothing to go by. */
export function firstTicks({ attempt, card }: Asking): ReadonlySet<number> | undefined {
  const { keyPoints } = card.sheet;
  if (attempt.kind !== 'recall' || attempt.field.text.trim() === '' || keyPoints.length === 0)
    return undefined;
  return matchedKeyPoints(attempt.field.text, keyPoints.map(wordsOf));
}

function wordsOf(document: MarkdownDocument): string {
  const { lines } = layout(document, WIDE, { open: 'all', tools: {}, plain: false });
  return lines.map(lineText).join(' ');
}

import { outcomeParts } from './outcome-parts.ts';
import {
  documentLines,
  gap,
  heading,
  marked,
  type Paper,
  type Part,
  pointer,
  text,
} from './parts.ts';
import type { Asking } from './state.ts';

/** What follows the prompt once it is answered: how it came out, the answer, and what else is worth knowing. */
export function revealedParts(asking: Asking, paper: Paper): Part[] {
  const { answer, keyPoints, whyNot, see } = asking.card.sheet;
  return [
    { lines: [], isAnswer: true },
    ...outcomeParts(asking, paper),
    ...(answer.blocks.length > 0 ? [heading('Answer'), text(answer, paper)] : []),
    ...(keyPoints.length > 0 ? [heading('Key points'), ...keyPointParts(asking, paper)] : []),
    ...whyNot.flatMap(({ claim, explanation }) => [
      gap,
      text(claim, paper),
      text(explanation, paper),
    ]),
    ...(see ? [heading('See'), text(see, paper)] : []),
  ];
}

/** Ticked where only the learner can tell how the answer was. */
function keyPointParts({ attempt, card, ticked, focus }: Asking, paper: Paper): Part[] {
  return card.sheet.keyPoints.map((keyPoint, index): Part => {
    const box = { text: ticked?.has(index) ? '[x] ' : '[ ] ', roles: [] };
    const isTickable = attempt.kind === 'recall';
    const mark = isTickable
      ? [pointer(index === focus), box]
      : [{ text: '  • ', roles: ['bullet' as const] }];
    const lines = marked(mark, (inner) => documentLines(keyPoint, inner), paper);
    return isTickable ? { lines, item: index } : { lines };
  });
}

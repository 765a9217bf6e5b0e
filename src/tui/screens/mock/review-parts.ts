import { textLines } from '../../components/field-lines.ts';
import {
  documentLines,
  heading,
  marked,
  type Paper,
  type Part,
  pointer,
  text,
} from '../quiz/parts.ts';
import { minutesAndSeconds } from './clock.ts';
import { ticksIn } from './review.ts';
import { answerIn, type Reviewing } from './state.ts';
import type { MockAnswer } from './world.ts';

/** What follows the prompt in the review: what the learner said, and what a strong answer contains. */
export function reviewParts(scene: Reviewing, paper: Paper): Part[] {
  const answer = answerIn(scene);
  if (!answer) return [];
  const { sheet } = answer.question;
  return [
    heading(`${howAnswered(answer)} (${minutesAndSeconds(answer.durationMs)})`),
    ...(answer.text === '' ? [] : [{ lines: textLines(answer.text, paper.width) }]),
    ...(sheet.answer.blocks.length > 0
      ? [heading('A strong answer'), text(sheet.answer, paper)]
      : []),
    ...(sheet.keyPoints.length > 0 ? [heading('Key points')] : []),
    ...keyPointParts(scene, answer, paper),
  ];
}

function howAnswered({ text, isPassed }: MockAnswer): string {
  if (isPassed) return text === '' ? 'You passed' : 'You passed, and typed';
  return text === '' ? 'You said it aloud' : 'You typed';
}

/** Key points are ticked until the answer is rated. */
function keyPointParts(scene: Reviewing, { question, rating }: MockAnswer, paper: Paper): Part[] {
  const ticks = ticksIn(scene);
  return question.sheet.keyPoints.map((keyPoint, item): Part => {
    const box = { text: ticks.has(item) ? '[x] ' : '[ ] ', roles: [] };
    const mark = [pointer(rating === undefined && item === scene.focus), box];
    return { lines: marked(mark, (inner) => documentLines(keyPoint, inner), paper), item };
  });
}

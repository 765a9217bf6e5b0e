import type { Rating } from '../../../domain/rating.ts';
import {
  gradeNumber,
  isChoiceRight,
  isGapRight,
  matchedKeyPoints,
  outOfPlace,
  ratingForOutcome,
  ratingForTicks,
} from '../../../grading/index.ts';
import type { QuizCard } from '../../../tui/index.tsx';
import type { Paper } from './paper.ts';

/** What became of an answer, told on paper. */
export interface Outcome {
  readonly suggested: Rating;
  /** Which key points are ticked; the learner may change it. */
  readonly ticked: ReadonlySet<number>;
}

/** Prints what there is to choose, order or fill in, and how it is answered. */
export async function printTask({ sheet, shuffled }: QuizCard, paper: Paper): Promise<void> {
  const lettered = sheet.options.length > 0 ? sheet.options.map(({ text }) => text) : sheet.items;
  for (const [place, index] of shuffled.entries()) {
    const item = lettered[index];
    if (!item) continue;
    await paper.print(item, '     ', `  ${letter(place)}) `);
  }
  if (sheet.cloze) await paper.print(sheet.cloze.asked, '  ');
  paper.say('', `${howToAnswer(sheet.question.task.kind)} ? shows what else.`);
}

function howToAnswer(kind: QuizCard['sheet']['question']['task']['kind']): string {
  switch (kind) {
    case 'recall':
    case 'simulated':
      return 'Say it, or type it; Enter shows the answer.';
    case 'choice':
      return 'Type the letters of the right options.';
    case 'number':
      return 'Type the number with its unit.';
    case 'order':
      return 'Type the letters in the right order.';
    case 'cloze':
      return 'Type what is missing, parted by semicolons.';
  }
}

/** Whether a line is an answer to this kind of question, and not empty or beside the point. */
export function isAnswer({ sheet, shuffled }: QuizCard, line: string): boolean {
  const { kind } = sheet.question.task;
  if (kind === 'recall' || line === '') return true;
  if (kind === 'choice') return indices(line, shuffled).length > 0;
  return kind !== 'order' || indices(line, shuffled).length === shuffled.length;
}

/** Judges a typed line, tells the verdict, and prints the answer with its key points. */
export async function judge(card: QuizCard, line: string, paper: Paper): Promise<Outcome> {
  const { sheet } = card;
  const isRight = verdict(card, line);
  if (isRight !== undefined) paper.say('', isRight ? '✓ Right.' : '✗ Not right.');
  await printDetails(card, line, paper);
  if (sheet.answer.blocks.length > 0) paper.say('', 'Answer');
  await paper.print(sheet.answer, '  ');
  const ticked = matchedKeyPoints(line, sheet.question.keyPoints);
  await printKeyPoints(card, ticked, paper);
  for (const { claim, explanation } of sheet.whyNot) {
    paper.say('');
    await paper.print(claim, '  ');
    await paper.print(explanation, '    ');
  }
  if (isRight !== undefined) return { suggested: ratingForOutcome(isRight), ticked };
  return { suggested: line === '' ? 3 : suggestedByTicks(card, ticked), ticked };
}

export function suggestedByTicks({ sheet }: QuizCard, ticked: ReadonlySet<number>): Rating {
  return ratingForTicks(ticked.size, sheet.keyPoints.length);
}

export async function printKeyPoints(
  { sheet }: QuizCard,
  ticked: ReadonlySet<number>,
  paper: Paper,
): Promise<void> {
  if (sheet.keyPoints.length > 0) paper.say('', 'Key points');
  for (const [index, point] of sheet.keyPoints.entries()) {
    const mark = `  ${letter(index)}) [${ticked.has(index) ? 'x' : ' '}] `;
    await paper.print(point, ' '.repeat(mark.length), mark);
  }
}

/** Undefined where only the learner can tell. */
function verdict({ sheet, shuffled }: QuizCard, line: string): boolean | undefined {
  const { task } = sheet.question;
  switch (task.kind) {
    case 'recall':
    case 'simulated':
      return undefined;
    case 'choice':
      return isChoiceRight(new Set(indices(line, shuffled)), task.options);
    case 'number':
      return gradeNumber(line, task).kind === 'right';
    case 'order':
      return line !== '' && outOfPlace(indices(line, shuffled)).size === 0;
    case 'cloze': {
      const typed = line.split(';');
      return (sheet.cloze?.hidden ?? []).every((hidden, gap) =>
        isGapRight(typed[gap] ?? '', hidden),
      );
    }
  }
}

async function printDetails(card: QuizCard, line: string, paper: Paper): Promise<void> {
  const { sheet, shuffled } = card;
  const { task } = sheet.question;
  if (task.kind === 'number') {
    const read = gradeNumber(line, task);
    if (read.kind === 'unreadable' && line !== '') paper.say('That was no number.');
    if (read.kind === 'otherUnit') paper.say(`The unit is ${task.unit}, not ${read.unit}.`);
  }
  if (task.kind === 'cloze')
    for (const each of gapLines(sheet.cloze?.hidden ?? [], line)) paper.say(each);
  for (const [place, index] of shuffled.entries()) {
    const option = sheet.options[index];
    if (!option) continue;
    await paper.print(option.text, '     ', `  ${letter(place)}) `);
    await paper.print(option.explanation, '       ', option.correct ? '     ✓ ' : '     ✗ ');
  }
}

function gapLines(hidden: readonly string[], line: string): string[] {
  const typed = line.split(';');
  return hidden.map((words, gap) => {
    const mark = isGapRight(typed[gap] ?? '', words) ? '✓' : '✗';
    return `  [${gap + 1}] ${mark} ${words}`;
  });
}

/** The sheet's indices that letters stand for; none when a letter stands for nothing. */
function indices(line: string, shuffled: readonly number[]): number[] {
  const letters = line.toLowerCase().replace(/[\s,;]+/g, '');
  const found = [...letters].map((each) => shuffled[each.charCodeAt(0) - 97]);
  return found.includes(undefined) ? [] : found.filter((index) => index !== undefined);
}

function letter(place: number): string {
  return String.fromCharCode(97 + place);
}

import { outOfPlace } from '../../../grading/index.ts';
import { textLines } from '../../components/field-lines.ts';
import { oneLine } from '../../components/one-line.ts';
import { boxOf, isSingle, letterOf } from './asked-parts.ts';
import { type Attempt, gapVerdicts, numberVerdict, outcomeOf } from './attempt.ts';
import {
  documentLines,
  gap,
  heading,
  marked,
  type Paper,
  type Part,
  text,
  words,
} from './parts.ts';
import type { Asking } from './state.ts';
import type { QuestionSheet } from './world.ts';

type Tried<Kind extends Attempt['kind']> = Extract<Attempt, { kind: Kind }>;

/** What the learner did, and how it came out. Marks come with words, for those who can't see the difference. */
export function outcomeParts(asking: Asking, paper: Paper): Part[] {
  const { attempt, card } = asking;
  const { sheet } = card;
  const verdict = words(outcomeOf(attempt, card) ? '✓ right' : '✗ not right', 'strong', paper);
  switch (attempt.kind) {
    case 'recall':
      return attempt.field.text === ''
        ? []
        : [heading('You wrote'), { lines: textLines(attempt.field.text, paper.width) }];
    case 'choice':
      return [
        gap,
        verdict,
        gap,
        ...card.shuffled.map((_, at) => optionPart(asking, attempt, at, paper)),
      ];
    case 'number':
      return [gap, words(numberWords(attempt, sheet), 'strong', paper)];
    case 'order':
      return [gap, verdict, heading('Your order'), ...itemParts(attempt, sheet, paper)];
    case 'cloze':
      return [
        ...(sheet.cloze ? [gap, text(sheet.cloze.asked, paper)] : []),
        gap,
        verdict,
        ...gapParts(attempt, sheet, paper),
      ];
  }
}

function optionPart(
  { card }: Asking,
  { chosen }: Tried<'choice'>,
  position: number,
  paper: Paper,
): Part {
  const index = card.shuffled[position] ?? 0;
  const option = card.sheet.options[index];
  if (!option) return { lines: [] };
  const isChosen = chosen.has(index);
  const box = boxOf(isChosen, isSingle(card.sheet.options));
  const mark = [
    { text: `  ${letterOf(position)} `, roles: ['strong' as const] },
    { text: `${box} `, roles: [] },
  ];
  const verdict = `${option.correct ? '✓ right' : '✗ wrong'}${isChosen ? ', you chose this' : ''}`;
  const lines = (inner: Paper) => [
    ...documentLines(option.text, inner),
    ...words(verdict, 'strong', inner).lines,
    ...documentLines(option.explanation, inner),
  ];
  return { lines: marked(mark, lines, paper) };
}

function numberWords({ field }: Tried<'number'>, sheet: QuestionSheet): string {
  const typed = field.text.trim();
  if (typed === '') return '✗ you gave no number';
  const { task } = sheet.question;
  const unit = task.kind === 'number' ? task.unit : '';
  const verdict = numberVerdict(field, sheet);
  switch (verdict.kind) {
    case 'right':
      return `✓ right: you answered ${typed}`;
    case 'wrong':
      return `✗ not right: you answered ${typed}`;
    case 'otherUnit':
      return `✗ not right: you answered in ${verdict.unit}, it is in ${unit}`;
    case 'unreadable':
      return `✗ “${typed}” is no number; write it like 1500, 1,500, 1.5k or 1.5e3`;
  }
}

function itemParts({ order }: Tried<'order'>, { items }: QuestionSheet, paper: Paper): Part[] {
  const wrong = outOfPlace(order);
  return order.map((index, position): Part => {
    const isWrong = wrong.has(position);
    const mark = [{ text: `${isWrong ? '✗' : '✓'} ${position + 1}. `, roles: ['strong' as const] }];
    const item = items[index];
    const lines = (inner: Paper) => [
      ...(item ? documentLines(item, inner) : []),
      ...(isWrong ? words(`belongs at ${index + 1}`, 'muted', inner).lines : []),
    ];
    return { lines: marked(mark, lines, paper) };
  });
}

function gapParts({ fields }: Tried<'cloze'>, sheet: QuestionSheet, paper: Paper): Part[] {
  const verdicts = gapVerdicts(fields, sheet);
  return fields.map(({ text: typed }, index): Part => {
    const hidden = sheet.cloze?.hidden[index] ?? '';
    const said = typed.trim() === '' ? 'nothing' : `“${typed.trim()}”`;
    const verdict = verdicts[index] ? `✓ right: ${hidden}` : `✗ ${said}: it is ${hidden}`;
    const mark = [{ text: `  [${index + 1}] `, roles: ['strong' as const] }];
    return { lines: marked(mark, ({ width }) => textLines(oneLine(verdict), width), paper) };
  });
}

import { fieldLines, textLines } from '../../components/field-lines.ts';
import type { TextField } from '../../components/text-field.ts';
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

/** The task below the prompt, while it is being answered. */
export function askedParts(asking: Asking, paper: Paper): Part[] {
  const { attempt, card, isTyping } = asking;
  const { question, cloze } = card.sheet;
  switch (attempt.kind) {
    case 'recall':
      if (!isTyping && attempt.field.text === '') return [];
      return [heading('Your answer'), fieldPart(attempt.field, isTyping, paper)];
    case 'number': {
      const unit = question.task.kind === 'number' ? question.task.unit : '';
      const title = unit === '' ? 'Your answer' : `Your answer, in ${unit}`;
      return [heading(title), fieldPart(attempt.field, isTyping, paper)];
    }
    case 'choice':
      return [gap, ...optionParts(asking, attempt.chosen, paper)];
    case 'order':
      return [gap, ...itemParts(asking, attempt, paper)];
    case 'cloze':
      return [
        ...(cloze ? [gap, text(cloze.asked, paper)] : []),
        gap,
        ...attempt.fields.map((field, index) => gapPart(field, index, asking, paper)),
      ];
  }
}

function fieldPart(field: TextField, isTyping: boolean, { width }: Paper): Part {
  if (isTyping) return fieldLines(field, width);
  return { lines: textLines(field.text === '' ? '……' : field.text, width) };
}

function optionParts({ card, focus }: Asking, chosen: ReadonlySet<number>, paper: Paper): Part[] {
  const { options } = card.sheet;
  return card.shuffled.map((index, position): Part => {
    const option = options[index];
    const mark = [
      pointer(position === focus),
      { text: `${letterOf(position)} `, roles: ['strong' as const] },
      { text: `${boxOf(chosen.has(index), isSingle(options))} `, roles: [] },
    ];
    const lines = marked(mark, (inner) => (option ? documentLines(option.text, inner) : []), paper);
    return { lines, item: position };
  });
}

/** One right answer is enough to know that only one can be chosen. */
export function isSingle(options: readonly { readonly correct: boolean }[]): boolean {
  return options.filter(({ correct }) => correct).length === 1;
}

export function letterOf(position: number): string {
  return String.fromCharCode(97 + position);
}

export function boxOf(isChosen: boolean, single: boolean): string {
  if (single) return isChosen ? '(•)' : '( )';
  return isChosen ? '[x]' : '[ ]';
}

function itemParts(
  { card, focus }: Asking,
  { order, isGrabbed }: { order: readonly number[]; isGrabbed: boolean },
  paper: Paper,
): Part[] {
  return order.map((index, position): Part => {
    const item = card.sheet.items[index];
    const isHere = position === focus;
    const mark = [
      isHere && isGrabbed ? { text: '↕ ', roles: ['bullet' as const] } : pointer(isHere),
      { text: `${position + 1}. `, roles: ['strong' as const] },
    ];
    const lines = marked(mark, (inner) => (item ? documentLines(item, inner) : []), paper);
    return { lines, item: position };
  });
}

function gapPart(field: TextField, index: number, { focus, isTyping }: Asking, paper: Paper): Part {
  const isHere = index === focus;
  const mark = [pointer(isHere), { text: `[${index + 1}] `, roles: ['strong' as const] }];
  const part = (inner: Paper) => fieldPart(field, isHere && isTyping, inner);
  const { cursor } = part(paper);
  const lines = marked(mark, (inner) => part(inner).lines, paper);
  return { lines, item: index, ...(cursor === undefined ? {} : { cursor }) };
}

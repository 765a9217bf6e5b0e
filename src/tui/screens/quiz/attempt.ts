import {
  gradeNumber,
  isChoiceRight,
  isGapRight,
  type NumberVerdict,
} from '../../../grading/index.ts';
import { emptyField, type TextField } from '../../components/text-field.ts';
import type { QuizCard } from './world.ts';

/** What the learner has answered so far. */
export type Attempt =
  /** What is typed is for the learner's own eyes, and may stay empty. */
  | { readonly kind: 'recall'; readonly field: TextField }
  /** Indices into the sheet's options. */
  | { readonly kind: 'choice'; readonly chosen: ReadonlySet<number> }
  | { readonly kind: 'number'; readonly field: TextField }
  /** Indices into the sheet's items, in the learner's order. */
  | { readonly kind: 'order'; readonly order: readonly number[]; readonly isGrabbed: boolean }
  | { readonly kind: 'cloze'; readonly fields: readonly TextField[] };

export function emptyAttempt({ sheet, shuffled }: QuizCard): Attempt {
  const { kind } = sheet.question.task;
  switch (kind) {
    case 'recall':
    case 'simulated':
      return { kind: 'recall', field: emptyField };
    case 'number':
      return { kind, field: emptyField };
    case 'choice':
      return { kind, chosen: new Set() };
    case 'order':
      return { kind, order: shuffled, isGrabbed: false };
    case 'cloze':
      return { kind, fields: (sheet.cloze?.hidden ?? []).map(() => emptyField) };
  }
}

/** Nothing was chosen or typed where something must be. */
export function isBlank(attempt: Attempt): boolean {
  switch (attempt.kind) {
    case 'choice':
      return attempt.chosen.size === 0;
    case 'number':
      return attempt.field.text.trim() === '';
    case 'cloze':
      return attempt.fields.every(({ text }) => text.trim() === '');
    default:
      return false;
  }
}

/** Whether a task is solved; undefined where only the learner can tell. */
export function outcomeOf(attempt: Attempt, { sheet }: QuizCard): boolean | undefined {
  switch (attempt.kind) {
    case 'recall':
      return undefined;
    case 'choice':
      return isChoiceRight(attempt.chosen, sheet.options);
    case 'number':
      return numberVerdict(attempt.field, sheet).kind === 'right';
    case 'order':
      return attempt.order.every((item, position) => item === position);
    case 'cloze':
      return gapVerdicts(attempt.fields, sheet).every((isRight) => isRight);
  }
}

export function numberVerdict({ text }: TextField, { question }: QuizCard['sheet']): NumberVerdict {
  return question.task.kind === 'number'
    ? gradeNumber(text, question.task)
    : { kind: 'unreadable' };
}

export function gapVerdicts(fields: readonly TextField[], { cloze }: QuizCard['sheet']): boolean[] {
  return fields.map(({ text }, gap) => isGapRight(text, cloze?.hidden[gap] ?? ''));
}

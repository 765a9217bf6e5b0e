import type { Question, Task } from '../domain/question.ts';
import type { MarkdownDocument } from '../markdown/index.ts';
import { parseMarkdown } from '../markdown/parsing.ts';
import { taskBlocks } from './task-blocks.ts';

/** A question with its texts parsed, so that showing it needs no parser. */
export interface QuestionSheet {
  readonly question: Question;
  readonly prompt: MarkdownDocument;
  readonly hint?: MarkdownDocument;
  /** The answer, then what solves the task: the calculation, the right order, the filled-in text. */
  readonly answer: MarkdownDocument;
  /** Of a choice, in the author's order. */
  readonly options: readonly {
    readonly text: MarkdownDocument;
    readonly explanation: MarkdownDocument;
    readonly correct: boolean;
  }[];
  /** Of an order question, in the right order. */
  readonly items: readonly MarkdownDocument[];
  /** Of a cloze: the text with numbered gaps, and what was there. */
  readonly cloze?: { readonly asked: MarkdownDocument; readonly hidden: readonly string[] };
  readonly keyPoints: readonly MarkdownDocument[];
  readonly whyNot: readonly {
    readonly claim: MarkdownDocument;
    readonly explanation: MarkdownDocument;
  }[];
  readonly see?: MarkdownDocument;
}

export function questionSheet(question: Question): QuestionSheet {
  const { task, hint, see } = question;
  const read = (source: string): MarkdownDocument => parseMarkdown(source, `${question.id}-`);
  // The options explain themselves one by one, so they are not told again with the answer.
  const solved = task.kind === 'choice' ? [] : taskBlocks(task, question.id).solved;
  return {
    question,
    prompt: read(question.prompt),
    ...(hint ? { hint: read(hint) } : {}),
    answer: { blocks: [...read(question.answer).blocks, ...solved] },
    options: task.kind === 'choice' ? task.options.map((option) => optionSheet(option, read)) : [],
    items: task.kind === 'order' ? task.items.map(read) : [],
    ...(task.kind === 'cloze' ? { cloze: clozeSheet(task, read) } : {}),
    keyPoints: question.keyPoints.map(read),
    whyNot: question.whyNot.map(({ claim, explanation }) => ({
      claim: read(claim),
      explanation: read(explanation),
    })),
    ...(see ? { see: read(see) } : {}),
  };
}

type Read = (source: string) => MarkdownDocument;

function optionSheet(
  { text, explanation, correct }: { text: string; explanation: string; correct: boolean },
  read: Read,
): QuestionSheet['options'][number] {
  return { text: read(text), explanation: read(explanation), correct };
}

function clozeSheet({ text }: Extract<Task, { kind: 'cloze' }>, read: Read) {
  const hidden = [...text.matchAll(GAP)].map(([, words = '']) => words.trim());
  let gap = 0;
  const asked = text.replace(GAP, () => {
    gap += 1;
    return `\`[${gap}] ……\``;
  });
  return { asked: read(asked), hidden };
}

const GAP = /\{\{(.+?)\}\}/gs;

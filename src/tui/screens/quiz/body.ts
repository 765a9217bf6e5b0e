import type { Line, MarkdownDocument } from '../../../markdown/index.ts';
import { marginOf, type Size } from '../reader/state.ts';
import { askedParts } from './asked-parts.ts';
import { gap, heading, type Paper, type Part, text, words } from './parts.ts';
import { revealedParts } from './revealed-parts.ts';
import type { Asking, QuizState } from './state.ts';
import type { QuizCard } from './world.ts';

/** Lines are no pleasure to read when they are longer. */
const WIDEST = 100;

/** The question as lines that can be scrolled through. */
export interface Body {
  readonly lines: readonly Line[];
  /** Where each option, item, gap or key point stands: from its first line to the one after its last. */
  readonly items: readonly { readonly from: number; readonly to: number }[];
  /** Line of the cursor while something is typed. */
  readonly cursor: number | undefined;
  /** Line at which the answer begins. */
  readonly answer: number | undefined;
}

export function textWidth(size: Size): number {
  return Math.max(20, Math.min(WIDEST, size.columns - 2 * marginOf(size)));
}

export function bodyOf({ asking, trouble, size, tools }: QuizState): Body {
  const paper = { width: textWidth(size), tools };
  const alarm = trouble === undefined ? [] : [...alarmParts(trouble, paper), gap];
  return assemble([...alarm, ...(asking ? questionParts(asking, paper) : [])]);
}

/** Loud, and with what can be done about it. */
function alarmParts(trouble: string, paper: Paper): Part[] {
  return [
    words('✗ That could not be kept', 'mark', paper),
    words(trouble, 'strong', paper),
    words('What was kept before is safe. Try again, or leave with q.', 'muted', paper),
  ];
}

function questionParts(asking: Asking, paper: Paper): Part[] {
  const { card, phase, isHinted } = asking;
  const { prompt, hint, story } = card.sheet;
  const origin = originOf(card);
  const follows = card.follows?.replace(/[`*]/g, '');
  const start = [
    ...(origin === undefined ? [] : [words(origin, 'muted', paper), gap]),
    ...(follows === undefined ? [] : [words(`follows: ${follows}`, 'muted', paper), gap]),
    ...(story ? [text(story, paper), gap] : []),
    text(strong(prompt), paper),
    ...(isHinted && hint ? [heading('Hint'), text(hint, paper)] : []),
  ];
  if (phase === 'reworded')
    return [
      words('The wording of this question changed since you learnt it.', 'strong', paper),
      words('k keep your history, r start again, Esc just ask it', 'muted', paper),
      gap,
      ...start,
    ];
  return [
    ...start,
    ...(phase === 'asked' ? askedParts(asking, paper) : revealedParts(asking, paper)),
  ];
}

/** Of what the question was made; undefined where it stands as its author wrote it. */
function originOf({ simulated, exercise }: QuizCard): string | undefined {
  if (simulated !== undefined) return `simulated anew, seed ${simulated}`;
  return exercise && `from the exercise “${exercise.title}”`;
}

/** The prompt stands out from what is below it. */
function strong({ blocks }: MarkdownDocument): MarkdownDocument {
  return {
    blocks: blocks.map((block) =>
      block.type === 'paragraph'
        ? { ...block, children: [{ type: 'strong', children: block.children }] }
        : block,
    ),
  };
}

function assemble(parts: readonly Part[]): Body {
  const lines: Line[] = [];
  const items: { from: number; to: number }[] = [];
  let cursor: number | undefined;
  let answer: number | undefined;
  for (const part of parts) {
    const from = lines.length;
    if (part.cursor !== undefined) cursor = from + part.cursor;
    if (part.isAnswer) answer = from;
    lines.push(...part.lines);
    if (part.item !== undefined) items[part.item] = { from, to: lines.length };
  }
  return { lines, items, cursor, answer };
}

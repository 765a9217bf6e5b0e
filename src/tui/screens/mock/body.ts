import type { Line, MarkdownDocument } from '../../../markdown/index.ts';
import { fieldLines } from '../../components/field-lines.ts';
import { textWidth } from '../quiz/body.ts';
import { documentLines, gap, type Paper, type Part, words } from '../quiz/parts.ts';
import { reviewParts } from './review-parts.ts';
import { type Asking, type MockState, questionIn } from './state.ts';

/** The question as lines that can be scrolled through. */
export interface Body {
  readonly lines: readonly Line[];
  /** Where each key point stands: from its first line to the one after its last. */
  readonly items: readonly { readonly from: number; readonly to: number }[];
  /** Line of the cursor while something is typed. */
  readonly cursor: number | undefined;
}

export function bodyOf({ scene, trouble, size, tools }: MockState): Body {
  const paper = { width: textWidth(size), tools };
  const question = questionIn(scene);
  return assembled([
    ...(trouble === undefined ? [] : alarmParts(trouble, paper)),
    ...(question?.follows ? [followsPart(question.follows, paper), gap] : []),
    ...(question ? [promptPart(question.sheet.prompt, paper)] : []),
    ...(scene.kind === 'asking' ? fieldParts(scene, paper) : reviewParts(scene, paper)),
  ]);
}

/** Loud, and with what can be done about it. */
function alarmParts(trouble: string, paper: Paper): Part[] {
  const next = 'What you rated before is safe. Rate again to try once more, or q to leave.';
  return [
    words('Your rating was not kept', 'mark', paper),
    words(trouble, 'strong', paper),
    words(next, 'muted', paper),
    gap,
  ];
}

function followsPart(prompt: string, paper: Paper): Part {
  return words(`follows: ${prompt.replace(/[`*]/g, '')}`, 'muted', paper);
}

/** The prompt stands out from what is below it. */
function promptPart(prompt: MarkdownDocument, paper: Paper): Part {
  const lines = documentLines(prompt, paper).map((line) => ({
    ...line,
    spans: line.spans.map((span) => ({ ...span, roles: [...span.roles, 'strong' as const] })),
  }));
  return { lines };
}

function fieldParts({ field }: Asking, paper: Paper): Part[] {
  return [gap, words('Answer aloud, or type.', 'muted', paper), fieldLines(field, paper.width)];
}

function assembled(parts: readonly Part[]): Body {
  const lines: Line[] = [];
  const items: { from: number; to: number }[] = [];
  let cursor: number | undefined;
  for (const part of parts) {
    const from = lines.length;
    if (part.cursor !== undefined) cursor = from + part.cursor;
    lines.push(...part.lines);
    if (part.item !== undefined) items[part.item] = { from, to: lines.length };
  }
  return { lines, items, cursor };
}

import type { Level } from '../../domain/level.ts';
import { takeApart } from './answer.ts';
import type { Mark } from './scan.ts';

export interface ForeignQuestion {
  /** 1-based line of the source. */
  readonly line: number;
  /** 0-based lines of the source that belong to it: from, up to but not with. */
  readonly from: number;
  readonly to: number;
  readonly level: Level;
  /** Index of the question that it follows up. */
  readonly parent?: number;
  /** A short name for it, from its heading. */
  readonly title: string;
  readonly prompt: string;
  readonly answer: string;
  readonly keyPoints: readonly string[];
}

/** The questions of a foreign text, with the levels that dots in their numbers or headings above them give. */
export function findQuestions(lines: readonly string[], marks: readonly Mark[]): ForeignQuestion[] {
  const found: ForeignQuestion[] = [];
  const byNumber = new Map<string, number>();
  let said: { depth: number; level: number }[] = [];
  for (const [index, mark] of marks.entries()) {
    // A level that a heading names holds until a heading that isn't below it.
    said = said.filter(({ depth }) => depth < mark.depth);
    if (mark.kind === 'level') said.push(mark);
    if (mark.kind !== 'question') continue;
    const dots = mark.number.split('.').length;
    const wanted = dots > 1 ? dots : (said.at(-1)?.level ?? 1);
    const parent =
      dots > 1 ? byNumber.get(mark.number.replace(/\.\d+$/, '')) : lastOfLevel(found, wanted - 1);
    const level = (
      wanted > 1 && parent !== undefined ? Math.min(3, (found[parent]?.level ?? 0) + 1) : 1
    ) as Level;
    const to = endOf(mark, marks.slice(index + 1), lines.length);
    const { asked, answer, keyPoints } = takeApart(lines.slice(mark.line + 1, to));
    byNumber.set(mark.number, found.length);
    found.push({
      line: mark.line + 1,
      from: mark.line,
      to,
      level,
      ...(level > 1 && parent !== undefined ? { parent } : {}),
      title: mark.words,
      prompt: oneLine(asked ?? mark.words),
      answer,
      keyPoints,
    });
  }
  return found;
}

/** A question ends at the next question, at a level heading, or at a heading that isn't below its own. */
function endOf(question: Mark, later: readonly Mark[], last: number): number {
  return (
    later.find((mark) => mark.kind !== 'heading' || mark.depth <= question.depth)?.line ?? last
  );
}

function lastOfLevel(found: readonly ForeignQuestion[], level: number): number | undefined {
  const index = found.findLastIndex((question) => question.level === level);
  return index === -1 ? undefined : index;
}

function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^["“](.*)["”]$/, '$1')
    .trim();
}

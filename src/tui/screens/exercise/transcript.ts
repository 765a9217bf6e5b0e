import type { LayoutTools, Line } from '../../../markdown/index.ts';
import { hanging } from '../../components/hanging.ts';
import { textWidth } from '../quiz/body.ts';
import { documentLines, type Paper } from '../quiz/parts.ts';
import type { Size } from '../reader/state.ts';
import { wrapped } from '../simulation/story-lines.ts';
import { curveLines } from './curve-lines.ts';
import { muted, span } from './line-parts.ts';
import { MARKS } from './marks.ts';
import { rowLines } from './row-lines.ts';
import type { Said } from './said.ts';
import { toldLines } from './told-lines.ts';

/** Everything that was said, as lines that can be scrolled through. */
export interface Transcript {
  readonly lines: readonly Line[];
  /** The line at which begins what was said last. */
  readonly from: number;
}

/** `before`: how much was said before the last answer. */
export function transcriptOf(
  said: readonly Said[],
  before: number,
  size: Size,
  tools: LayoutTools,
): Transcript {
  const paper = { width: textWidth(size), tools };
  const lines: Line[] = [];
  let from = 0;
  for (const [place, part] of said.entries()) {
    if (place > 0 && !isTied(said[place - 1], part)) lines.push({ spans: [] });
    if (place === before) from = lines.length;
    lines.push(...saidLines(part, paper));
  }
  return { lines, from };
}

/** Without a blank line between. */
function isTied(before: Said | undefined, part: Said): boolean {
  return before?.kind === 'verdict' && part.kind === 'verdict';
}

function saidLines(said: Said, paper: Paper): readonly Line[] {
  switch (said.kind) {
    case 'text':
      return documentLines(said.text, paper);
    case 'verdict': {
      const mark = MARKS[said.grade];
      const text = documentLines(said.text, { ...paper, width: paper.width - mark.text.length });
      return hanging([mark], text);
    }
    case 'answer':
      return [
        ...muted(inShort(documentLines(said.question, paper))),
        ...hanging([span('› ', 'bullet')], wrapped(said.words, paper.width - 2, 'strong')),
      ];
    case 'story':
    case 'log':
      return toldLines(said, paper.width);
    case 'rows':
      return rowLines(said, paper.width);
    case 'curves':
      return curveLines(said, paper.width);
  }
}

/** A question that was answered only has to be recognised. */
function inShort(lines: readonly Line[]): Line[] {
  const [first] = lines;
  if (!first || lines.length === 1) return [...lines];
  const spans = first.spans.map((each, place) =>
    place === first.spans.length - 1 ? { ...each, text: each.text.replace(/.?$/u, '…') } : each,
  );
  return [{ ...first, spans }];
}

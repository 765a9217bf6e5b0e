import type { Curves, Part, Rows } from '../../../domain/dialogue.ts';
import { parseMarkdown, sanitize } from '../../../markdown/parsing.ts';
import { wrappedText } from '../../plan/wrapped-text.ts';
import type { Paper } from '../../quiz/lines/paper.ts';
import { storyLines } from '../../sim/story-lines.ts';

const MARKS = { right: '✓ Right.', close: '≈ Close.', wrong: '✗ Not so.' } as const;

/** Prints what an exercise says. Nothing is drawn: each curve is told in words, so that it can be read aloud. */
export async function printPart(part: Part, paper: Paper, width: number): Promise<void> {
  paper.say('');
  switch (part.kind) {
    case 'text':
      return paper.print(parseMarkdown(sanitize(part.text)));
    case 'verdict':
      paper.say(...wrappedText(`${MARKS[part.grade]} ${part.text}`, width));
      return;
    case 'story':
      paper.say(...wrappedText(part.title, width), ...storyLines(part.lines, width));
      return;
    case 'log':
      paper.say(`${part.title}:`, ...part.lines.flatMap((line) => wrappedText(`  ${line}`, width)));
      return;
    case 'rows':
      paper.say(`${part.title}:`, ...rowLines(part).flatMap((line) => wrappedText(line, width)));
      return;
    case 'curves':
      paper.say(`${part.title}:`, ...curveLines(part).flatMap((line) => wrappedText(line, width)));
  }
}

/** A sentence a row, each value after what it is. */
function rowLines({ heads, rows }: Rows): string[] {
  return rows.map(({ mark, name, cells }) => {
    const words = cells.flatMap((cell, place) => (cell ? `${heads[place] ?? ''} ${cell}` : []));
    return `  ${mark ? `${ROW_MARKS[mark]} ` : ''}${name}: ${words.join('; ')}.`;
  });
}

const ROW_MARKS = { right: '✓', wrong: '✗' } as const;

/** As many points of a long curve as are worth listening to. */
const MOST_POINTS = 12;

function curveLines({ at, curves }: Curves): string[] {
  const step = Math.max(1, Math.ceil(at.length / MOST_POINTS));
  // The last point is how things stand, so it is always among them.
  const places = at
    .map((_, place) => place)
    .filter((place) => (at.length - 1 - place) % step === 0);
  return places.map((place) => {
    const words = curves.map(({ name, words }) =>
      curves.length === 1 ? (words[place] ?? '') : `${name} ${words[place] ?? ''}`,
    );
    return `  at ${at[place] ?? ''}: ${words.join(', ')}`;
  });
}

import { fenceRoles } from './fences.ts';
import { MOST_SHOWN } from './long-lines.ts';
import type { ForeignQuestion } from './questions.ts';

/** Something the author has to look at. */
export interface Remark {
  readonly line: number;
  readonly what: string;
}

/** What could not be placed or is incomplete, by line; `offset` lines stand above the text. */
export function remarksOn(
  found: readonly ForeignQuestion[],
  lines: readonly string[],
  error: Remark | undefined,
  offset: number,
): Remark[] {
  const inText = [
    ...(found.length === 0 ? [none] : onQuestions(found)),
    ...onStrays(found, lines),
    ...onLongLines(lines),
  ];
  return [
    ...(error ? [error] : []),
    ...inText.map(({ line, what }) => ({ line: line + offset, what })),
  ].sort((a, b) => a.line - b.line);
}

const none: Remark = {
  line: 1,
  what: 'no questions were recognised; they look like “#### Q1: Why?”, “**Q1: Why?**” or “### Question 1: Why?”',
};

function onQuestions(found: readonly ForeignQuestion[]): Remark[] {
  return found
    .filter(({ keyPoints }) => keyPoints.length === 0)
    .map(({ line, answer }) => ({
      line,
      what:
        answer === ''
          ? 'the question has neither answer nor key points'
          : 'no key points: write what a strong answer must contain',
    }));
}

function onStrays(found: readonly ForeignQuestion[], lines: readonly string[]): Remark[] {
  const roles = fenceRoles(lines);
  const inQuestion = (line: number) => found.some(({ from, to }) => line >= from && line < to);
  return lines.flatMap((line, index) =>
    !inQuestion(index) &&
    roles[index] === 'text' &&
    /^\s{0,3}(#{1,6}\s|\*\*)(Q\d|Question\b)/i.test(line) &&
    !/Questions?\W*$/i.test(line)
      ? [
          {
            line: index + 1,
            what: `not placed, though it looks like a question: ${line.trim().slice(0, 60)}`,
          },
        ]
      : [],
  );
}

function onLongLines(lines: readonly string[]): Remark[] {
  return lines.flatMap((line, index) =>
    line.length > MOST_SHOWN
      ? [
          {
            line: index + 1,
            what: `longer than ${MOST_SHOWN.toLocaleString('en')} characters: kept whole, but only its beginning is shown; break it`,
          },
        ]
      : [],
  );
}

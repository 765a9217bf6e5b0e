import type { Line } from '../../../markdown/index.ts';
import { textLines } from '../../components/field-lines.ts';
import { hanging } from '../../components/hanging.ts';
import { oneLine } from '../../components/one-line.ts';
import { watch } from './clock.ts';
import { type Role, span } from './spans.ts';
import type { StoryLine } from './world.ts';

/** Narrower, and the words go below their time. */
const LEAST_WORDS = 16;

/** What happened, each with its time, in as many lines as it needs. */
export function storyLines(story: readonly StoryLine[], columns: number): Line[] {
  return story.flatMap((each) => entry(each, columns));
}

/** The newest of the story that fit, whole ones only; of the very last one, at least the beginning. */
export function lastStoryLines(story: readonly StoryLine[], columns: number, rows: number): Line[] {
  let lines: Line[] = [];
  for (const each of story.toReversed()) {
    const longer = [...entry(each, columns), ...lines];
    if (longer.length > rows) return lines.length > 0 ? lines : longer.slice(0, rows);
    lines = longer;
  }
  return lines;
}

function entry({ atMicros, words }: StoryLine, columns: number): Line[] {
  return timed(`${watch(atMicros, 3)}  `, words, columns);
}

/** Words that go on below themselves, beside their time; `mark` is the time and a gap. */
export function timed(mark: string, words: string, columns: number): Line[] {
  const room = columns - mark.length;
  if (room < LEAST_WORDS)
    return [
      { spans: [span(mark, 'muted')] },
      ...hanging([span('  ')], wrapped(words, columns - 2)),
    ];
  return hanging([span(mark, 'muted')], wrapped(words, room));
}

/** A text in lines that fit, without spaces at their ends. */
export function wrapped(text: string, columns: number, ...roles: readonly Role[]): Line[] {
  return textLines(oneLine(text), Math.max(1, columns)).map(({ spans }) => ({
    spans: spans.map(({ text: words }) => ({ text: words.trimEnd(), roles })),
  }));
}

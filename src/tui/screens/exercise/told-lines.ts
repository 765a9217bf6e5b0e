import type { Part } from '../../../domain/dialogue.ts';
import type { Line } from '../../../markdown/index.ts';
import { timed, wrapped } from '../simulation/story-lines.ts';

type Told = Extract<Part, { kind: 'story' | 'log' }>;

/** At the beginning of a line, with its gap: `1:02.345`, `62.345 s`, `2d 01:02:03`. */
const TIME = /^(?:\d+d )?\d[\d:.]*(?: (?:µs|ms|s|min|h))? {1,2}/;

/** What happened, or was written down, a step a line that goes on below itself, beside its time. */
export function toldLines({ title, lines }: Told, width: number): Line[] {
  const longest = Math.max(0, ...lines.map((line) => timeOf(line).length));
  const told = lines.flatMap((line) => toldLine(line, longest, width));
  const none = wrapped('Nothing.', width, 'muted');
  return [...wrapped(title, width, 'heading2'), ...(told.length > 0 ? told : none)];
}

function timeOf(line: string): string {
  return TIME.exec(line)?.[0] ?? '';
}

function toldLine(line: string, longest: number, width: number): Line[] {
  if (line.trim() === '') return [{ spans: [] }];
  const time = timeOf(line);
  const indent = time === '' ? (/^ */.exec(line)?.[0] ?? '') : time.padStart(longest);
  return timed(indent, line.slice(time === '' ? indent.length : time.length), width);
}

import type { Line } from '../../../markdown/index.ts';
import { amountWords } from './amount.ts';
import type { PipelineNode, Reading } from './world.ts';

type Role = Line['spans'][number]['roles'][number];

/** One for each part, told apart without colour. */
const SHADES = ['█', '▓', '▒'];
const LAST_SHADE = '░';
const EMPTY = '·';

/**
 * The parts as one bar of so many columns. What is more than none is seen, what is less than full doesn't look so, and
 * the bar never gets longer.
 */
export function gauge({ parts, full }: Reading, columns: number): string {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(full, total, 1);
  let sum = 0;
  let bar = '';
  for (const [index, { value }] of parts.entries()) {
    sum += value;
    const end = Math.round((sum / most) * columns);
    const wanted = value > 0 ? Math.max(1, end - bar.length) : 0;
    const stillToCome = parts.slice(index + 1).filter((part) => part.value > 0).length;
    const room = Math.max(0, columns - bar.length - stillToCome);
    bar += (SHADES[index] ?? LAST_SHADE).repeat(Math.min(wanted, room));
  }
  if (total < most && bar.length >= columns) bar = bar.slice(0, Math.max(1, columns - 1));
  return bar.slice(0, columns).padEnd(columns, EMPTY);
}

/** The numbers of a node, those of its bar first, with the sign that they have in it. */
export function numbersOf({ parts, counts }: Reading, withSigns: boolean): string[] {
  const signs = parts.map((_, at) => (withSigns ? `${SHADES[at] ?? LAST_SHADE} ` : ''));
  return [
    ...parts.map((part, at) => `${signs[at]}${amountWords(part)}`),
    ...counts.map(amountWords),
  ];
}

/** What is to be said of a node beside its name, and whether it is bad news. */
export function standing(
  { kind, isDeadLetterQueue }: PipelineNode,
  reading: Reading | undefined,
): { words: string; roles: readonly Role[] } {
  const messages = (reading?.parts ?? []).reduce((sum, { value }) => sum + value, 0);
  const word = isDeadLetterQueue ? 'DLQ' : kind;
  if (reading?.warning) return { words: `! ${reading.warning}`, roles: ['mark'] };
  if (isDeadLetterQueue && messages > 0) return { words: `! ${word}`, roles: ['mark'] };
  return { words: word, roles: ['muted'] };
}

import { type Line, widthOf } from '../../../../markdown/index.ts';
import { oneLine } from '../../../components/one-line.ts';
import { gauge, numbersOf, standing } from '../gauge.ts';
import { fitted, line, quicklyCut, span } from '../spans.ts';
import type { PipelineNode, Reading } from '../world.ts';

/** Rows of a box without its numbers: two borders and the bar. */
export const BARE_ROWS = 3;
/** Narrower boxes have no room to say which part of the bar is which. */
const SIGNED_FROM = 18;

/** A node as a box of so many columns, with so many of its numbers below the bar. */
export function boxLines(
  node: PipelineNode,
  reading: Reading | undefined,
  width: number,
  numbers: number,
): Line[] {
  const inner = width - 4;
  const name = quicklyCut(oneLine(node.name), inner);
  const { words, roles } = standing(node, reading);
  const state = quicklyCut(words, inner);
  const edge = span('│', 'border');
  // A number that needs them takes the spaces beside it.
  const row = (text: string) =>
    line(edge, span(fitted(widthOf(text) > inner ? text : ` ${text}`, inner + 2)), edge);
  const amounts = reading ? numbersOf(reading, inner >= SIGNED_FROM) : [];
  const bar = reading && reading.parts.length > 0 ? [gauge(reading, inner)] : [];
  const rows = [...bar, ...amounts];
  return [
    line(
      span('╭ ', 'border'),
      span(name, 'strong'),
      span(` ${'─'.repeat(inner - widthOf(name))}╮`, 'border'),
    ),
    ...Array.from({ length: numbers + 1 }, (_, at) => row(rows[at] ?? '')),
    line(
      span(`╰${'─'.repeat(inner - widthOf(state))} `, 'border'),
      span(state, ...roles),
      span(' ╯', 'border'),
    ),
  ];
}

import type { Chance } from '../broker/world.ts';
import type { Label } from '../settings/amounts.ts';

/** The label of an item: its number, from 1 in the order in which its producer made it, and its trace. */
export type DrawLabel = (number: number, trace: string, stream: Chance) => string;

const PLACEHOLDER = /\{(?:(\d+)\.\.(\d+)|(n)|trace)\}/g;

/** A label's values. Each range and each choice takes one draw from the stream; other braces are taken as they are. */
export function labelOf(label: Label): DrawLabel {
  return label.kind === 'text' ? filledIn(label.template) : chosen(label.weights);
}

function filledIn(template: string): DrawLabel {
  const parts: DrawLabel[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push(fixed(template.slice(end, match.index)));
    parts.push(drawnPart(match));
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push(fixed(template.slice(end)));
  return (number, trace, stream) => {
    let text = '';
    for (const part of parts) text += part(number, trace, stream);
    return text;
  };
}

function drawnPart([, first, last, isNumber]: RegExpMatchArray): DrawLabel {
  if (first !== undefined && last !== undefined) return wholeNumber(Number(first), Number(last));
  return isNumber === undefined ? (_, trace) => trace : (number) => String(number);
}

function wholeNumber(first: number, last: number): DrawLabel {
  const low = Math.min(first, last);
  const values = Math.abs(last - first) + 1;
  return (_number, _trace, stream) => String(low + Math.floor(values * stream.uniform()));
}

/** A chosen label may hold placeholders, which take their own draws after the choice. */
function chosen(weights: readonly (readonly [label: string, weight: number])[]): DrawLabel {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const labels = weights.map(([label, weight]) => ({ draw: filledIn(label), weight }));
  return (number, trace, stream) => {
    let left = stream.uniform() * total;
    for (const { draw, weight } of labels) {
      if (left < weight) return draw(number, trace, stream);
      left -= weight;
    }
    return labels.at(-1)?.draw(number, trace, stream) ?? '';
  };
}

function fixed(text: string): DrawLabel {
  return () => text;
}

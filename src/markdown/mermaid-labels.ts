import { sanitize } from './sanitize.ts';

/** Lines that say how a diagram looks, not what is in it. */
const STYLING =
  /^\s*(%%|style\b|classDef\b|class\b|linkStyle\b|click\b|title\b|acc(Title|Descr)\b|---)/;

/** What an author writes between quotes, brackets, bars or behind a colon. */
const LABEL =
  /"([^"]+)"|\[+([^[\]"]+)\]+|\(+([^()"]+)\)+|\{+([^{}"]+)\}+|\|([^|"]+)\||\w\s*:\s*([^:"]+)$/g;

/** Whether every label can be read in the drawing: the library lets lines and labels run over each other, and drops some. */
export function showsAllLabels(drawing: readonly string[], source: string): boolean {
  const shown = squeezed(drawing.join('\n'));
  return labels(sanitize(source)).every((label) => shown.includes(label));
}

function labels(source: string): string[] {
  return source
    .split('\n')
    .filter((line) => !STYLING.test(line))
    .flatMap((line) => [...line.matchAll(LABEL)].flatMap((match) => match.slice(1)))
    .flatMap((label) => label?.split(/<br\s*\/?>|\\n/) ?? [])
    .map((label) => squeezed(label.replace(/<[^>]*>|[&#]\w+;(\[\d*m)?/g, '')))
    .filter((label) => label !== '');
}

/** Letters and digits only: a drawing may fill spaces with its lines. */
function squeezed(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}

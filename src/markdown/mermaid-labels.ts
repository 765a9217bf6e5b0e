import { sanitize } from './sanitize.ts';

/** Lines that say how a diagram looks, not what is in it. */
const STYLING =
  /^\s*(%%|style\b|classDef\b|class\b|linkStyle\b|click\b|title\b|acc(Title|Descr)\b|---)/;

/** What an author writes between quotes, brackets, bars or behind a colon. */
const LABEL =
  /"([^"]+)"|\[+([^[\]"]+)\]+|\(+([^()"]+)\)+|\{+([^{}"]+)\}+|\|([^|"]+)\||\w\s*:\s*([^:"]+)$/g;

/** The share of the labels' words, from 0 to 1, that can't be read in the drawing, because lines or other labels run over them. */
export function lostLabels(drawing: readonly string[], source: string): number {
  const shown = new Set(wordsOf(drawing.join('\n')));
  const words = labelWords(sanitize(source));
  return words.filter((word) => !shown.has(word)).length / Math.max(1, words.length);
}

function labelWords(source: string): string[] {
  return source
    .split('\n')
    .filter((line) => !STYLING.test(line))
    .flatMap((line) =>
      [...line.matchAll(LABEL)].flatMap((match) =>
        match.slice(1).filter((label) => label !== undefined),
      ),
    )
    .flatMap((label) => wordsOf(label.replace(/<[^>]*>|\\n|[&#]\w+;(\[\d*m)?/g, ' ')));
}

/** Single letters and digits are left out: they are drawn everywhere. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

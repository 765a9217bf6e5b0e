import { sanitize, topLevelTokens } from '../../markdown/parsing.ts';

/** Longer than a title is. */
const MOST_TITLE = 80;

/**
 * The lines with every underlined heading written with `#` instead. Where the underline is rather a rule too close
 * to its text, it becomes a rule that can't be mistaken. Lines keep their numbers.
 */
export function withHashHeadings(lines: readonly string[]): string[] {
  const changed = [...lines];
  // What the reader takes for a heading decides, with the cut that spares it the work on endless lines.
  for (const { token, line } of topLevelTokens(sanitize(lines.join('\n')))) {
    if (token.type !== 'heading' || /^\s*#/.test(token.raw)) continue;
    const underline = line + token.raw.trimEnd().split('\n').length - 2;
    const words = lines.slice(line - 1, underline).map((each) => each.trim());
    if (token.depth === 2 && isProse(words)) {
      changed[underline] = '***';
      continue;
    }
    changed.fill('', line - 1, underline + 1);
    changed[line - 1] = `${'#'.repeat(token.depth)} ${words.join(' ')}`;
  }
  return changed;
}

function isProse([first = '', ...more]: readonly string[]): boolean {
  return (
    more.length > 0 ||
    first.length > MOST_TITLE ||
    /[.:;,!…]$/.test(first) ||
    /^\*{0,2}A(nswer)?\*{0,2}:/i.test(first)
  );
}

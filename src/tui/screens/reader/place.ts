import { lineText, type Page } from '../../../markdown/index.ts';

/** A place in a document, whatever the width of the page. */
export interface Place {
  /** Index into `Page.outline`; -1 above the first heading. */
  readonly section: number;
  /** Letters and digits above it in the section. */
  readonly letters: number;
}

export function placeOf(page: Page, line: number): Place {
  const section = page.outline.findLastIndex((heading) => heading.line <= line);
  const { start } = linesOf(page, section);
  const above = page.lines.slice(start, line).map((each) => lettersIn(lineText(each)));
  return { section, letters: above.reduce((sum, letters) => sum + letters, 0) };
}

/** The line that shows a place. */
export function lineAt(page: Page, { section, letters }: Place): number {
  const { start, end } = linesOf(page, section);
  if (letters === 0) return start;
  let seen = 0;
  for (const [index, line] of page.lines.slice(start, end).entries()) {
    const here = lettersIn(lineText(line));
    if (here > 0 && seen + here > letters) return start + index;
    seen += here;
  }
  return Math.max(start, end - 1);
}

function linesOf({ outline, lines }: Page, section: number): { start: number; end: number } {
  return { start: outline[section]?.line ?? 0, end: outline[section + 1]?.line ?? lines.length };
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

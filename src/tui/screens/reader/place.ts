import { lineText, type Page } from '../../../markdown/index.ts';

/** Letters and digits above a line: they are the same however wide the page is. */
export function lettersAbove(page: Page, line: number): number {
  let letters = 0;
  for (const above of page.lines.slice(0, line)) letters += lettersIn(lineText(above));
  return letters;
}

/** The line that shows what comes after so many letters. */
export function lineAfterLetters(page: Page, letters: number): number {
  let seen = 0;
  for (const [index, line] of page.lines.entries()) {
    const here = lettersIn(lineText(line));
    if (here > 0 && seen + here > letters) return index;
    seen += here;
  }
  return Math.max(0, page.lines.length - 1);
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

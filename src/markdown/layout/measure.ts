import fastStringWidth from 'fast-string-width';

/** Columns that a text takes on a terminal; wide characters and emoji take two. */
export function widthOf(text: string): number {
  return fastStringWidth(text);
}

export function widthOfSpans(spans: readonly { readonly text: string }[]): number {
  let width = 0;
  for (const { text } of spans) width += widthOf(text);
  return width;
}

/** Width of the widest of many runs: there may be more of them than a function takes arguments. */
export function widest(runs: Iterable<readonly { readonly text: string }[]>): number {
  let width = 0;
  for (const run of runs) width = Math.max(width, widthOfSpans(run));
  return width;
}

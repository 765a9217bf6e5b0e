import type { Mark } from './scan.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is left of a text for the card when its questions are taken out, with its sections at depth two. */
export function cardBody(
  lines: readonly string[],
  marks: readonly Mark[],
  taken: readonly Span[],
): string {
  const gone = new Set<number>();
  for (const { from, to } of taken) for (let line = from; line < to; line += 1) gone.add(line);
  for (const mark of marks) if (mark.kind === 'level') gone.add(mark.line);
  const titles = marks.filter((mark) => mark.kind === 'heading' && mark.depth === 1);
  const [title] = titles;
  // One title is the card's own; several are its sections.
  if (title && titles.length === 1) gone.add(title.line);
  const shift = titles.length > 1 ? 1 : 0;
  for (const line of emptyHeadings(lines, marks, gone)) gone.add(line);
  const headings = new Set(marks.filter(({ kind }) => kind === 'heading').map(({ line }) => line));
  const kept = lines.flatMap((text, line) =>
    gone.has(line) ? [] : [headings.has(line) ? '#'.repeat(shift) + text : text],
  );
  return kept
    .join('\n')
    .replace(/<div[^<>]*>\s*<\/div>\n?/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/(\n---\n\s*)+(?=\n---\n)/g, '\n')
    .trim();
}

/** Headings that had questions below them and nothing else. */
function emptyHeadings(
  lines: readonly string[],
  marks: readonly Mark[],
  gone: ReadonlySet<number>,
): number[] {
  const headings = marks.filter((mark) => mark.kind === 'heading' && !gone.has(mark.line));
  const sections = marks.filter(({ kind }) => kind !== 'question');
  const isText = (line: number) =>
    !gone.has(line) &&
    !headings.some((heading) => heading.line === line) &&
    /[^\s*-]/.test((lines[line] ?? '').replace(/<\/?div[^>]*>/g, ''));
  return headings
    .filter((heading) => {
      const next =
        sections.find((later) => later.line > heading.line && later.depth <= heading.depth)?.line ??
        lines.length;
      const below = lines.map((_, line) => line).slice(heading.line + 1, next);
      // A heading that was empty before is kept: it may be a question that nobody has answered yet.
      return below.some((line) => gone.has(line)) && !below.some(isText);
    })
    .map(({ line }) => line);
}

export interface Heading {
  readonly title: string;
  readonly story: string;
  /** It shows a mistake and names the remedy, so its checks fail as it stands. */
  readonly showsMistake: boolean;
}

/**
 * What the comment at the head of a file says: its first line is the title, the rest the story, whose paragraphs an empty
 * comment line divides.
 */
export function headingOf(text: string): Heading {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comment = lines.slice(0, end === -1 ? lines.length : end).map((line) =>
    line
      .replace(/^#+ ?/, '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim(),
  );
  const [title = '', ...rest] = comment;
  const paragraphs = rest
    .join('\n')
    .trim()
    .split(/\n{2,}/);
  return {
    title,
    story: paragraphs.map((each) => each.replace(/\n/g, ' ')).join('\n\n'),
    showsMistake: lines.some((line) => line.startsWith('remedy:')),
  };
}

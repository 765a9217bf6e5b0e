import { type LocatedToken, topLevelBlocks } from '../../markdown/parsing.ts';

/** A part of an exercise's text, below a heading of its own. */
export interface Section {
  readonly title: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** What stands below the heading, with lines of the file. */
  readonly tokens: readonly LocatedToken[];
}

/** Splits a text at its headings of depth 1 and 2; what comes before the first one is the story, without a title. */
export function sectionsOf(body: string, bodyLine: number): readonly Section[] {
  const sections: (Section & { tokens: LocatedToken[] })[] = [
    { title: '', line: bodyLine, tokens: [] },
  ];
  for (const { token, line } of topLevelBlocks(body)) {
    const at = line + bodyLine - 1;
    if (token.type === 'heading' && token.depth <= 2)
      sections.push({ title: token.text, line: at, tokens: [] });
    else sections.at(-1)?.tokens.push({ token, line: at });
  }
  return sections;
}

/** The Markdown of a section; empty when there is none. */
export function markdownOf(section: Section | undefined): string {
  return (section?.tokens ?? [])
    .map(({ token }) => token.raw)
    .join('')
    .trim();
}

/** The package ships no types of its own; this is the part of it that we use. */
declare module 'marked-terminal' {
  import type { MarkedExtension } from 'marked';

  type Style = (text: string) => string;
  export function markedTerminal(
    options: { code: Style; tab: number; emoji: boolean; unescape: boolean },
    highlightOptions: { theme: Readonly<Record<string, Style>> },
  ): MarkedExtension;
}

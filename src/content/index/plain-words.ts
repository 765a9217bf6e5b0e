/** Markdown as the words that a reader sees, on one line: close enough for searching and for a line of context. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/^\s*(```|~~~).*$/gm, ' ')
    .replace(/<[^>\n]*>/g, ' ')
    .replace(/\[\[([^\]|]*\|)?([^\]]*)\]\]/g, '$2')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[\^[^\]]*\]:?/g, ' ')
    .replace(/^\s*(#{1,6}|>|[-*+]|\d+\.)\s+(\[[ x]\]\s+)?/gim, '')
    .replace(/^\s*\|?[\s:|-]+\|?\s*$/gm, ' ')
    .replace(/\*\*|__|[`|]|~~|\{\{|\}\}|[\u2500-\u257f]+/g, ' ')
    .replace(/(^|\s)[*_](?=\S)|(?<=\S)[*_](?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The parts of camelCase words, so that `receive count` finds `maxReceiveCount`. */
export function wordParts(text: string): string {
  const compounds = text.match(/\b[A-Za-z]+[a-z][A-Z][A-Za-z]*\b/g) ?? [];
  return [...new Set(compounds)].map((word) => word.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).join(' ');
}

/** What topics, files and errors are called may hold anything; a line break would tear the frame. */
export function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

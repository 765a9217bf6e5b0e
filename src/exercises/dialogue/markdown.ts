/** As code, so that nothing in it means anything in Markdown. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Words that are no Markdown, so that they are shown as they are. */
export function plain(text: string): string {
  return text.replace(/[\\`*_~<>|[\]]/g, '\\$&');
}

/** As code, so that nothing in it means anything in Markdown. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Words that are no Markdown, so that they are shown as they are. */
export function plain(text: string): string {
  return text.replace(/[\\`*_~<>|[\]]/g, '\\$&');
}

/** A Markdown table; the first row is its head. Cells are Markdown. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body].map(line).join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
}

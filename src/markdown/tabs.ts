/** Spaces up to every fourth column in place of tabs. */
export function expandTabs(text: string): string {
  return text.split('\n').map(expandLine).join('\n');
}

function expandLine(line: string): string {
  let expanded = '';
  for (const [index, part] of line.split('\t').entries()) {
    if (index > 0) expanded += ' '.repeat(4 - (expanded.length % 4));
    expanded += part;
  }
  return expanded;
}

/** What a line is to fenced code: a fence, a line between two fences, or neither. */
export type FenceRole = 'fence' | 'code' | 'text';

/** A fence may stand in a quote or a list, also on the line of the marker. */
const OPENING = /^((?:[\s>]|[*+-]\s|\d{1,9}[.)]\s)*)(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSING = /^([\s>]*)(`{3,}|~{3,})\s*$/;
/** A line that stands further right than its fence is code, whatever it looks like. */
const MOST_INDENT = 3;

/** The role of each line. As in CommonMark the same character closes, at least as long, with nothing behind it. */
export function fenceRoles(lines: readonly string[]): FenceRole[] {
  let open: { readonly before: string; readonly ticks: string } | undefined;
  return lines.map((line): FenceRole => {
    if (open) {
      const [, before = '', ticks = ''] = CLOSING.exec(line) ?? [];
      const closes =
        ticks.startsWith(open.ticks) && before.length <= open.before.length + MOST_INDENT;
      if (closes) open = undefined;
      return closes ? 'fence' : 'code';
    }
    const [, before = '', ticks] = OPENING.exec(line) ?? [];
    if (ticks === undefined) return 'text';
    open = { before, ticks };
    return 'fence';
  });
}

/** Each fenced block as inline code, for places where a text has one line. */
export function withInlineCode(lines: readonly string[]): string[] {
  const roles = fenceRoles(lines);
  const kept: string[] = [];
  let open: { readonly before: string; readonly code: string[] } | undefined;
  const close = () => {
    if (open) kept.push(open.before + inlineCode(open.code));
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    if (roles[index] === 'text') kept.push(line);
    else if (roles[index] === 'code') open?.code.push(line.trim());
    else if (open) close();
    else open = { before: OPENING.exec(line)?.[1] ?? '', code: [] };
  }
  close();
  return kept;
}

function inlineCode(lines: readonly string[]): string {
  const code = lines.filter(Boolean).join(' ');
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const ticks = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(code) ? ' ' : '';
  return code === '' ? '' : `${ticks}${space}${code}${space}${ticks}`;
}

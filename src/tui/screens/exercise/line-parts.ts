import type { Line } from '../../../markdown/index.ts';

export type Span = Line['spans'][number];
export type Role = Span['roles'][number];

export function span(text: string, ...roles: readonly Role[]): Span {
  return { text, roles };
}

/** The lines in the looks of a role, whatever they were before. */
function inRole(lines: readonly Line[], role: Role): Line[] {
  return lines.map((line) => ({
    ...line,
    spans: line.spans.map((each) => ({ ...each, roles: [...each.roles, role] })),
  }));
}

export function muted(lines: readonly Line[]): Line[] {
  return inRole(lines, 'muted');
}

export function strong(lines: readonly Line[]): Line[] {
  return inRole(lines, 'strong');
}

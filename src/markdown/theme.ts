import type { Role } from './page.ts';

/** How a role looks: a foreground of the 256-colour palette, and attributes. */
export interface Look {
  readonly color?: number;
  readonly attributes?: readonly Attribute[];
}
export type Attribute = 'bold' | 'dim' | 'italic' | 'underline' | 'reverse' | 'strike';
export type ThemeName = 'dark' | 'light' | 'mono' | 'plain';

export interface Theme {
  readonly name: ThemeName;
  /** Roles that are not named look like plain text. */
  readonly looks: Readonly<Partial<Record<Role, Look>>>;
}

const SGR: Readonly<Record<Attribute, number>> = {
  bold: 1,
  dim: 2,
  italic: 3,
  underline: 4,
  reverse: 7,
  strike: 9,
};

/** What can be said without colour; the only looks under NO_COLOR. */
const attributes: Partial<Record<Role, Look>> = {
  heading1: { attributes: ['bold'] },
  heading2: { attributes: ['bold'] },
  heading3: { attributes: ['bold'] },
  heading4: { attributes: ['bold', 'italic'] },
  strong: { attributes: ['bold'] },
  emphasis: { attributes: ['italic'] },
  strike: { attributes: ['strike'] },
  mark: { attributes: ['bold', 'underline'] },
  muted: { attributes: ['dim'] },
  code: { attributes: ['bold'] },
  link: { attributes: ['underline'] },
  key: { attributes: ['reverse'] },
  tableHeader: { attributes: ['bold'] },
  summary: { attributes: ['bold'] },
  hit: { attributes: ['underline'] },
  currentHit: { attributes: ['reverse'] },
  selected: { attributes: ['reverse'] },
};

function coloured(name: ThemeName, colors: Partial<Record<Role, number>>): Theme {
  const looks: Partial<Record<Role, Look>> = { ...attributes };
  for (const [role, color] of Object.entries(colors) as [Role, number][]) {
    // A colour says "muted" and "code" better than an attribute does.
    const base = role === 'muted' || role === 'code' || role === 'mark' ? {} : attributes[role];
    looks[role] = { ...base, color };
  }
  return { name, looks };
}

/** Colours are readable (4.5 to 1) on black and on the usual dark, respectively white and cream, backgrounds. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  dark: coloured('dark', {
    heading1: 117,
    heading2: 117,
    heading3: 153,
    heading4: 153,
    mark: 229,
    muted: 247,
    code: 180,
    link: 111,
    bullet: 117,
    border: 243,
    quote: 250,
    taskDone: 114,
    taskOpen: 210,
    tableHeader: 153,
    summary: 153,
    hit: 226,
    syntaxKeyword: 176,
    syntaxString: 114,
    syntaxNumber: 179,
    syntaxComment: 247,
    syntaxName: 117,
    syntaxType: 80,
    syntaxLiteral: 215,
  }),
  light: coloured('light', {
    heading1: 25,
    heading2: 25,
    heading3: 24,
    heading4: 24,
    mark: 88,
    muted: 240,
    code: 88,
    link: 25,
    bullet: 25,
    border: 245,
    quote: 238,
    taskDone: 22,
    taskOpen: 160,
    tableHeader: 24,
    summary: 24,
    hit: 125,
    syntaxKeyword: 90,
    syntaxString: 22,
    syntaxNumber: 94,
    syntaxComment: 240,
    syntaxName: 25,
    syntaxType: 23,
    syntaxLiteral: 94,
  }),
  mono: { name: 'mono', looks: attributes },
  plain: { name: 'plain', looks: {} },
};

/** The text in the looks of its roles, the last of them on top. */
export function paint(text: string, roles: readonly Role[], theme: Theme): string {
  const codes = new Set<string>();
  let color: number | undefined;
  for (const role of roles) {
    const look = theme.looks[role];
    color = look?.color ?? color;
    for (const attribute of look?.attributes ?? []) codes.add(String(SGR[attribute]));
  }
  if (color !== undefined) codes.add(`38;5;${color}`);
  return codes.size === 0 || text === '' ? text : `\u001b[${[...codes].join(';')}m${text}\u001b[0m`;
}

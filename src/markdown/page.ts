/** What layout gives: a document laid out at one width, before a theme turns roles into colours. */
import type { LinkTarget } from './ast.ts';

/** What a piece of text is. A theme says how each looks; without colour, some are shown by attributes alone. */
export type Role =
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'strong'
  | 'emphasis'
  | 'strike'
  | 'mark'
  | 'muted'
  | 'code'
  | 'codeBlock'
  | 'link'
  | 'key'
  | 'bullet'
  | 'border'
  | 'quote'
  | 'taskDone'
  | 'taskOpen'
  | 'tableHeader'
  | 'summary'
  | 'diagram'
  | 'hit'
  | 'currentHit'
  | 'selected'
  | 'syntaxKeyword'
  | 'syntaxString'
  | 'syntaxNumber'
  | 'syntaxComment'
  | 'syntaxName'
  | 'syntaxType'
  | 'syntaxLiteral';

/** A run of text with one look. Never holds a control character, a tab or a line break. */
export interface Span {
  readonly text: string;
  readonly roles: readonly Role[];
  /** Index into `Page.targets` when the run can be followed. */
  readonly target?: number;
}

export interface Line {
  readonly spans: readonly Span[];
  /** True for code and diagrams, which may be wider than the page and scroll sideways. */
  readonly scrolls?: boolean;
}

/** Something on the page that Tab stops at and Enter acts on. */
export type Target =
  | { readonly kind: 'link'; readonly line: number; readonly to: LinkTarget }
  | {
      readonly kind: 'details';
      readonly line: number;
      readonly key: string;
      readonly open: boolean;
    };

export interface OutlineEntry {
  readonly id: string;
  readonly depth: number;
  readonly title: string;
  /** Index into `Page.lines`. */
  readonly line: number;
}

export interface Page {
  /** Columns that the page was laid out for. Lines that don't scroll are never wider. */
  readonly width: number;
  readonly lines: readonly Line[];
  readonly outline: readonly OutlineEntry[];
  /** In reading order. */
  readonly targets: readonly Target[];
}

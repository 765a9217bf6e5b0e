/** What the block layouts hand to each other: lines whose targets have no number yet. */
import type { Block, LinkTarget } from '../ast.ts';
import type { Role } from '../page.ts';
import type { LayoutTools } from '../tools.ts';

/** Compared by identity: the pieces of a wrapped link share one. */
export type DraftTarget =
  | { readonly kind: 'link'; readonly to: LinkTarget }
  | { readonly kind: 'details'; readonly key: string; readonly open: boolean };

export interface DraftSpan {
  readonly text: string;
  readonly roles: readonly Role[];
  readonly target?: DraftTarget;
}

export interface DraftHeading {
  readonly id: string;
  readonly depth: number;
  readonly title: string;
}

export interface DraftLine {
  readonly spans: readonly DraftSpan[];
  readonly scrolls?: boolean;
  /** Those whose first line it is: several where areas stand side by side. */
  readonly headings?: readonly DraftHeading[];
}

export interface Context {
  readonly width: number;
  /** Roles that everything inside has, e.g. those of a quote. */
  readonly roles: readonly Role[];
  readonly open: 'all' | ReadonlySet<string>;
  readonly tools: LayoutTools;
  /** Spell out what only looks and links would show. */
  readonly plain: boolean;
  /** How many lists it lies in. */
  readonly lists: number;
  /** How many columns it lies in. */
  readonly columns: number;
  /** How deep this context lies in others. */
  readonly depth: number;
  /** Lays out blocks under each other: passed along so that a block's file needs no other's. */
  readonly stack: (
    blocks: readonly Block[],
    context: Context,
    spacing?: 'tight' | 'loose',
  ) => DraftLine[];
}

/** Below this many columns, text is not indented any further. */
const NARROWEST = 5;

/** The context of something indented by `columns`; the same context where there is no room for it. */
export function inside(context: Context, columns: number, ...roles: Role[]): Context {
  const room = context.width - columns;
  return {
    ...context,
    width: room >= NARROWEST ? room : context.width,
    roles: roles.length > 0 ? [...context.roles, ...roles] : context.roles,
    depth: context.depth + 1,
  };
}

/** Puts `first` before the first line and `rest` before the others, unless `inner` found no room for them. */
export function prefixed(
  lines: readonly DraftLine[],
  first: DraftSpan,
  rest: DraftSpan,
  outer: Context,
  inner: Context,
): DraftLine[] {
  if (inner.width === outer.width) return [...lines];
  return lines.map((line, index) => ({
    ...line,
    spans: [index === 0 ? first : rest, ...line.spans],
  }));
}

export function span(text: string, ...roles: Role[]): DraftSpan {
  return { text, roles };
}

export const blankLine: DraftLine = { spans: [] };

import type { LayoutTools, LinkTarget, MarkdownDocument, Page } from '../../../markdown/index.ts';
import { layout } from '../../../markdown/index.ts';
import type { ReaderDocument } from './document.ts';
import type { Search } from './find.ts';
import type { Place } from './place.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Where the reader was in a document, to come back to. */
export interface Visit {
  readonly document: ReaderDocument;
  readonly tools: LayoutTools;
  /** The document laid out for the size, with its open answers. */
  readonly page: Page;
  readonly top: number;
  readonly open: ReadonlySet<string>;
  readonly selected: number | undefined;
}

export type Overlay =
  | { readonly kind: 'help'; readonly top: number }
  | { readonly kind: 'outline'; readonly filter: string; readonly at: number }
  | { readonly kind: 'prompt'; readonly draft: string };

export interface OpenRequest {
  readonly kind: 'open';
  readonly link: LinkTarget;
}

/** To an exercise: the one that a link leads to, or that of the page. */
export interface TryRequest {
  readonly kind: 'try';
  readonly exercise: string | undefined;
}

/** What the screen must do next: the reducer itself touches nothing. */
export type Request =
  | OpenRequest
  | { readonly kind: 'suspend' }
  | { readonly kind: 'redraw' }
  | TryRequest
  | { readonly kind: 'leave'; readonly code: 0 | 130 };

export interface ReaderState extends Visit {
  readonly size: Size;
  readonly theme: 'dark' | 'light' | 'mono';
  /** Where to stay while the size changes; gone when the reader moves. */
  readonly anchor?: Place;
  /** First column shown of lines that scroll sideways. */
  readonly left: number;
  readonly overlay?: Overlay;
  readonly search?: Search;
  /** Shown in the status line until the next key. */
  readonly message?: string | undefined;
  /** In the order of the keys; each stays until the screen says that it was heard. */
  readonly requests: readonly Request[];
  /** The document that is waited for; what any other request brings comes too late. */
  readonly opening?: OpenRequest;
  /** Where the reader came from, the latest last. */
  readonly history: readonly Visit[];
}

/** Lines are no pleasure to read when they are longer. */
const WIDEST = 100;
/** The status line, and the last row, which stays empty: ink clears the terminal when its output fills it. */
const CHROME_ROWS = 2;

export function bodyRows({ rows }: Size): number {
  return Math.max(1, rows - CHROME_ROWS);
}

/** Columns left free on the left; the text stands in the middle of a wide screen. */
export function marginOf({ columns }: Size): number {
  return Math.max(columns >= 60 ? 2 : 0, Math.floor((columns - WIDEST) / 2));
}

function textWidth(size: Size): number {
  return Math.min(WIDEST, size.columns - 2 * marginOf(size));
}

export function layOut(
  document: MarkdownDocument,
  size: Size,
  open: ReadonlySet<string>,
  tools: LayoutTools,
): Page {
  return layout(document, textWidth(size), { open, tools, plain: false });
}

export function asking(state: ReaderState, request: Request): ReaderState {
  return { ...state, requests: [...state.requests, request] };
}

export function initialState(
  document: ReaderDocument,
  size: Size,
  theme: ReaderState['theme'],
  tools: LayoutTools,
): ReaderState {
  const open = new Set<string>();
  const page = layOut(document.document, size, open, tools);
  return {
    document,
    size,
    theme,
    tools,
    open,
    page,
    top: 0,
    left: 0,
    selected: undefined,
    message: document.trouble,
    requests: [],
    history: [],
  };
}

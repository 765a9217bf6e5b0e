/**
 * The tree between parsing and layout. It is smaller than Markdown: HTML has already become the text,
 * boxes and emphasis that it stands for, and nothing in it can hold a control character.
 */
export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Code
  | Mermaid
  | Quote
  | Rule
  | Box
  | Columns
  | Details
  | Footnotes;

export interface Heading {
  readonly type: 'heading';
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Unique within the document: what a `#fragment` link points at. */
  readonly id: string;
  readonly children: readonly Inline[];
}
export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list. */
  readonly start: number;
  /** Loose lists have a blank line between items. */
  readonly loose: boolean;
  readonly items: readonly ListItem[];
}
export interface ListItem {
  /** Set on task list items only. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}
export type Align = 'left' | 'center' | 'right';
export interface Table {
  readonly type: 'table';
  readonly align: readonly Align[];
  /** Empty when an HTML table has no header row. */
  readonly header: readonly Cell[];
  /** Each row has as many cells as `align`. */
  readonly rows: readonly (readonly Cell[])[];
}
export type Cell = readonly Inline[];
export interface Code {
  readonly type: 'code';
  /** Lower-case language word of the fence; empty when there is none. */
  readonly language: string;
  readonly text: string;
}
export interface Mermaid {
  readonly type: 'mermaid';
  readonly source: string;
}
export interface Quote {
  readonly type: 'quote';
  readonly children: readonly Block[];
}
export interface Rule {
  readonly type: 'rule';
}
/** A framed or tinted area. */
export interface Box {
  readonly type: 'box';
  readonly title: readonly Inline[];
  readonly children: readonly Block[];
}
/** Areas side by side where the width allows it, else one under the other. */
export interface Columns {
  readonly type: 'columns';
  readonly columns: readonly (readonly Block[])[];
}
/** A part that the reader can fold, e.g. the answer of a question. */
export interface Details {
  readonly type: 'details';
  /** Unique within the document. */
  readonly key: string;
  readonly summary: readonly Inline[];
  readonly children: readonly Block[];
}
export interface Footnotes {
  readonly type: 'footnotes';
  readonly notes: readonly { readonly label: string; readonly children: readonly Block[] }[];
}

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: InlineStyle; readonly children: readonly Inline[] }
  | Link
  | { readonly type: 'image'; readonly alt: string; readonly href: string }
  | { readonly type: 'break' }
  | { readonly type: 'footnoteReference'; readonly label: string };

export type InlineStyle =
  | 'strong'
  | 'emphasis'
  | 'strike'
  | 'mark'
  | 'key'
  | 'subscript'
  | 'superscript'
  | 'muted';

export interface Link {
  readonly type: 'link';
  readonly target: LinkTarget;
  readonly children: readonly Inline[];
}
export type LinkTarget =
  /** `[[topic-id]]` or `[[topic-id|words]]`. */
  | { readonly kind: 'topic'; readonly id: string }
  /** `#heading` in this document. */
  | { readonly kind: 'heading'; readonly id: string }
  /** A relative path, as written. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'web'; readonly url: string };

/** What `parseMarkdown` gives. */
export interface MarkdownDocument {
  readonly blocks: readonly Block[];
}

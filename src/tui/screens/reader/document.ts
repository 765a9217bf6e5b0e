import type { LayoutTools, LinkTarget, MarkdownDocument } from '../../../markdown/index.ts';

/** Something to read: a topic card with its questions, or a file. */
export interface ReaderDocument {
  /** What it was opened by: a topic id or a path. Says whether two documents are the same. */
  readonly reference: string;
  readonly title: string;
  readonly document: MarkdownDocument;
  /** What is wrong with it, in words: said when it is opened. */
  readonly trouble?: string;
}

/** What the reader asks of the world outside the screen. */
export interface ReaderWorld {
  /** Finds what a link leads to; a string says in words why there is nothing to show. */
  open(link: LinkTarget, from: ReaderDocument): Promise<ReaderDocument | string>;
  /** Loads the renderers that a document needs. */
  loadTools(document: MarkdownDocument): Promise<LayoutTools>;
  /** Gives the terminal back to the shell until the user comes back. */
  suspend(): void;
}

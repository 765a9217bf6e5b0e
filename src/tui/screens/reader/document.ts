import type { MarkdownDocument } from '../../../markdown/index.ts';

/** Something to read: a topic card with its questions, or a file. */
export interface ReaderDocument {
  /** What it was opened by: a topic id or a path. Says whether two documents are the same. */
  readonly reference: string;
  readonly title: string;
  readonly document: MarkdownDocument;
  /** How many exercises belong to it; none to a file. */
  readonly exercises?: number;
  /** What is wrong with it, in words: said when it is opened. */
  readonly trouble?: string;
}

import type { LayoutTools, LinkTarget, MarkdownDocument } from '../../../markdown/index.ts';
import type { ReaderDocument } from './document.ts';
import type { ReaderState } from './state.ts';

/** What a link leads to: a document, the id of an exercise, or in words why there is nothing to show. */
export type Followed = ReaderDocument | { readonly exercise: string } | string;

/** What the reader asks of the world outside the screen. */
export interface ReaderWorld {
  open(link: LinkTarget, from: ReaderDocument): Promise<Followed>;
  /** Absent where the reader can't be left for an exercise. */
  readonly exercises?: {
    /** Id of the exercise to do next of those that belong to a document; undefined where none do. Throws a UserError when that can't be known. */
    of(document: ReaderDocument): Promise<string | undefined>;
    /** Leaves the reader for one; the state is what to come back to. */
    go(exercise: string, state: ReaderState): void;
  };
  /** Loads the renderers that a document needs. */
  loadTools(document: MarkdownDocument): Promise<LayoutTools>;
  /** Gives the terminal back to the shell until the user comes back. */
  suspend(): void;
}

/** The world of a reader that is opened within another screen, and can't be left for an exercise. */
export function worldWithin(
  screen: Pick<ReaderWorld, 'open' | 'loadTools'> & { suspendProcess(): void },
): ReaderWorld {
  return {
    open: (link, from) => screen.open(link, from),
    loadTools: (document) => screen.loadTools(document),
    suspend: () => screen.suspendProcess(),
  };
}

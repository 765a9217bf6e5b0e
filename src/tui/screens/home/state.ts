import type { HomeView, Place, Size } from './view.ts';

export interface HomeState {
  readonly view: HomeView;
  readonly size: Size;
  readonly theme: 'dark' | 'light' | 'mono';
  /** First line in view. */
  readonly top: number;
  /** First line of the keys in view, while they are shown. */
  readonly keysTop?: number;
  /** Where the learner goes, or the exit code. */
  readonly done?: { readonly place: Place } | { readonly code: 0 | 130 };
}

export type HomeAction =
  | { readonly type: 'go'; readonly place: Place }
  | { readonly type: 'leave'; readonly code: 0 | 130 }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'keys' }
  | { readonly type: 'resize'; readonly size: Size };

/** Rows below the body: what is out of view, and the keys; and the terminal's last one, which stays free. */
const OTHER_ROWS = 3;

export function bodyRows({ rows }: Size): number {
  return Math.max(1, rows - OTHER_ROWS);
}

import type { Size } from '../reader/state.ts';
import type { LadderEnd, LadderRow, LadderView } from './view.ts';

/** Which of the rows are listed. `open`: whatever is still to be done, for the first time or again. */
export const SHOWN = ['all', 'open', 'done', 'due'] as const;

export interface LadderState {
  readonly view: LadderView;
  readonly size: Size;
  readonly theme: 'dark' | 'light' | 'mono';
  readonly shown: (typeof SHOWN)[number];
  /** What was typed to find rows; `isTyping` while letters go there. */
  readonly filter: string;
  readonly isTyping: boolean;
  /** Index into the rows that are listed. */
  readonly at: number;
  /** First line of the keys in view, while they are shown. */
  readonly keysTop: number | undefined;
  /** Set when the learner goes somewhere. */
  readonly done?: LadderEnd;
  /** What the screen must do next; it says when it was heard. */
  readonly request?: 'suspendProcess' | 'redraw' | undefined;
}

export type LadderAction =
  | { readonly type: 'move'; readonly by: number }
  /** To the exercise that comes next. */
  | { readonly type: 'toNext' }
  | { readonly type: 'find' | 'stopFinding' | 'erase' | 'clear' | 'cycle' | 'open' }
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'help' | 'close' }
  | { readonly type: 'ask'; readonly request: 'suspendProcess' | 'redraw' }
  | { readonly type: 'heard' }
  | { readonly type: 'leave'; readonly code: 0 | 130 }
  | { readonly type: 'resize'; readonly size: Size };

export function ladderState(
  view: LadderView,
  size: Size,
  theme: LadderState['theme'],
): LadderState {
  const state: LadderState = {
    view,
    size,
    theme,
    shown: 'all',
    filter: '',
    isTyping: false,
    at: 0,
    keysTop: undefined,
  };
  return { ...state, at: placeOf(state, view.next) };
}

const LETS: Readonly<Record<LadderState['shown'], (row: LadderRow) => boolean>> = {
  all: () => true,
  open: ({ state }) => state !== 'passed',
  done: ({ state }) => state === 'passed' || state === 'due',
  due: ({ state }) => state === 'due',
};

/** The rows that are listed: of those that count, the ones that hold every word that was typed. */
export function listed({ view, shown, filter }: LadderState): readonly LadderRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return view.rows.filter(
    (row) => LETS[shown](row) && words.every((word) => wordsOf(row).includes(word)),
  );
}

function wordsOf({ id, title, topic, topicTitle, kind, level }: LadderRow): string {
  return `${id} ${title} ${topic} ${topicTitle} ${kind} L${level}`.toLowerCase();
}

/** Where an exercise is listed; at the top when it isn't. */
export function placeOf(state: LadderState, id: string | undefined): number {
  return Math.max(
    0,
    listed(state).findIndex((row) => row.id === id),
  );
}

import type { Size } from '../reader/state.ts';
import type { Fault, Request, View } from './state.ts';
import type { Item, Snapshot } from './world.ts';

/** What the learner asks by a key. */
export type Press =
  | { readonly type: 'playOrPause' | 'step' | 'hurry' | 'restart' }
  | { readonly type: 'speed'; readonly by: 1 | -1 }
  | { readonly type: 'show'; readonly view: Exclude<View['kind'], 'faults' | 'items'> }
  | { readonly type: 'faults' }
  /** `search`: what is typed to find a message, where letters are typed. */
  | { readonly type: 'items'; readonly search: string | undefined }
  | { readonly type: 'inject'; readonly at: number }
  | { readonly type: 'choose' | 'unfollow' }
  /** Lines, or entries of a list. */
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'suspendProcess' | 'redraw' }
  | { readonly type: 'leave'; readonly code: 0 | 130 };

/** What the world outside tells. */
export type News =
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'tick'; readonly nowMs: number }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot; readonly isBehind?: boolean }
  | { readonly type: 'faults'; readonly faults: readonly Fault[] }
  | { readonly type: 'items'; readonly search: string; readonly items: readonly Item[] }
  | { readonly type: 'injected'; readonly words: string }
  | { readonly type: 'heard'; readonly requests: readonly Request[] };

import type { Rating } from '../../../domain/rating.ts';
import type { LayoutTools } from '../../../markdown/index.ts';
import type { FieldEdit } from '../../components/text-field.ts';
import type { Size } from '../reader/state.ts';
import type { Request } from './state.ts';
import type { MockAnswer, MockQuestion } from './world.ts';

/** What the learner asks by a key. */
export type Press =
  | { readonly type: 'editField'; readonly edit: FieldEdit }
  /** The answer is given: typed, or said aloud. */
  | { readonly type: 'done' | 'pass' }
  /** `askToEnd` asks once; `end` is the learner's yes. */
  | { readonly type: 'askToEnd' | 'end' }
  /** Without a rating, the suggested one. */
  | { readonly type: 'rate'; readonly rating?: Rating }
  | { readonly type: 'toggle' }
  /** To the next or the previous answer of the review. */
  | { readonly type: 'go'; readonly by: 1 | -1 }
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'page'; readonly pages: number }
  | { readonly type: 'sideways'; readonly columns: number }
  | { readonly type: 'help' | 'close' }
  | { readonly type: 'scrollHelp'; readonly by: number }
  | { readonly type: 'suspendProcess' | 'redraw' }
  | { readonly type: 'leave'; readonly code: 0 | 130 };

/** What the world outside tells. */
export type News =
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'tick'; readonly nowMs: number }
  | { readonly type: 'asked'; readonly question: MockQuestion; readonly nowMs: number }
  | { readonly type: 'over'; readonly answers: readonly MockAnswer[] }
  | {
      readonly type: 'reviewed';
      readonly answers: readonly MockAnswer[];
      readonly trouble: string | undefined;
    }
  | { readonly type: 'tools'; readonly for: MockQuestion; readonly tools: LayoutTools }
  | { readonly type: 'heard'; readonly requests: readonly Request[] };

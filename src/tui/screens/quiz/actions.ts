import type { Rating } from '../../../domain/rating.ts';
import type { LayoutTools } from '../../../markdown/index.ts';
import type { FieldEdit } from '../../components/text-field.ts';
import type { ReaderDocument } from '../reader/document.ts';
import type { Size } from '../reader/state.ts';
import type { Request, TopicRequest } from './state.ts';
import type { FoundPlace, QuizCard, Turn } from './world.ts';

/** What the learner asks by a key. */
export type Press = ScreenPress | WorldPress;

/** What happens on the screen alone. */
type ScreenPress =
  | { readonly type: 'step' | 'move'; readonly by: 1 | -1 }
  | { readonly type: 'page'; readonly pages: number }
  | { readonly type: 'sideways'; readonly columns: number }
  | { readonly type: 'submit' | 'toggle' | 'hint' | 'later' | 'help' }
  | { readonly type: 'pick'; readonly position: number }
  | { readonly type: 'startTyping' | 'stopTyping' | 'enter' | 'nextGap' }
  | { readonly type: 'editField'; readonly edit: FieldEdit }
  | { readonly type: 'prompt' | 'close' | 'accept' | 'eraseDraft' }
  | { readonly type: 'typeDraft'; readonly text: string }
  | { readonly type: 'choose'; readonly by: number };

/** What only the world outside can do. */
export type WorldPress =
  /** Without a rating, the suggested one. */
  | { readonly type: 'rate'; readonly rating?: Rating }
  | { readonly type: 'decide'; readonly decision: 'keep' | 'reset' }
  | { readonly type: 'undo' }
  | { readonly type: 'suspend' }
  | { readonly type: 'edit' }
  | { readonly type: 'card' }
  | { readonly type: 'try'; readonly id: string }
  | { readonly type: 'redraw' }
  | { readonly type: 'suspendProcess' }
  | { readonly type: 'leave'; readonly code: 0 | 130 };

/** What the world outside tells. */
export type News =
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'turned'; readonly turn: Turn; readonly nowMs: number }
  | { readonly type: 'tools'; readonly for: QuizCard; readonly tools: LayoutTools }
  | { readonly type: 'found'; readonly words: string; readonly hits: readonly FoundPlace[] }
  | {
      readonly type: 'opened';
      readonly answers: TopicRequest;
      readonly document: ReaderDocument;
      readonly tools: LayoutTools;
    }
  | { readonly type: 'notOpened'; readonly answers: TopicRequest; readonly why: string }
  | { readonly type: 'closedReader'; readonly code: 0 | 130 }
  | { readonly type: 'heard'; readonly requests: readonly Request[] };

import type { Rating } from '../../../domain/rating.ts';
import type { LayoutTools } from '../../../markdown/index.ts';
import type { ReaderDocument } from '../reader/document.ts';
import type { Size } from '../reader/state.ts';
import { type Attempt, emptyAttempt } from './attempt.ts';
import type { HeldKey } from './held-key.ts';
import type { ExerciseOffer, FoundPlace, QuizCard, Turn } from './world.ts';

export type Overlay =
  | { readonly kind: 'help'; readonly top: number }
  | { readonly kind: 'prompt'; readonly draft: string }
  | {
      readonly kind: 'hits';
      readonly words: string;
      readonly hits: readonly FoundPlace[];
      readonly at: number;
    };

export interface TopicRequest {
  readonly kind: 'openTopic';
  readonly id: string;
}

/** What the screen must do next: the reducer itself touches nothing. */
export type Request =
  | TurnRequest
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'try'; readonly id: string }
  | TopicRequest
  | { readonly kind: 'suspendProcess' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'leave'; readonly code: 0 | 130 };

/** What the next turn comes from. */
export type TurnRequest =
  | { readonly kind: 'rate'; readonly rating: Rating; readonly durationMs: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'decide'; readonly decision: 'keep' | 'reset' }
  | { readonly kind: 'edit'; readonly file: string; readonly line: number };

/** A question being asked and answered. */
export interface Asking {
  readonly card: QuizCard;
  /** `reworded`: the learner is asked first what holds for the new wording. */
  readonly phase: 'reworded' | 'asked' | 'revealed';
  readonly attempt: Attempt;
  /** Keys go into the answer's field. */
  readonly isTyping: boolean;
  /** Key points that the answer contained; undefined until something was typed or ticked. */
  readonly ticked: ReadonlySet<number> | undefined;
  /** Index of the option, item, gap or key point that the learner is at. */
  readonly focus: number;
  readonly isHinted: boolean;
  /** An empty answer was handed in once; the second time it is taken. */
  readonly isGivingUp: boolean;
  /** When the question appeared. */
  readonly askedAtMs: number;
}

export interface QuizState {
  readonly size: Size;
  readonly theme: 'dark' | 'light' | 'mono';
  /** Renderers for the question's texts. */
  readonly tools: LayoutTools;
  readonly left: Turn['left'];
  /** Undefined when nothing is left to ask. */
  readonly asking: Asking | undefined;
  /** Why the last answer could not be kept. */
  readonly trouble: string | undefined;
  /** What helps with the question before this one, which was forgotten. */
  readonly offer: ExerciseOffer | undefined;
  /** First line shown of the question. */
  readonly top: number;
  /** First column shown of lines that scroll sideways. */
  readonly leftColumn: number;
  readonly overlay: Overlay | undefined;
  /** Shown in the last line until the next key. */
  readonly message: string | undefined;
  readonly held: HeldKey | undefined;
  /** In the order of the keys; each stays until the screen says that it was heard. */
  readonly requests: readonly Request[];
  /** The editor has the question: keys that come before it is read again are not for it. */
  readonly isEditing: boolean;
  /** The topic card that is waited for. */
  readonly opening: TopicRequest | undefined;
  /** A topic card that is read meanwhile. */
  readonly reading: { readonly document: ReaderDocument; readonly tools: LayoutTools } | undefined;
}

export function initialState(
  turn: Turn,
  size: Size,
  theme: QuizState['theme'],
  nowMs: number,
): QuizState {
  return {
    size,
    theme,
    tools: {},
    left: turn.left,
    asking: turn.card && asked(turn.card, nowMs),
    trouble: turn.trouble,
    offer: turn.offer,
    top: 0,
    leftColumn: 0,
    overlay: undefined,
    message: turn.notice ?? offerWords(turn),
    held: undefined,
    requests: turn.card ? [] : [{ kind: 'leave', code: 0 }],
    isEditing: false,
    opening: undefined,
    reading: undefined,
  };
}

/** The key is for the question's own exercise, where there is one. */
function offerWords({ offer, card }: Turn): string | undefined {
  if (!offer || !card) return undefined;
  const how = card.exercise ? `swelearn try ${offer.id} shows it` : 't shows it';
  return `${how}: ${offer.title} (${offer.minutes} min)`;
}

function asked(card: QuizCard, nowMs: number): Asking {
  return {
    card,
    phase: card.isReworded ? 'reworded' : 'asked',
    attempt: emptyAttempt(card),
    isTyping: false,
    ticked: undefined,
    focus: 0,
    isHinted: false,
    isGivingUp: false,
    askedAtMs: nowMs,
  };
}

/** Goes on with a turn. Where an answer could not be kept, it stands as it was, to be tried again. */
export function turned(state: QuizState, turn: Turn, nowMs: number): QuizState {
  const isSame =
    turn.card !== undefined && turn.card.sheet.question.id === state.asking?.card.sheet.question.id;
  if (turn.trouble !== undefined && isSame)
    return { ...state, trouble: turn.trouble, isEditing: false, top: 0 };
  const next = initialState(turn, state.size, state.theme, nowMs);
  return { ...next, held: state.held, requests: [...state.requests, ...next.requests] };
}

export function requesting(state: QuizState, request: Request): QuizState {
  return { ...state, requests: [...state.requests, request] };
}

export function withAsking(state: QuizState, change: Partial<Asking>): QuizState {
  return state.asking ? { ...state, asking: { ...state.asking, ...change } } : state;
}

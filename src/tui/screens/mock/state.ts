import type { Rating } from '../../../domain/rating.ts';
import type { LayoutTools } from '../../../markdown/index.ts';
import { emptyField, type TextField } from '../../components/text-field.ts';
import type { HeldKey } from '../quiz/held-key.ts';
import type { Size } from '../reader/state.ts';
import type { MockAnswer, MockQuestion } from './world.ts';

/** The round: a question that is being answered. */
export interface Asking {
  readonly kind: 'asking';
  readonly question: MockQuestion;
  /** 1 is the first of the round. */
  readonly number: number;
  readonly field: TextField;
  readonly askedAtMs: number;
}

/** The review after the round: there is at least one answer. */
export interface Reviewing {
  readonly kind: 'reviewing';
  readonly answers: readonly MockAnswer[];
  /** Index of the answer shown. */
  readonly at: number;
  /** For each answer, the key points that it contained. */
  readonly ticked: readonly ReadonlySet<number>[];
  /** Index of the key point that the learner is at. */
  readonly focus: number;
}

/** What the screen must do next: the reducer itself touches nothing. */
export type Request =
  | WorldRequest
  | { readonly kind: 'suspendProcess' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'leave'; readonly code: 0 | 130 };

export type WorldRequest =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly durationMs: number;
      readonly isPassed: boolean;
    }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'review';
      readonly index: number;
      readonly ticked: readonly boolean[];
      readonly rating: Rating;
    };

export interface MockState {
  readonly size: Size;
  readonly theme: 'dark' | 'light' | 'mono';
  /** Renderers for the question's texts. */
  readonly tools: LayoutTools;
  readonly endsAtMs: number;
  /** As of the last tick. */
  readonly nowMs: number;
  readonly scene: Asking | Reviewing;
  /** Why the last rating could not be kept. */
  readonly trouble: string | undefined;
  /** First line shown of the question. */
  readonly top: number;
  /** First column shown of lines that scroll sideways. */
  readonly leftColumn: number;
  /** `ending`: the learner is asked whether the round should end now. */
  readonly overlay:
    | { readonly kind: 'help'; readonly top: number }
    | { readonly kind: 'ending' }
    | undefined;
  /** Shown in the last line until the next key. */
  readonly message: string | undefined;
  readonly held: HeldKey | undefined;
  /** In the order of the keys; each stays until the screen says that it was heard. */
  readonly requests: readonly Request[];
}

export function initialState(
  first: MockQuestion,
  size: Size,
  theme: MockState['theme'],
  { endsAtMs, nowMs }: { endsAtMs: number; nowMs: number },
): MockState {
  return {
    size,
    theme,
    tools: {},
    endsAtMs,
    nowMs,
    scene: asking(first, 1, nowMs),
    trouble: undefined,
    top: 0,
    leftColumn: 0,
    overlay: undefined,
    message: undefined,
    held: undefined,
    requests: [],
  };
}

export function asking(question: MockQuestion, number: number, askedAtMs: number): Asking {
  return { kind: 'asking', question, number, field: emptyField, askedAtMs };
}

/** Another question or answer, from its start. */
export function turnTo(state: MockState, scene: MockState['scene']): MockState {
  const isSame = questionIn(scene) === questionIn(state.scene);
  return {
    ...state,
    scene,
    tools: isSame ? state.tools : {},
    trouble: undefined,
    top: 0,
    leftColumn: 0,
    overlay: undefined,
  };
}

export function requesting(state: MockState, ...requests: readonly Request[]): MockState {
  return { ...state, requests: [...state.requests, ...requests] };
}

export function questionIn(scene: MockState['scene']): MockQuestion | undefined {
  return scene.kind === 'asking' ? scene.question : answerIn(scene)?.question;
}

export function answerIn({ answers, at }: Reviewing): MockAnswer | undefined {
  return answers[at];
}

import type { Answer, Prompt } from '../../../domain/dialogue.ts';
import type { LayoutTools, MarkdownDocument } from '../../../markdown/index.ts';
import { oneLine } from '../../components/one-line.ts';
import { emptyField, type TextField } from '../../components/text-field.ts';
import type { HeldKey } from '../quiz/held-key.ts';
import type { ReaderDocument } from '../reader/document.ts';
import type { Size } from '../reader/state.ts';
import type { SimulationWorld } from '../simulation/world.ts';
import { type Asked, asked, type Said, stepSaid } from './said.ts';
import { type Transcript, transcriptOf } from './transcript.ts';
import type { ExerciseEnd, ExerciseView } from './world.ts';

/** What the learner is about to answer. */
export interface Draft {
  /** One for each field of a form; one of an amount and of words. */
  readonly fields: readonly TextField[];
  /** The option or the field that the learner is at. */
  readonly at: number;
  /** What a field of a form held before it was typed in; undefined while letters are keys. */
  readonly before: TextField | undefined;
}

/** What the screen must do next: the reducer itself touches nothing. */
export type Request =
  | WorldRequest
  | { readonly kind: 'suspendProcess' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'leave'; readonly end: ExerciseEnd };

export type WorldRequest =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'hint' | 'restart' | 'card' | 'watch' }
  | { readonly kind: 'edit'; readonly path: string };

export type Overlay =
  | { readonly kind: 'help'; readonly top: number }
  /** Whether to begin anew is to be said. */
  | { readonly kind: 'restart' };

export interface ExerciseState {
  readonly view: Omit<ExerciseView, 'step' | 'hintsLeft'>;
  readonly size: Size;
  readonly theme: 'dark' | 'light' | 'mono';
  /** Renderers for the texts. */
  readonly tools: LayoutTools;
  /** Everything that was said, the latest last. */
  readonly said: readonly Said[];
  /** How much of it was said before the last answer. */
  readonly before: number;
  /** The same, laid out for the size. */
  readonly transcript: Transcript;
  /** First line shown of it. */
  readonly top: number;
  /** First column shown of lines that scroll sideways. */
  readonly leftColumn: number;
  readonly asked: Asked;
  readonly draft: Draft;
  /** What is wrong with the last answer. */
  readonly trouble: string | undefined;
  readonly hintsLeft: number;
  /** What was kept of it, when it is over. */
  readonly kept: string | undefined;
  readonly overlay: Overlay | undefined;
  /** Shown in the last line until the next key. */
  readonly message: string | undefined;
  readonly held: HeldKey | undefined;
  /** In the order of the keys; each stays until the screen says that it was heard. */
  readonly requests: readonly Request[];
  /** What is waited for: keys that come before it are not for what follows. */
  readonly waiting: WorldRequest['kind'] | undefined;
  /** The file was saved while it was judged, or while the editor had the screen. */
  readonly isSavedMeanwhile: boolean;
  /** How often it was begun anew, which writes the file as well, and is no save. */
  readonly restarts: number;
  /** A topic card that is read meanwhile. */
  readonly reading: { readonly document: ReaderDocument; readonly tools: LayoutTools } | undefined;
  /** The run that is watched meanwhile. */
  readonly watching: SimulationWorld | undefined;
}

export function initialState(
  { step, hintsLeft, ...view }: ExerciseView,
  size: Size,
  theme: ExerciseState['theme'],
  parse: (markdown: string) => MarkdownDocument,
): ExerciseState {
  const said = stepSaid(step, parse);
  return {
    view,
    size,
    theme,
    tools: {},
    said,
    before: 0,
    transcript: transcriptOf(said, 0, size, {}),
    top: 0,
    leftColumn: 0,
    asked: asked(step.prompt, parse),
    draft: draftOf(step.prompt),
    trouble: step.trouble,
    hintsLeft,
    kept: undefined,
    overlay: undefined,
    message: undefined,
    held: undefined,
    requests: [],
    waiting: undefined,
    isSavedMeanwhile: false,
    restarts: 0,
    reading: undefined,
    watching: undefined,
  };
}

/** The answer as it stands before the learner does anything. */
export function draftOf(prompt: Prompt): Draft {
  const fields =
    prompt.kind === 'form'
      ? prompt.fields.map(({ value }) => fieldWith(oneLine(value)))
      : [emptyField];
  const open = prompt.kind === 'choice' ? prompt.options.findIndex(({ done }) => !done) : 0;
  return { fields, at: Math.max(0, open), before: undefined };
}

export function fieldWith(text: string): TextField {
  return { text, at: text.length };
}

/** Whether letters go into a field rather than being keys. */
export function isTyping({ asked: { prompt }, draft }: ExerciseState): boolean {
  if (prompt.kind === 'words') return true;
  if (prompt.kind === 'amount') return draft.fields[0]?.text !== '';
  return prompt.kind === 'form' && draft.before !== undefined;
}

export function requesting(state: ExerciseState, request: Request): ExerciseState {
  return { ...state, requests: [...state.requests, request] };
}

/** Asks the world for something, and does nothing else until it has answered. */
export function waitingFor(state: ExerciseState, request: WorldRequest): ExerciseState {
  return { ...requesting(state, request), waiting: request.kind };
}

export function laidOut(state: ExerciseState): ExerciseState {
  const { said, before, size, tools } = state;
  return { ...state, transcript: transcriptOf(said, before, size, tools) };
}

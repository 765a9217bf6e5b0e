import type { Answer, Part, Step } from '../../../domain/dialogue.ts';
import type { ExerciseKind } from '../../../domain/exercise.ts';
import type { LayoutTools, LinkTarget, MarkdownDocument } from '../../../markdown/index.ts';
import type { ReaderDocument } from '../reader/document.ts';
import type { Followed } from '../reader/world.ts';
import type { SimulationWorld } from '../simulation/world.ts';

/** An exercise as the learner comes to it. */
export interface ExerciseView {
  readonly title: string;
  readonly topicTitle: string;
  readonly kind: ExerciseKind;
  readonly level: number;
  readonly minutes: number;
  /** Where it stands on the ladder: `12 of 46`. */
  readonly place: string;
  /** Where its dialogue begins. */
  readonly step: Step;
  readonly hintsLeft: number;
}

/** Where the learner goes from an exercise. */
export interface ExerciseEnd {
  readonly go: 'next' | 'skip' | 'list' | 'quit';
  readonly code: 0 | 130;
}

/** Everything that an exercise asks of the world. */
export interface ExerciseWorld {
  answer(answer: Answer): Promise<Step>;
  /** The next hint; undefined when there are no more. */
  hint(): Part | undefined;
  hintsLeft(): number;
  /** The run to watch, from its start. */
  watch(): Promise<SimulationWorld>;
  /** Opens the file in the learner's editor; gives what went wrong, in words. */
  edit(path: string): Promise<string | undefined>;
  /** Calls back when the file was saved; gives back how to stop. */
  onSaved(listener: () => void): () => void;
  /** The exercise from its beginning. */
  restart(): Promise<Step>;
  /** What was kept of an exercise that is over, in words: `it comes back in 6 days`. */
  kept(): string | undefined;
  /** The topic card to read, or why there is none. */
  openCard(): Promise<ReaderDocument | string>;
  /** Finds what a link in a topic card leads to. */
  open(link: LinkTarget, from: ReaderDocument): Promise<Followed>;
  parse(markdown: string): MarkdownDocument;
  /** Loads the renderers that a document needs. */
  loadTools(document: MarkdownDocument): Promise<LayoutTools>;
  /** Real time. */
  nowMs(): number;
  /** Gives the terminal back to the shell until the learner comes back. */
  suspendProcess(): void;
}

import type { Question } from '../../../domain/question.ts';
import type { Rating } from '../../../domain/rating.ts';
import type { LayoutTools, LinkTarget, MarkdownDocument } from '../../../markdown/index.ts';
import type { ReaderDocument } from '../reader/document.ts';
import type { Followed } from '../reader/world.ts';

/** A question with its texts parsed. */
export interface QuestionSheet {
  readonly question: Question;
  /** What is told before the question, where it is an exercise that came back. */
  readonly story?: MarkdownDocument;
  readonly prompt: MarkdownDocument;
  readonly hint?: MarkdownDocument;
  /** The answer, then what solves the task: the calculation, the right order, the filled-in text. */
  readonly answer: MarkdownDocument;
  /** Of a choice, in the author's order. */
  readonly options: readonly {
    readonly text: MarkdownDocument;
    readonly explanation: MarkdownDocument;
    readonly correct: boolean;
  }[];
  /** Of an order question, in the right order. */
  readonly items: readonly MarkdownDocument[];
  /** Of a cloze: the text with numbered gaps, and what was there. */
  readonly cloze?: { readonly asked: MarkdownDocument; readonly hidden: readonly string[] };
  readonly keyPoints: readonly MarkdownDocument[];
  readonly whyNot: readonly {
    readonly claim: MarkdownDocument;
    readonly explanation: MarkdownDocument;
  }[];
  readonly see?: MarkdownDocument;
}

/** An exercise that can be tried from here. */
export interface ExerciseOffer {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

/** A question as it is put to the learner now. */
export interface QuizCard {
  readonly sheet: QuestionSheet;
  readonly topicTitle: string;
  /** Why it is asked: a new question, a due one, a step of today, one of the last pass, or practice. */
  readonly why: 'new' | 'due' | 'step' | 'last pass' | 'practice';
  /** Prompt of the question that this one follows up. */
  readonly follows?: string;
  /** What each rating would lead to, e.g. `10m` or `6d`; absent in practice, which leaves the schedule alone. */
  readonly intervals?: Readonly<Record<Rating, string>>;
  /** The order in which options and items are shown: indices into the sheet's. */
  readonly shuffled: readonly number[];
  /** The wording changed since it was learnt, and the learner was not asked yet. */
  readonly isReworded: boolean;
  /** The exercise that the question was made of: it can be tried instead. */
  readonly exercise?: ExerciseOffer;
  /** Seed of the run that the question is about, which the learner never saw. */
  readonly simulated?: number;
}

/** What the learner sees next. */
export interface Turn {
  /** Undefined when the session is over. */
  readonly card: QuizCard | undefined;
  readonly left: { readonly fresh: number; readonly steps: number; readonly reviews: number };
  /** Questions answered in this session. */
  readonly answered: number;
  /** One line to say: what was undone, that a question is a leech. */
  readonly notice?: string;
  /** An exercise on the question that was just forgotten. */
  readonly offer?: ExerciseOffer;
  /** Why the answer could not be kept; the same card is asked again, and nothing that was kept is lost. */
  readonly trouble?: string;
}

export interface FoundPlace {
  /** Id of the topic. */
  readonly topic: string;
  readonly title: string;
  readonly context: string;
}

/** Everything that the quiz asks of the world. What it changes is durable when it returns. */
export interface QuizWorld {
  nowMs(): number;
  rate(rating: Rating, durationMs: number): Turn;
  undo(): Turn;
  suspend(): Turn;
  /** The learner's decision about a reworded question: its history holds, or it starts again. */
  decideWording(decision: 'keep' | 'reset'): Turn;
  /** Opens a file at a line in the learner's editor, and reads the content again. */
  edit(file: string, line: number): Promise<Turn>;
  /** Opens an exercise once the screen is left; the quiz goes on after it. */
  tryExercise(id: string): void;
  search(words: string): readonly FoundPlace[];
  /** A topic card to read, or why there is none. */
  openTopic(id: string): Promise<ReaderDocument | string>;
  /** Finds what a link in a topic card leads to. */
  open(link: LinkTarget, from: ReaderDocument): Promise<Followed>;
  /** Loads the renderers that a document needs. */
  loadTools(document: MarkdownDocument): Promise<LayoutTools>;
  /** Gives the terminal back to the shell until the learner comes back. */
  suspendProcess(): void;
}

import type { Rating } from '../../../domain/rating.ts';
import type { LayoutTools, MarkdownDocument } from '../../../markdown/index.ts';
import type { QuestionSheet } from '../quiz/world.ts';

/** A question as an interviewer asks it. */
export interface MockQuestion {
  readonly sheet: QuestionSheet;
  readonly topicTitle: string;
  /** Prompt of the question that this one follows up. */
  readonly follows?: string;
}

/** What became of a question of the round. */
export interface MockAnswer {
  readonly question: MockQuestion;
  /** What the learner typed; empty when it was said aloud. */
  readonly text: string;
  readonly durationMs: number;
  /** The learner passed: the interviewer went on to another subject. */
  readonly isPassed: boolean;
  /** Which key points the learner ticked in the review. */
  readonly ticked: readonly boolean[];
  readonly rating?: Rating;
}

/** Everything that an interview round asks of the world. What it changes is durable when it returns. */
export interface MockWorld {
  nowMs(): number;
  /** When the time is over, in milliseconds since 1970-01-01T00:00Z. The question that is open then may be finished. */
  readonly endsAtMs: number;
  /** Calls back about once a second; gives back how to stop. */
  onTick(listener: () => void): () => void;
  /** Keeps an answer and asks the next question; undefined when the time is over or nothing is left. */
  answer(text: string, durationMs: number, isPassed: boolean): MockQuestion | undefined;
  /** All answers in order, for the review. */
  answers(): readonly MockAnswer[];
  /** Keeps what the learner made of an answer; gives why it could not be kept, in words. */
  review(index: number, ticked: readonly boolean[], rating: Rating): string | undefined;
  loadTools(document: MarkdownDocument): Promise<LayoutTools>;
  suspendProcess(): void;
}

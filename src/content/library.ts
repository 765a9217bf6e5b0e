import type { Exercise, ExerciseOutline } from '../domain/exercise.ts';
import type { Level } from '../domain/level.ts';
import type { Problem } from '../domain/problem.ts';
import type { Question, QuestionOutline } from '../domain/question.ts';
import type { Difficulty } from '../domain/topic-card.ts';
import type { MarkdownDocument } from '../markdown/index.ts';
import type { QuestionSheet } from './question-sheet.ts';

/** What a list of topics shows of one. */
export interface TopicSummary {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly difficulty: Difficulty;
  readonly estimatedMinutes: number;
  readonly prerequisites: readonly string[];
  /** Ids of topics that are easily taken for this one. */
  readonly confusedWith: readonly string[];
  /** Its place in the course, as its author sees it. */
  readonly order?: number;
  /** How many questions there are of each level. */
  readonly levels: Readonly<Record<Level, number>>;
  readonly exercises: number;
  readonly directory: string;
}

/** A place where searched words stand. */
export interface Hit {
  /** Id of the topic. */
  readonly topic: string;
  /** Title of the card's section, or the question's prompt. */
  readonly title: string;
  readonly where: 'card' | 'question' | 'answer';
  /** Id of the question, if it is in one. */
  readonly question?: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly context: string;
  /** Where the words stand in the context, in UTF-16 offsets. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** The words that were searched for instead, when some stand nowhere. */
  readonly corrected?: string;
}

/** All topics below the content roots. */
export interface Library {
  /** In an order in which they can be learnt: see prerequisite-order.ts. */
  topics(): readonly TopicSummary[];
  /** The topic as a document to read; kept, so that it is parsed once. */
  document(id: string): Promise<MarkdownDocument | undefined>;
  /** Every question, in the order of roots and paths, each parent before its follow-ups. */
  questions(): readonly QuestionOutline[];
  /** A question in full. */
  question(id: string): Question | undefined;
  /** Makes `sheet` ready; loads the parser when there is something to parse. */
  prepareSheets(): Promise<void>;
  /** A question with its texts parsed. Only after `prepareSheets`. */
  sheet(id: string): QuestionSheet | undefined;
  /** Every exercise, in the order of roots and paths, each topic's in the order in which its card names them. */
  exercises(): readonly ExerciseOutline[];
  /** An exercise in full. */
  exercise(id: string): Exercise | undefined;
  /** Ids like a mistyped one, best first. */
  nearest(name: string): readonly string[];
  search(words: string, limit: number): SearchResult;
  problems(): readonly Problem[];
  close(): void;
}

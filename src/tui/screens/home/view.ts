import type { Day } from '../../../domain/day.ts';
import type { Level } from '../../../domain/level.ts';
import type { Waiting } from './waiting.ts';

/** Of a screen, in characters; endless rows are for text that is printed. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Today on one screen. */
export interface HomeView {
  readonly today: Day;
  /** The day of the interview; undefined when there is none, or it is over. */
  readonly interview: Day | undefined;
  readonly waiting: Waiting;
  /** What all of it takes, about. */
  readonly minutes: number;
  readonly next: NextQuestion | undefined;
  /** Id of the topic to read next; undefined when there is none. */
  readonly study: string | undefined;
  /** When something comes back, where nothing waits today; undefined when nothing ever does. */
  readonly laterOn: Day | undefined;
  readonly exercises: Exercises;
  /** In the order in which the topics can be learnt. */
  readonly topics: readonly TopicReadiness[];
  /** Something to say once. */
  readonly notice?: string;
}

/** The question that is asked next. */
export interface NextQuestion {
  readonly id: string;
  readonly prompt: string;
  readonly topic: string;
  readonly topicTitle: string;
  readonly level: Level;
  /** Why it is next, e.g. `due since yesterday`. */
  readonly why: string;
}

/** How far the learner is with the exercises of all topics. */
export interface Exercises {
  readonly done: number;
  readonly all: number;
  /** The first that was never passed; undefined when all were. */
  readonly next: { readonly id: string; readonly title: string } | undefined;
}

/** How many questions would be recalled on the day that counts. */
export interface TopicReadiness {
  readonly id: string;
  readonly title: string;
  readonly levels: Readonly<Record<Level, ReadyCount>>;
}

export interface ReadyCount {
  readonly ready: number;
  readonly of: number;
}

/** Where home leads to. */
export type Place = 'quiz' | 'study' | 'try' | 'mock' | 'cram' | 'plan' | 'stats' | 'topics';

import type { Exercise } from './exercise.ts';
import type { Question } from './question.ts';
import type { TopicCard } from './topic-card.ts';

/** A topic card with everything that hangs on it: one directory of the content library. */
export interface Topic {
  readonly card: TopicCard;
  /** In the order of the file, parents before their follow-ups. */
  readonly questions: readonly Question[];
  readonly exercises: readonly Exercise[];
}

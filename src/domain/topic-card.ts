export type Difficulty = 'easy' | 'medium' | 'hard';

/** A study page. Never an SNS or Kafka topic. */
export interface TopicCard {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly difficulty: Difficulty;
  /** Reading time that the author promises; 0 when the card doesn't say it as it should. */
  readonly estimatedMinutes: number;
  /** Ids of the topics to read before. */
  readonly prerequisites: readonly string[];
  /** Ids of topics that are easily taken for this one: their questions are asked in turn. */
  readonly confusedWith: readonly string[];
  /** Its place in the course: small numbers first; without one it comes after all that have one. */
  readonly order?: number;
  /** Keys of `content/sources.md`, or addresses. */
  readonly sources: readonly string[];
  /** ISO date on which the facts were last checked, e.g. `2026-11-21`; empty when the card doesn't say. */
  readonly checked: string;
  readonly file: string;
  /** Markdown below the front matter. */
  readonly body: string;
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
}

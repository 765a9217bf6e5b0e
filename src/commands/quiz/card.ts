import fnv1a from '@sindresorhus/fnv1a';
import type { Library } from '../../content/library.ts';
import type { QuestionSheet } from '../../content/question-sheet.ts';
import type { Memory } from '../../domain/progress.ts';
import { RATINGS, type Rating } from '../../domain/rating.ts';
import { shuffledIndices } from '../../scheduling/shuffle.ts';
import type { QuizCard } from '../../tui/index.tsx';
import { spanUntilDue } from './span.ts';

/** What a card is made of beside the question itself. */
export interface Circumstances {
  readonly why: QuizCard['why'];
  /** What each rating would lead to; absent in practice. */
  readonly preview?: Readonly<Record<Rating, Memory>>;
  readonly isReworded: boolean;
  /** Decides the order of options and items. */
  readonly seed: string;
  /** What it was made of, where it was no question. */
  readonly origin?: Pick<QuizCard, 'exercise' | 'simulated'>;
}

/** A question as it is put to the learner. */
export function quizCard(
  sheet: QuestionSheet,
  library: Library,
  { why, preview, isReworded, seed, origin }: Circumstances,
): QuizCard {
  const { question, options, items } = sheet;
  const parent = question.parent === undefined ? undefined : library.question(question.parent);
  const topic = library.topics().find(({ id }) => id === question.topic);
  const shuffleSeed = Number(fnv1a(`${question.id} ${seed}`, { size: 32 }));
  return {
    sheet,
    topicTitle: topic?.title ?? question.topic,
    why,
    ...(parent ? { follows: parent.prompt } : {}),
    ...(preview ? { intervals: spans(preview) } : {}),
    shuffled: shuffledIndices(Math.max(options.length, items.length), shuffleSeed),
    isReworded,
    ...origin,
  };
}

function spans(preview: Readonly<Record<Rating, Memory>>): Record<Rating, string> {
  const [again, hard, good, easy] = RATINGS.map((rating) => spanUntilDue(preview[rating]));
  return { 1: again ?? '', 2: hard ?? '', 3: good ?? '', 4: easy ?? '' };
}

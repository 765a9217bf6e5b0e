import type { Library } from '../../content/library.ts';
import type { ExerciseOutline } from '../../domain/exercise.ts';
import type { Question } from '../../domain/question.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import type { ExerciseOffer } from '../../tui/screens/quiz/world.ts';

/** The exercise to offer to whoever forgot a question; undefined when its topic has none. */
export function offerAfterLapse(
  id: string,
  library: Library,
  store: ReviewStore,
): ExerciseOffer | undefined {
  const exercises = library.exercises();
  const question = library.question(id);
  if (exercises.length === 0 || !question) return undefined;
  const passed = store.attempts().filter((attempt) => attempt.passed);
  const found = exerciseFor(
    question,
    exercises,
    new Set(passed.map((attempt) => attempt.question)),
  );
  return found && { id: found.id, title: found.title, minutes: found.minutes };
}

/**
 * The exercise that shows best what a question is about: the one that its author names, else one of its topic that was not
 * passed yet and is not harder than the question, else any of the topic.
 */
export function exerciseFor(
  { topic, level, see = '' }: Pick<Question, 'topic' | 'level' | 'see'>,
  exercises: readonly ExerciseOutline[],
  passed: ReadonlySet<string>,
): ExerciseOutline | undefined {
  const named = [...see.matchAll(WIKI_LINK)].map(([, id]) => id);
  const ofTopic = exercises.filter((exercise) => exercise.topic === topic);
  return (
    exercises.find(({ id }) => named.includes(id)) ??
    ofTopic.find((exercise) => exercise.level <= level && !passed.has(exercise.id)) ??
    ofTopic[0]
  );
}

/** `[[id]]`, `[[id|in words]]`, `[[id#part]]` */
const WIKI_LINK = /\[\[\s*([^\]|#\s]+)[^\]]*\]\]/g;

import type { Library } from '../../content/library.ts';
import type { Day } from '../../domain/day.ts';
import type { ExerciseOutline } from '../../domain/exercise.ts';
import type { ReviewStore } from '../../reviews/index.ts';

/** An exercise, and where the learner stands with it. */
export interface Rung extends ExerciseOutline {
  readonly topicTitle: string;
  /** `due`: tried before, and to be done again. `tried`: never passed yet. */
  readonly state: 'new' | 'tried' | 'passed' | 'due';
}

/** Every exercise in the order in which to do them: topics after those they build on, within one as its card says. */
export function courseOf(library: Library, store: ReviewStore, today: Day): readonly Rung[] {
  const topics = library.topics();
  const exercises = library.exercises();
  const progress = store.progress(exercises.map(({ id }) => id));
  const attempts = store.attempts();
  const tried = new Set(attempts.map(({ question }) => question));
  const passed = new Set(attempts.filter(({ passed }) => passed).map(({ question }) => question));
  const stateOf = (id: string): Rung['state'] => {
    const known = progress.get(id);
    const dueDay = known?.suspended ? undefined : known?.memory?.dueDay;
    if (passed.has(id)) return dueDay !== undefined && dueDay <= today ? 'due' : 'passed';
    return tried.has(id) ? 'tried' : 'new';
  };
  return topics.flatMap(({ id: topic, title }) =>
    exercises
      .filter((exercise) => exercise.topic === topic)
      .map((exercise) => ({ ...exercise, topicTitle: title, state: stateOf(exercise.id) })),
  );
}

/** The first after an exercise that was never passed, begun from the top again at the end; undefined when all were. */
export function nextRung(course: readonly Rung[], after?: string): Rung | undefined {
  const place = course.findIndex(({ id }) => id === after);
  const turned = [...course.slice(place + 1), ...course.slice(0, place + 1)];
  return turned.find(({ id, state }) => id !== after && (state === 'new' || state === 'tried'));
}

export function doneOf(course: readonly Rung[]): number {
  return course.filter(({ state }) => state === 'passed' || state === 'due').length;
}

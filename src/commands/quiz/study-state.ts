import type { Library } from '../../content/library.ts';
import type { Day } from '../../domain/day.ts';
import type { ParameterSet } from '../../domain/parameter-set.ts';
import type { QuestionOutline } from '../../domain/question.ts';
import type { StudySettings } from '../../domain/study-settings.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import { defaultParameters } from '../../scheduling/fsrs.ts';
import type { DoneToday, Item } from '../../scheduling/item.ts';
import { averageLearner, type Learner } from '../../scheduling/learner.ts';

/**
 * The questions that are studied, in an order in which they can be learnt, with where the learner stands; and the exercises that
 * were tried, which come back as questions. An exercise that is new is met by trying it only.
 */
export function itemsOf(
  library: Library,
  store: ReviewStore,
  isStudied: (question: QuestionOutline) => boolean,
): Item[] {
  const studied = outlinesIn(library).filter(isStudied);
  const progress = store.progress(studied.flatMap(({ id, formerly }) => [id, ...formerly]));
  const topics = library.topics();
  const place = new Map(topics.map(({ id }, index) => [id, index]));
  return studied
    .sort((a, b) => (place.get(a.topic) ?? 0) - (place.get(b.topic) ?? 0))
    .map((question) => {
      // What was renamed counts under its old name until a session writes the new one down.
      const names = [question.id, ...question.formerly];
      const known = names.map((name) => progress.get(name)).find((each) => each !== undefined);
      return known ? { question, progress: known } : { question };
    })
    .filter((item) => item.question.kind !== 'exercise' || item.progress?.memory !== undefined);
}

/** Everything that can be asked: the questions, then the exercises, as far as the schedule goes. */
export function outlinesIn(library: Library): QuestionOutline[] {
  return [
    ...library.questions(),
    ...library.exercises().map(({ id, topic, level, fingerprint }) => {
      return { id, topic, level, fingerprint, kind: 'exercise', formerly: [] } as const;
    }),
  ];
}

/** Whether a question is of the chosen topics; all are, where none of those is there. */
export function isOfTopics(
  topics: readonly string[],
  library: Library,
): (question: QuestionOutline) => boolean {
  const known = new Set(library.topics().map(({ id }) => id));
  const chosen = new Set(topics.filter((id) => known.has(id)));
  return ({ topic }) => chosen.size === 0 || chosen.has(topic);
}

/** What was done since the day began. Exercises that were tried take time, but nothing of the day's share of questions. */
export function doneOn(day: Day, store: ReviewStore): DoneToday {
  const reviews = store.reviewsBetween(day, day);
  const asked = reviews.filter(({ source }) => source !== 'exercise');
  const fresh = new Set(
    asked.filter(({ elapsedDays }) => elapsedDays === null).map(({ question }) => question),
  );
  return {
    fresh,
    answered: new Set(reviews.map(({ question }) => question)),
    reviews: asked.filter(({ question }) => !fresh.has(question)).length,
    spentMs: reviews.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

/** Days of history that tell how long a question takes now, and questions that it takes to tell. */
const TELLING_DAYS = 7;
const TELLING_QUESTIONS = 20;

/** How the learner learns: the parameters in use, and the seconds that a question takes in a day. */
export function learnerOf(store: ReviewStore, today: Day, parameters: ParameterSet): Learner {
  const { questions, ms } = store.effortBetween(today - TELLING_DAYS, today);
  if (questions < TELLING_QUESTIONS) return { ...averageLearner, parameters };
  return { parameters, secondsPerQuestion: Math.max(1, ms / 1000 / questions) };
}

/** The parameters that the next answers are kept with. */
export function parametersFor(settings: StudySettings, store: ReviewStore): ParameterSet {
  const { desiredRetention, learningSteps, relearningSteps } = settings;
  return {
    ...defaultParameters,
    weights: store.weights() ?? defaultParameters.weights,
    desiredRetention,
    learningSteps,
    relearningSteps,
  };
}

/**
 * Gives questions that were renamed or split the history of what they were called before. What another machine still answered
 * under a name that is gone is carried on, too, when it comes to light.
 */
export function carryHistories(
  library: Library,
  store: ReviewStore,
  at: { atMs: number; day: Day },
): void {
  for (const { id, formerly } of library.questions()) {
    for (const from of formerly) {
      const isGone = library.question(from) === undefined;
      if (store.hasMoreToCarry(id, from) && (isGone || !store.progressOf(id)))
        store.record({ kind: 'carry', question: id, from, ...at });
    }
  }
}

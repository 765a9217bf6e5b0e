import type { Library } from '../../content/library.ts';
import { inPrerequisiteOrder } from '../../content/prerequisite-order.ts';
import type { Day } from '../../domain/day.ts';
import type { ParameterSet } from '../../domain/parameter-set.ts';
import type { QuestionOutline } from '../../domain/question.ts';
import type { StudySettings } from '../../domain/study-settings.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import { defaultParameters } from '../../scheduling/fsrs.ts';
import type { DoneToday, Item } from '../../scheduling/item.ts';
import { averageLearner, type Learner } from '../../scheduling/learner.ts';

/** The questions that are studied, in an order in which they can be learnt, with where the learner stands. */
export function itemsOf(
  library: Library,
  store: ReviewStore,
  isWanted: (question: QuestionOutline) => boolean,
): Item[] {
  const topics = inPrerequisiteOrder(library.topics());
  const outlines = library.questions();
  const progress = store.progress(outlines.map(({ id }) => id));
  const isKnown = (id: string) => progress.get(id)?.memory?.state === 'Review';
  const wanted = new Set(outlines.filter(isWanted).map(({ id }) => id));
  // The scheduler sees only what is wanted; a follow-up whose parent it can't see is left out until that is known.
  const isOpen = ({ id, parent }: QuestionOutline) =>
    parent === undefined || wanted.has(parent) || progress.has(id) || isKnown(parent);
  const place = new Map(topics.map(({ id }, index) => [id, index]));
  return outlines
    .filter((question) => wanted.has(question.id) && isOpen(question))
    .sort((a, b) => (place.get(a.topic) ?? 0) - (place.get(b.topic) ?? 0))
    .map((question) => {
      const known = progress.get(question.id);
      return known ? { question, progress: known } : { question };
    });
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

/** What was done since the day began. */
export function doneOn(day: Day, store: ReviewStore): DoneToday {
  const reviews = store.reviewsBetween(day, day);
  const fresh = new Set(
    reviews.filter(({ elapsedDays }) => elapsedDays === null).map(({ question }) => question),
  );
  return {
    fresh,
    answered: new Set(reviews.map(({ question }) => question)),
    reviews: reviews.filter(({ question }) => !fresh.has(question)).length,
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

/** Gives questions that were renamed or split the history of what they were called before, once. */
export function carryHistories(
  library: Library,
  store: ReviewStore,
  at: { atMs: number; day: Day },
): void {
  for (const { id, formerly } of library.questions()) {
    if (formerly.length === 0 || store.progressOf(id)) continue;
    const from = formerly.find((old) => store.progressOf(old) !== undefined);
    if (from !== undefined) store.record({ kind: 'carry', question: id, from, ...at });
  }
}

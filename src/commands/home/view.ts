import type { Library } from '../../content/library.ts';
import { daysFromNow } from '../../domain/date-words.ts';
import type { Day } from '../../domain/day.ts';
import type { Level } from '../../domain/level.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import type { Item, Work } from '../../scheduling/item.ts';
import { readiness } from '../../scheduling/readiness.ts';
import { recallOn } from '../../scheduling/recall.ts';
import { emptySession, nextId } from '../../scheduling/session.ts';
import type {
  Exercises,
  HomeView,
  NextQuestion,
  TopicReadiness,
} from '../../tui/screens/home/view.ts';
import { drawSession } from '../quiz/draw.ts';
import { courseOf, doneOf, nextRung } from '../try/course.ts';
import type { Study } from './study.ts';
import { interviewOf, waitingOf, workOf } from './work.ts';

/** Today as home shows it. */
export function homeView(study: Study, store: ReviewStore): HomeView {
  const { today, learner } = study;
  const work = workOf(study);
  const waiting = waitingOf(work);
  const count = waiting.reviews + waiting.lastPass + waiting.steps + waiting.fresh;
  const next = count === 0 ? undefined : nextQuestion(study, work);
  const unmet = study.items.find(({ progress }) => !progress?.memory);
  return {
    today,
    interview: interviewOf(study),
    waiting,
    minutes: count === 0 ? 0 : Math.max(1, Math.round((count * learner.secondsPerQuestion) / 60)),
    next,
    study: next?.topic ?? (unmet ?? study.items[0])?.question.topic,
    laterOn: laterOn(study, work),
    exercises: exercisesOf(study, store),
    topics: readinessOf(study),
  };
}

/** The question that the quiz will ask first. */
function nextQuestion(study: Study, work: Work): NextQuestion | undefined {
  const { library, items, nowMs } = study;
  const topics = library.topics();
  const outlines = new Map(items.map(({ question }) => [question.id, question]));
  const { session, why } = drawSession(
    work,
    emptySession(Number.POSITIVE_INFINITY),
    nowMs,
    topics,
    outlines,
  );
  const id = nextId(session, nowMs) ?? work.learning[0]?.id;
  const item = items.find(({ question }) => question.id === id);
  const prompt = id === undefined ? undefined : promptOf(id, library);
  if (id === undefined || !item || prompt === undefined) return undefined;
  const { topic, level } = item.question;
  const topicTitle = topics.find((each) => each.id === topic)?.title ?? topic;
  return { id, prompt, topic, topicTitle, level, why: reason(item, why.get(id), study) };
}

function promptOf(id: string, library: Library): string | undefined {
  return library.question(id)?.prompt ?? library.exercise(id)?.title;
}

function reason(
  item: Item,
  why: 'new' | 'due' | 'step' | 'last pass' | 'practice' | undefined,
  { today, settings, learner }: Study,
): string {
  const { question, progress } = item;
  if (why === 'new')
    return question.parent === undefined ? 'new' : 'new, a follow-up to what you know';
  if (why === 'step') return 'a step, so that it settles';
  if (why === 'last pass') {
    const recall = recallOn(settings.interview ?? today, item, learner.parameters.weights);
    return `last pass; ${Math.round(100 * recall)} % expected on the day`;
  }
  const dueDay = progress?.memory?.dueDay ?? today;
  return dueDay === today ? 'due today' : `due ${daysFromNow(dueDay - today)}`;
}

/** The first day on which anything is asked again. */
function laterOn(study: Study, { left }: Work): Day | undefined {
  const { items, today, settings } = study;
  const hasNewOnes = interviewOf(study) !== undefined || settings.newPerDay > 0;
  if (left.overCap + (hasNewOnes ? left.freshLater + left.buried : 0) > 0) return today + 1;
  const days = items.flatMap(({ progress }) =>
    progress?.memory && !progress.suspended ? [progress.memory.dueDay] : [],
  );
  return days.length === 0 ? undefined : Math.max(today + 1, earliest(days));
}

function earliest(days: readonly Day[]): Day {
  return days.reduce((first, day) => Math.min(first, day));
}

function exercisesOf({ library, today }: Study, store: ReviewStore): Exercises {
  const course = courseOf(library, store, today);
  const next = nextRung(course);
  return {
    done: doneOf(course),
    all: course.length,
    next: next && { id: next.id, title: next.title },
  };
}

/** How many questions would be recalled on the day of the interview, or today without one, as things stand now. */
function readinessOf({ library, items, today, settings, learner }: Study): TopicReadiness[] {
  const day = Math.max(today, settings.interview ?? today);
  const { weights } = learner.parameters;
  const titles = new Map(library.topics().map(({ id, title }) => [id, title]));
  const { topics } = readiness(items, (item) => recallOn(day, item, weights));
  return [...topics].map(([id, { levels }]) => {
    const counted = (level: Level) => {
      const { ready = 0, questions = 0 } = levels.get(level) ?? {};
      return { ready, of: questions };
    };
    const byLevel = { 1: counted(1), 2: counted(2), 3: counted(3) };
    return { id, title: titles.get(id) ?? id, levels: byLevel };
  });
}

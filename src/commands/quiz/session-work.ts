import type { Library } from '../../content/library.ts';
import type { Calendar } from '../../domain/day.ts';
import type { ParameterSet } from '../../domain/parameter-set.ts';
import type { QuestionOutline } from '../../domain/question.ts';
import type { StudySettings } from '../../domain/study-settings.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import type { Item, Work } from '../../scheduling/item.ts';
import { todaysWork } from '../../scheduling/work.ts';
import { needsRun, type Poser } from './poser.ts';
import { doneOn, isOfTopics, itemsOf, learnerOf } from './study-state.ts';

/** What a session is asked to be. */
export interface SessionWishes {
  readonly isWanted: (question: QuestionOutline) => boolean;
  /** New questions of this session at most; undefined leaves it to the plan. */
  readonly fresh: number | undefined;
  /** Questions at most. */
  readonly limit: number;
  /** Minutes after which nothing more is asked. */
  readonly minutes: number;
  /** Decides the order of options and items; undefined: the day does. */
  readonly seed: number | undefined;
}

/** What a session runs on. */
export interface SessionGround {
  readonly library: Library;
  readonly store: ReviewStore;
  readonly calendar: Calendar;
  readonly settings: StudySettings;
  /** Why an answer could not be kept, in words for the learner. */
  readonly explain: (error: unknown) => string;
  /** Puts exercises that come back, and simulated questions; without it neither is asked. */
  readonly poser?: Poser;
}

/** What became of a session so far. */
interface SoFar {
  /** New questions that it met. */
  readonly met: number;
  /** Ids of questions that left the content since it was read. */
  readonly gone: ReadonlySet<string>;
  readonly parameters: ParameterSet;
}

/** Today's work as far as a session is about it. */
export function sessionWork(ground: SessionGround, wishes: SessionWishes, soFar: SoFar): Work {
  const { store, calendar, poser } = ground;
  const day = calendar.dayOf(calendar.nowMs());
  const done = doneOn(day, store);
  const learner = learnerOf(store, day, soFar.parameters);
  const { fresh } = wishes;
  const drawn = {
    // What was wished for this session comes on top of what was met before it today.
    freshToday: fresh === undefined ? undefined : fresh - soFar.met + done.fresh.size,
    isWanted: (each: QuestionOutline) =>
      wishes.isWanted(each) && !soFar.gone.has(each.id) && (poser !== undefined || !needsRun(each)),
  };
  return todaysWork(
    sessionItems(ground, wishes),
    day,
    settingsFor(ground, wishes),
    done,
    drawn,
    learner,
  );
}

/** What the learner studies anyway, and what the session is about. */
export function sessionItems(
  { library, store, settings }: SessionGround,
  { isWanted }: SessionWishes,
): Item[] {
  const isStudied = isOfTopics(settings.topics, library);
  return itemsOf(library, store, (each) => isStudied(each) || isWanted(each));
}

/** Who asks for more in so many words is not held to the minutes of a usual day. */
function settingsFor(
  { settings }: SessionGround,
  { fresh, minutes }: SessionWishes,
): StudySettings {
  const isAsked = fresh !== undefined || Number.isFinite(minutes);
  return isAsked ? { ...settings, minutesPerDay: null } : settings;
}

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Day } from '../domain/day.ts';
import type { Memory } from '../domain/progress.ts';
import type { StudySettings } from '../domain/study-settings.ts';
import { nextMemory } from './fsrs.ts';
import type { DoneToday, Item } from './item.ts';
import { averageLearner, type Learner } from './learner.ts';
import { type Readiness, readiness } from './readiness.ts';
import { recallOn } from './recall.ts';
import { nothingDone, rehearseDay } from './rehearsal.ts';

/** What a day is expected to bring, in questions; fractions are means over several rehearsals. */
export interface DayAhead {
  readonly day: Day;
  readonly reviews: number;
  readonly lastPass: number;
  readonly fresh: number;
}

/** What comes of studying every day as planned. An expectation of the model, no promise. */
export interface Forecast {
  /** From today to the eve of the interview; without a date, as many days as were asked for. */
  readonly days: readonly DayAhead[];
  /** By id, on the day after the last: that of the interview. */
  readonly recall: ReadonlyMap<string, number>;
  readonly readiness: Readiness;
  /** Ids of questions that will not fit: never met in most rehearsals. Suspended ones are left out. */
  readonly neverMet: readonly string[];
}

const REHEARSALS = 3;
/** The part of new questions that are known at the first answer, right after their card was read. */
const KNOWN_AT_FIRST = 0.75;

/**
 * Rehearses the coming days under the rules of `todaysWork`. What is recalled follows FSRS's expectation, drawn from fixed
 * seeds, so that the same state gives the same forecast.
 */
export function forecast(
  items: readonly Item[],
  today: Day,
  settings: StudySettings,
  done: DoneToday,
  learner: Learner = averageLearner,
  daysWithoutDate = 30,
): Forecast {
  const { interview } = settings;
  const end = interview !== null && interview >= today ? interview : today + daysWithoutDate;
  const rehearsals = Array.from({ length: REHEARSALS }, (_, seed) =>
    rehearse(items, { from: today, end, done, settings, learner, seed }),
  );
  const recall = recallAfter(rehearsals);
  const recallOf = ({ question }: Item) => recall.get(question.id) ?? 0;
  const awake = items.filter(({ progress }) => !progress?.suspended);
  return {
    days: Array.from({ length: end - today }, (_, index) => {
      const meanOf = (part: 'reviews' | 'lastPass' | 'fresh') =>
        mean(rehearsals.map(({ days }) => days[index]?.[part] ?? 0));
      return {
        day: today + index,
        reviews: meanOf('reviews'),
        lastPass: meanOf('lastPass'),
        fresh: meanOf('fresh'),
      };
    }),
    recall,
    readiness: readiness(items, recallOf),
    neverMet: awake.filter((item) => recallOf(item) === 0).map(({ question }) => question.id),
  };
}

interface Coming {
  readonly from: Day;
  /** The first day that is not studied. */
  readonly end: Day;
  readonly done: DoneToday;
  readonly settings: StudySettings;
  readonly learner: Learner;
  readonly seed: number;
}

interface Course {
  readonly days: readonly Omit<DayAhead, 'day'>[];
  /** By id, on the day after the last. */
  readonly recall: ReadonlyMap<string, number>;
}

function rehearse(start: readonly Item[], coming: Coming): Course {
  const { from, end, settings, learner } = coming;
  const answer = expectedAnswers(learner, coming.seed);
  let items = start;
  const days: Omit<DayAhead, 'day'>[] = [];
  for (let day = from; day < end; day += 1) {
    const done = day === from ? coming.done : nothingDone;
    const rehearsed = rehearseDay(items, day, done, { settings, learner, answer });
    items = rehearsed.items;
    days.push(rehearsed);
  }
  const recalls = items.map(
    (item) => [item.question.id, recallOn(end, item, learner.parameters.weights)] as const,
  );
  return { days, recall: new Map(recalls) };
}

/** Good as often as FSRS expects recall, Again otherwise. */
function expectedAnswers({ parameters }: Learner, seed: number) {
  const generator = xoroshiro128plus(seed + 1);
  return (item: Item, day: Day): Memory => {
    const memory = item.progress?.memory;
    const expected = memory ? recallOn(day, item, parameters.weights) : KNOWN_AT_FIRST;
    const rating = uniformFloat64(generator) < expected ? 3 : 1;
    return nextMemory(memory, rating, { day, atMs: 0 }, parameters, item.question.id);
  };
}

/** The mean over the rehearsals; 0 for what most of them never met. */
function recallAfter(rehearsals: readonly Course[]): Map<string, number> {
  const ids = [...(rehearsals[0]?.recall.keys() ?? [])];
  return new Map(
    ids.map((id) => {
      const recalls = rehearsals.map(({ recall }) => recall.get(id) ?? 0);
      const met = recalls.filter((recall) => recall > 0).length;
      return [id, met > rehearsals.length / 2 ? mean(recalls) : 0];
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

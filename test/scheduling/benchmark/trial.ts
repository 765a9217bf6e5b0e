import type { Day } from '../../../src/domain/day.ts';
import type { Level } from '../../../src/domain/level.ts';
import type { Item } from '../../../src/scheduling/item.ts';
import { averageLearner } from '../../../src/scheduling/learner.ts';
import { nothingDone, type Rehearsal, rehearseDay } from '../../../src/scheduling/rehearsal.ts';
import type { Mind, MindOf } from './minds.ts';
import { type Policy, SECONDS_PER_QUESTION, type Setting } from './policies.ts';

/** What came of one learner's study. */
export interface Outcome {
  /** Mean true recall over all questions on the morning of the interview. */
  readonly recall: number;
  /** Questions that were never met. */
  readonly unseen: number;
  /** Questions asked, each at most once a day: the steps of a day are not counted. */
  readonly asked: number;
  readonly heaviestDay: number;
  readonly eve: number;
}

/** Several learners of one kind study under one policy; the mean of what came of it, and the heaviest day of all. */
export function outcomeOf(
  policy: Policy,
  setting: Setting,
  mindOf: MindOf,
  learners: number,
): Outcome {
  const outcomes = Array.from({ length: learners }, (_, index) =>
    trial(policy, setting, mindOf, index),
  );
  const mean = (value: (outcome: Outcome) => number) =>
    outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / learners;
  return {
    recall: mean(({ recall }) => recall),
    unseen: mean(({ unseen }) => unseen),
    asked: mean(({ asked }) => asked),
    heaviestDay: Math.max(...outcomes.map(({ heaviestDay }) => heaviestDay)),
    eve: Math.max(...outcomes.map(({ eve }) => eve)),
  };
}

function trial(policy: Policy, setting: Setting, mindOf: MindOf, learner: number): Outcome {
  let items = questionTrees(setting.questions);
  const mindById = new Map(
    items.map(({ question }, index) => [question.id, mindOf(1 + learner * 10_000 + index)]),
  );
  const rehearsal = rehearsalOf(policy, mindById);
  const loads: number[] = [];
  for (let day = 0; day < setting.days; day += 1) {
    const rehearsed = rehearseDay(items, day, nothingDone, rehearsal);
    items = rehearsed.items;
    let load = rehearsed.reviews + rehearsed.lastPass + rehearsed.fresh;
    if (policy.forcesEve && day === setting.days - 1) {
      const forced = notMetOn(day, items).slice(0, (setting.cap ?? items.length) - load);
      for (const item of forced) rehearsal.answer(item, day);
      load += forced.length;
    }
    loads.push(load);
  }
  const recalls = [...mindById.values()].map((mind) => mind.recall(setting.days));
  return {
    recall: recalls.reduce((sum, recall) => sum + recall, 0) / items.length,
    unseen: recalls.filter((recall) => recall === 0).length,
    asked: loads.reduce((sum, load) => sum + load, 0),
    heaviestDay: Math.max(...loads),
    eve: loads.at(-1) ?? 0,
  };
}

function rehearsalOf({ settings, next }: Policy, mindById: ReadonlyMap<string, Mind>): Rehearsal {
  return {
    settings,
    learner: { ...averageLearner, secondsPerQuestion: SECONDS_PER_QUESTION },
    answer: ({ question: { id }, progress }, day) =>
      next(progress?.memory, mindById.get(id)?.answer(day) ?? 3, day, id),
  };
}

function notMetOn(day: Day, items: readonly Item[]): Item[] {
  return items.filter(
    ({ progress }) => progress?.memory !== undefined && progress.memory.lastDay < day,
  );
}

const TOPIC_SIZE = 20;
/** Of ten questions: two that open a subject, four that follow those up, four that follow these up. */
const PARENTS: readonly (number | undefined)[] = [undefined, undefined, 0, 0, 1, 1, 2, 3, 4, 5];

/** Questions in trees of three levels, twenty a topic. */
export function questionTrees(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index) => {
    const place = index % PARENTS.length;
    const parent = PARENTS[place];
    const level: Level = place < 2 ? 1 : place < 6 ? 2 : 3;
    return {
      question: {
        id: `q${index}`,
        topic: `t${Math.floor(index / TOPIC_SIZE)}`,
        level,
        kind: 'recall',
        fingerprint: 'f',
        formerly: [],
        ...(parent === undefined ? {} : { parent: `q${index - place + parent}` }),
      },
    };
  });
}

/**
 * FSRS-6 by ts-fsrs. The library reads the wall clock where it isn't told a time, counts calendar days in UTC and adds
 * methods to Date.prototype: this file alone knows it, and shows it days as dates at midnight UTC.
 */
import {
  type Card,
  default_w,
  type FSRS,
  FSRSVersion,
  forgetting_curve,
  fsrs,
  type Grade,
  State,
  type StepUnit,
  StrategyMode,
} from 'ts-fsrs';
import type { Day } from '../domain/day.ts';
import type { ParameterSet } from '../domain/parameter-set.ts';
import type { Memory } from '../domain/progress.ts';
import type { Rating } from '../domain/rating.ts';

/** Stored with every review. The version string of ts-fsrs reads `v5.4.2 using FSRS-6.0`. */
export const ALGORITHM = `FSRS-6 ts-fsrs ${/\d+\.\d+\.\d+/.exec(FSRSVersion)?.[0] ?? FSRSVersion}`;

/** The weights that fit the average learner, for those who trained none. */
export const defaultWeights: readonly number[] = default_w;

export const defaultParameters: ParameterSet = {
  algorithm: ALGORITHM,
  weights: defaultWeights,
  desiredRetention: 0.9,
  learningSteps: ['1m', '10m'],
  relearningSteps: ['10m'],
  maximumIntervalDays: 36_500,
  fuzz: true,
};

/** When a question is answered. */
export interface Moment {
  readonly day: Day;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly atMs: number;
}

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const STATES = { Learning: State.Learning, Review: State.Review, Relearning: State.Relearning };

/**
 * The memory after an answer. `memory` is undefined for a New question. `seed` decides the fuzz: the same one gives the
 * same interval on every machine.
 */
export function nextMemory(
  memory: Memory | undefined,
  rating: Rating,
  moment: Moment,
  parameters: ParameterSet,
  seed: string,
): Memory {
  const scheduler = schedulerFor(parameters, seed, memory);
  const { card } = scheduler.next(
    cardOf(memory, moment),
    dateOf(dayFor(memory, moment)),
    rating as Grade,
  );
  return memoryOf(card, moment);
}

/** The memory after each of the four answers. */
export function previewMemories(
  memory: Memory | undefined,
  moment: Moment,
  parameters: ParameterSet,
  seed: string,
): Readonly<Record<Rating, Memory>> {
  const scheduler = schedulerFor(parameters, seed, memory);
  const preview = scheduler.repeat(cardOf(memory, moment), dateOf(dayFor(memory, moment)));
  const after = (rating: Rating) => memoryOf(preview[rating as Grade].card, moment);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** The probability that the question is recalled on a day, by the forgetting curve of FSRS-6 with its trained decay. */
export function retrievability(memory: Memory, day: Day, weights: readonly number[]): number {
  return forgetting_curve(weights, Math.max(0, day - memory.lastDay), memory.stability);
}

const schedulers = new WeakMap<ParameterSet, FSRS>();

function schedulerFor(parameters: ParameterSet, seed: string, memory: Memory | undefined): FSRS {
  const known = schedulers.get(parameters);
  const scheduler = known ?? makeScheduler(parameters);
  if (!known) schedulers.set(parameters, scheduler);
  const own = `${seed} ${memory?.reps ?? 0}`;
  return scheduler.useStrategy(StrategyMode.SEED, () => own);
}

function makeScheduler(parameters: ParameterSet): FSRS {
  return fsrs({
    w: parameters.weights,
    request_retention: parameters.desiredRetention,
    maximum_interval: parameters.maximumIntervalDays,
    learning_steps: parameters.learningSteps as StepUnit[],
    relearning_steps: parameters.relearningSteps as StepUnit[],
    enable_fuzz: parameters.fuzz,
    enable_short_term: true,
  });
}

/** A clock that was set back must not make time run backwards for the memory. */
function dayFor(memory: Memory | undefined, { day }: Moment): Day {
  return memory ? Math.max(day, memory.lastDay) : day;
}

function cardOf(memory: Memory | undefined, { day }: Moment): Card {
  const last = memory && dateOf(memory.lastDay);
  return {
    due: dateOf(memory?.dueDay ?? day),
    stability: memory?.stability ?? 0,
    difficulty: memory?.difficulty ?? 0,
    elapsed_days: 0,
    scheduled_days: memory?.scheduledDays ?? 0,
    learning_steps: memory?.step ?? 0,
    reps: memory?.reps ?? 0,
    lapses: memory?.lapses ?? 0,
    state: memory ? STATES[memory.state] : State.New,
    ...(last ? { last_review: last } : {}),
  };
}

function memoryOf(card: Card, { day, atMs }: Moment): Memory {
  const isStep = card.state !== State.Review;
  const lastReview = card.last_review?.getTime() ?? 0;
  const minutes = (card.due.getTime() - lastReview) / MS_PER_MINUTE;
  return {
    state: State[card.state] as Memory['state'],
    step: card.learning_steps,
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    lastDay: day,
    lastMs: atMs,
    scheduledDays: card.scheduled_days,
    dueDay: day + card.scheduled_days,
    dueMs: isStep ? atMs + minutes * MS_PER_MINUTE : null,
  };
}

function dateOf(day: Day): Date {
  return new Date(day * MS_PER_DAY);
}

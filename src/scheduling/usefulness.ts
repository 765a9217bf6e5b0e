import type { Day } from '../domain/day.ts';
import type { Memory } from '../domain/progress.ts';
import type { Rating } from '../domain/rating.ts';
import { nextMemory, retrievability } from './fsrs.ts';
import type { Item } from './item.ts';
import type { Learner } from './learner.ts';
import { recallOn } from './recall.ts';

/** Items by their expected recall on a day, the lowest first. */
export function weakestFirst(
  items: readonly Item[],
  day: Day,
  { parameters }: Learner,
): readonly Item[] {
  return ascending(items, (item) => recallOn(day, item, parameters.weights));
}

/**
 * Items by what an answer today adds to their expected recall on a later day, the most first. Where not everything fits, this
 * brings more than asking the weakest first: `npm run bench scheduling`.
 */
export function mostGainFirst(
  items: readonly Item[],
  today: Day,
  later: Day,
  learner: Learner,
): readonly Item[] {
  return ascending(items, (item) => -gain(item, today, later, learner));
}

/** What an answer today must add to expected recall to be worth half a minute: a point in a hundred. */
const LEAST_GAIN = 0.01;

/** The items that are worth asking today for the sake of a later day, the most useful first. */
export function worthAsking(
  items: readonly Item[],
  today: Day,
  later: Day,
  learner: Learner,
): readonly Item[] {
  return items
    .map((item) => ({ item, gain: gain(item, today, later, learner) }))
    .filter((each) => each.gain >= LEAST_GAIN)
    .sort((a, b) => b.gain - a.gain)
    .map(({ item }) => item);
}

function gain({ progress }: Item, today: Day, later: Day, { parameters }: Learner): number {
  const memory = progress?.memory;
  if (!memory) return 0;
  const recall = (known: Memory, day: Day) => retrievability(known, day, parameters.weights);
  const after = (rating: Rating) =>
    recall(nextMemory(memory, rating, { day: today, atMs: 0 }, parameters, ''), later);
  const now = recall(memory, today);
  return now * after(3) + (1 - now) * after(1) - recall(memory, later);
}

function ascending(items: readonly Item[], worthOf: (item: Item) => number): readonly Item[] {
  return items
    .map((item) => ({ item, worth: worthOf(item) }))
    .sort((a, b) => a.worth - b.worth)
    .map(({ item }) => item);
}

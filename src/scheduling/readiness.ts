import type { Level } from '../domain/level.ts';
import { groupBy } from './group-by.ts';
import type { Item } from './item.ts';

/** A question counts as ready when it is recalled with at least this probability. */
const READY = 0.85;

/** Where a group of questions stands. Suspended ones are not counted, nor are exercises: those that were tried would count alone. */
export interface Standing {
  readonly questions: number;
  readonly met: number;
  /** Met, and recalled on the day with a probability of at least 0.85. */
  readonly ready: number;
  /** Mean expected recall on the day; a question that was never met counts as 0. */
  readonly recall: number;
}

interface ByLevel {
  readonly overall: Standing;
  readonly levels: ReadonlyMap<Level, Standing>;
}

export interface Readiness extends ByLevel {
  /** In the order of the items. */
  readonly topics: ReadonlyMap<string, ByLevel>;
}

/** Readiness for a day; `recallOf` is the expected recall of an item on it, 0 for one that is not met by then. */
export function readiness(items: readonly Item[], recallOf: (item: Item) => number): Readiness {
  const awake = items
    .filter(({ question, progress }) => !progress?.suspended && question.kind !== 'exercise')
    .map((item) => ({ ...item.question, recall: recallOf(item) }));
  const topics = groupBy(awake, ({ topic }) => topic);
  return {
    ...byLevel(awake),
    topics: new Map([...topics].map(([topic, group]) => [topic, byLevel(group)])),
  };
}

interface Expected {
  readonly level: Level;
  readonly recall: number;
}

function byLevel(group: readonly Expected[]): ByLevel {
  const levels = [...groupBy(group, ({ level }) => level)].sort(([a], [b]) => a - b);
  return {
    overall: standing(group),
    levels: new Map(levels.map(([level, some]) => [level, standing(some)])),
  };
}

function standing(group: readonly Expected[]): Standing {
  const sum = group.reduce((total, { recall }) => total + recall, 0);
  return {
    questions: group.length,
    met: group.filter(({ recall }) => recall > 0).length,
    ready: group.filter(({ recall }) => recall >= READY).length,
    recall: group.length === 0 ? 0 : sum / group.length,
  };
}

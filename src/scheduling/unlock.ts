import type { Item } from './item.ts';

/**
 * Whether the question that an item follows up is known, so that it may be asked: as an interviewer digs deeper. Nothing
 * waits for a parent that isn't there, or that the learner doesn't want to be asked.
 */
export function isUnlocked({ question }: Item, itemOf: ReadonlyMap<string, Item>): boolean {
  const parent = question.parent === undefined ? undefined : itemOf.get(question.parent);
  const progress = parent?.progress;
  return !parent || progress?.suspended === true || progress?.memory?.state === 'Review';
}

import type { Item } from './item.ts';

interface Apart {
  readonly kept: readonly Item[];
  /** What waits for another day because of a sibling. */
  readonly buried: readonly Item[];
  /** Ids of the parents of which a follow-up was answered or is kept. */
  readonly parents: ReadonlySet<string>;
}

/**
 * Keeps the first follow-up of each parent, and none of the parents that had one today: the answer to one question reminds of
 * its sibling's. Where siblings need not be apart, all are kept.
 */
export function apart(
  items: readonly Item[],
  parentsToday: ReadonlySet<string>,
  areApart: boolean,
): Apart {
  if (!areApart) return { kept: items, buried: [], parents: parentsToday };
  const parents = new Set(parentsToday);
  const kept: Item[] = [];
  const buried: Item[] = [];
  for (const item of items) {
    const { parent } = item.question;
    const waits = parent !== undefined && parents.has(parent);
    (waits ? buried : kept).push(item);
    if (parent !== undefined) parents.add(parent);
  }
  return { kept, buried, parents };
}

/** The parents of the questions whose ids are given. */
export function parentsOf(
  ids: ReadonlySet<string>,
  itemOf: ReadonlyMap<string, Item>,
): ReadonlySet<string> {
  return new Set([...ids].flatMap((id) => itemOf.get(id)?.question.parent ?? []));
}

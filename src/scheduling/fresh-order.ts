import { inTurn } from './interleave.ts';
import type { Item } from './item.ts';

/** Topics that are begun side by side: enough to compare them, few enough to keep the thread. */
const TOPICS_AT_ONCE = 3;

/**
 * The order in which new questions are met: a few topics in turn, then the next few. Within a topic what opens a subject
 * comes first, then the follow-ups, those whose parents were met first before the others. `items` are unlocked, in the order
 * of the library.
 */
export function inOrderOfLearning(
  items: readonly Item[],
  itemOf: ReadonlyMap<string, Item>,
): Item[] {
  const metOn = ({ question }: Item) =>
    itemOf.get(question.parent ?? '')?.progress?.firstDay ?? Number.NEGATIVE_INFINITY;
  const topics = [...new Set(items.map(({ question }) => question.topic))];
  const placeOf = new Map(
    topics.map((topic, index) => [topic, Math.floor(index / TOPICS_AT_ONCE)]),
  );
  const sorted = items
    .map((item) => ({ item, place: placeOf.get(item.question.topic) ?? 0, met: metOn(item) }))
    .sort((a, b) => a.place - b.place || (a.met < b.met ? -1 : a.met > b.met ? 1 : 0));
  return [...new Set(placeOf.values())].flatMap((place) =>
    inTurnOfTopics(sorted.flatMap((each) => (each.place === place ? [each.item] : []))),
  );
}

function inTurnOfTopics(items: readonly Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.question.id, item]));
  const topicOf = (id: string) => byId.get(id)?.question.topic ?? '';
  return inTurn([...byId.keys()], topicOf).flatMap((id) => byId.get(id) ?? []);
}

import type { TopicSummary } from './library.ts';

/** The topics in an order in which they can be learnt: each after those it builds on, else by their authors' order, else as they came. */
export function inPrerequisiteOrder(topics: readonly TopicSummary[]): TopicSummary[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const ordered = new Set<TopicSummary>();
  const visiting = new Set<TopicSummary>();
  const visit = (topic: TopicSummary | undefined) => {
    // Prerequisites that go round in a circle are an author's mistake, which check tells of; here any order will do.
    if (!topic || ordered.has(topic) || visiting.has(topic)) return;
    visiting.add(topic);
    for (const id of topic.prerequisites) visit(byId.get(id));
    ordered.add(topic);
  };
  for (const topic of topics.toSorted((a, b) => placeOf(a) - placeOf(b))) visit(topic);
  return [...ordered];
}

function placeOf({ order }: TopicSummary): number {
  return order ?? Number.MAX_SAFE_INTEGER;
}

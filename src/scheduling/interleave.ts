import { groupBy } from './group-by.ts';

/** Ids in turn from each group, so that none owns the list; within a group they keep their order. */
export function inTurn(ids: readonly string[], groupOf: (id: string) => string): string[] {
  const groups = [...groupBy(ids, groupOf).values()];
  const longest = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, round) =>
    groups.flatMap((group) => group.slice(round, round + 1)),
  ).flat();
}

/**
 * Families of confusable topics one after another, the topics of each in turn: telling apart what is easily confused is
 * learnt by meeting both, and nothing is gained by mixing the rest (Brunmair and Richter 2019).
 */
export function byFamily(
  ids: readonly string[],
  topicOf: (id: string) => string,
  familyOf: (topic: string) => string,
): string[] {
  const families = groupBy(ids, (id) => familyOf(topicOf(id)));
  return [...families.values()].flatMap((family) => inTurn(family, topicOf));
}

/** Puts the extra ids among the others at equal distances, the first of the others first. */
export function spreadAmong(others: readonly string[], extra: readonly string[]): string[] {
  const distance = (others.length + extra.length) / Math.max(1, extra.length);
  const [rest, waiting] = [[...others], [...extra]];
  return Array.from({ length: others.length + extra.length }, (_, place) => {
    const isExtra =
      waiting.length > 0 && place + 1 >= distance * (extra.length - waiting.length + 1);
    return (isExtra ? waiting.shift() : (rest.shift() ?? waiting.shift())) ?? '';
  });
}

/**
 * Gives each topic the name of its family: topics that are confused with each other, directly or through others, are one.
 * `confusions` are pairs of topic ids.
 */
export function familiesOf(
  confusions: Iterable<readonly [string, string]>,
): (topic: string) => string {
  const heads = new Map<string, string>();
  const headOf = (topic: string): string => {
    const above = heads.get(topic) ?? topic;
    return above === topic ? topic : headOf(above);
  };
  for (const [one, other] of confusions) heads.set(headOf(one), headOf(other));
  return headOf;
}

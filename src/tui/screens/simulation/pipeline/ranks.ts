import type { Pipeline, PipelineNode } from '../world.ts';

/** Something that takes a place in a column: a node, or a link that only passes on its way to a later column. */
export interface Place {
  readonly node: PipelineNode | undefined;
  readonly to: Place[];
}

/** The nodes in columns, so that each link goes from one column to the next; and the links that go back. */
export interface Ranks {
  readonly columns: readonly (readonly Place[])[];
  readonly back: readonly (readonly [from: PipelineNode, to: PipelineNode])[];
}

/** A layered drawing after Sugiyama: the longest way decides the column, the mean of those before decides the order. */
export function ranksOf({ nodes, links }: Pipeline): Ranks {
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const known = [...new Set(links.map((link) => JSON.stringify(link)))]
    .map((link): readonly [string, string] => JSON.parse(link))
    .filter(([from, to]) => order.has(from) && order.has(to));
  const isForth = ([from, to]: readonly [string, string]) =>
    (order.get(from) ?? 0) < (order.get(to) ?? 0);
  const forth = known.filter(isForth);
  const rank = rankOf(nodes, forth);
  const columns: Place[][] = [];
  const places = new Map<string, Place>();
  const place = (at: number, node?: PipelineNode) => {
    const made: Place = { node, to: [] };
    columns[at] ??= [];
    columns[at].push(made);
    return made;
  };
  for (const node of nodes) places.set(node.id, place(rank.get(node.id) ?? 0, node));
  for (const [from, to] of forth) {
    let last = places.get(from);
    for (let at = (rank.get(from) ?? 0) + 1; at < (rank.get(to) ?? 0); at += 1) {
      const passing = place(at);
      last?.to.push(passing);
      last = passing;
    }
    const end = places.get(to);
    if (end) last?.to.push(end);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const back = known
    .filter((link) => !isForth(link))
    .flatMap(([from, to]) => {
      const ends = [byId.get(from), byId.get(to)] as const;
      return ends[0] && ends[1] ? [[ends[0], ends[1]] as const] : [];
    });
  return { columns: sorted(columns), back };
}

function rankOf(
  nodes: readonly PipelineNode[],
  forth: readonly (readonly [string, string])[],
): ReadonlyMap<string, number> {
  const rank = new Map<string, number>();
  for (const { id } of nodes) {
    const before = forth.filter(([, to]) => to === id).map(([from]) => rank.get(from) ?? 0);
    rank.set(id, Math.max(-1, ...before) + 1);
  }
  return rank;
}

/** Each column in the order of what leads to it. */
function sorted(columns: readonly (readonly Place[])[]): Place[][] {
  const done: Place[][] = [];
  for (const column of columns) {
    const before = done.at(-1) ?? [];
    const height = (place: Place, index: number) => {
      const sources = before.flatMap(({ to }, at) => (to.includes(place) ? [at] : []));
      return sources.length === 0
        ? index
        : sources.reduce((sum, at) => sum + at, 0) / sources.length;
    };
    const heights = new Map(column.map((place, index) => [place, height(place, index)]));
    done.push(column.toSorted((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0)));
  }
  return done;
}

import type { Scenario } from '../../../simulator/settings/scenario.ts';
import type { Pipeline, PipelineNode } from '../../../tui/index.tsx';
import { deadLetterNames, linksOf } from './links.ts';

/** Everything that a scenario names, in order of flow. A name is an id: no two things share one. */
export function pipelineOf(scenario: Scenario): Pipeline {
  const links = [...new Map(linksOf(scenario).map((link) => [link.join('\n'), link])).values()];
  const nodes = nodesOf(scenario);
  const ranks = ranksOf(nodes, links);
  const rank = ({ id }: PipelineNode) => ranks.get(id) ?? 0;
  return { nodes: nodes.toSorted((a, b) => rank(a) - rank(b)), links };
}

function nodesOf(scenario: Scenario): PipelineNode[] {
  const buried = deadLetterNames(scenario);
  const of = (kind: PipelineNode['kind'], named: object): PipelineNode[] =>
    Object.keys(named).map((name) => ({
      id: name,
      kind,
      name,
      ...(buried.has(name) ? { isDeadLetterQueue: true } : {}),
    }));
  return [
    ...of('producer', scenario.producers),
    ...of('topic', scenario.topics),
    ...of('queue', { ...scenario.queues, ...scenario.priorityQueues }),
    ...of('log', scenario.logs),
    ...of('consumer', scenario.consumers),
    ...of('service', scenario.services),
    ...of('store', scenario.stores),
  ];
}

/** The most steps from where things begin; a link that closes a circle counts for nothing. */
function ranksOf(
  nodes: readonly PipelineNode[],
  links: Pipeline['links'],
): ReadonlyMap<string, number> {
  const forth = forthOf(nodes, links);
  const ranks = new Map(nodes.map(({ id }) => [id, 0]));
  for (const id of forth.order)
    for (const to of forth.targets.get(id) ?? [])
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1));
  return ranks;
}

/** The links that don't lead back to where a way came from, and the nodes so that each comes before its targets. */
function forthOf(nodes: readonly PipelineNode[], links: Pipeline['links']) {
  const targets = new Map<string, string[]>();
  const left: string[] = [];
  const onWay = new Set<string>();
  const visit = (id: string) => {
    if (targets.has(id)) return;
    const own: string[] = [];
    targets.set(id, own);
    onWay.add(id);
    for (const [from, to] of links) {
      if (from !== id || onWay.has(to)) continue;
      own.push(to);
      visit(to);
    }
    onWay.delete(id);
    left.push(id);
  };
  for (const { id } of nodes) visit(id);
  return { order: left.toReversed(), targets };
}

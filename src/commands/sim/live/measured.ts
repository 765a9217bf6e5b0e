import type { Scenario } from '../../../simulator/settings/scenario.ts';
import { deadLetterNames } from './links.ts';
import type { Nodes } from './nodes/index.ts';
import type { Measured } from './timeline.ts';

/** What is measured over time; what says most of the run comes first, as a low screen shows only that. */
export function measuredIn(nodes: Nodes, scenario: Scenario): Measured[] {
  const [first, ...others] = levelsIn(nodes, scenario);
  const made = () => sum(nodes.producers, (producer) => producer.made);
  const done = () => sum(nodes.consumers, (consumer) => consumer.done);
  return [
    ...(first ? [first] : []),
    ...(nodes.consumers.size > 0 ? [perSecond('done', done)] : []),
    perSecond('arrivals', made),
    ...others,
    ...[...nodes.services].map(([name, service]) =>
      perSecond(`${name} answers`, () => service.answered),
    ),
  ];
}

/** What waits where somebody is meant to take it. */
function levelsIn(nodes: Nodes, scenario: Scenario): Measured[] {
  const buried = deadLetterNames(scenario);
  const depths = [...nodes.queues]
    .filter(([name]) => !buried.has(name))
    .map(([name, queue]) => level(`${name} visible`, 'messages', () => queue.visible));
  const lags = [...nodes.logs].flatMap(([name, { lags: groups }]) =>
    groups.map((lag) => level(`${lag.group} behind in ${name}`, 'records', () => lag.behind)),
  );
  return [...depths, ...lags];
}

function level(label: string, unit: string, read: () => number): Measured {
  return { label, unit, kind: 'level', read: () => Math.max(0, read()) };
}

function perSecond(label: string, read: () => number): Measured {
  return { label, unit: '/s', kind: 'count', read };
}

function sum<Node>(nodes: ReadonlyMap<string, Node>, of: (node: Node) => number): number {
  let total = 0;
  for (const node of nodes.values()) total += of(node);
  return total;
}

import type { Report } from '../../../simulator/observers/index.ts';
import type { Scenario } from '../../../simulator/settings/scenario.ts';
import type { Total } from '../../../tui/index.tsx';

type Name = Exclude<keyof Report, 'latency' | 'queues' | 'topics' | 'logs' | 'groups' | 'cost'>;

/** The numbers of the run as a whole; the bad ones only once there are any, but for those that the scenario can suffer. */
export function totalsOf(report: Report, { stores }: Scenario, isOver: boolean): Total[] {
  const of = (label: string, name: Name): Total => ({ label, value: Number(report[name] ?? 0) });
  const bad = (label: string, name: Name): Total => ({ ...of(label, name), isBad: true });
  const hasStores = Object.keys(stores).length > 0;
  return [
    of('produced', 'produced'),
    of('done', 'done'),
    ...(hasStores ? [bad('duplicate effects', 'duplicates')] : []),
    // What is on its way between two places belongs to neither, so this is told only when nothing is on its way.
    ...(isOver ? [bad('lost', 'lost')] : []),
    ...[
      bad('dead-lettered', 'deadLettered'),
      bad('rejected', 'rejected'),
      bad('oversold', 'oversold'),
      bad('out of order', 'orderViolations'),
      of('redeliveries', 'redeliveries'),
      of('shed', 'shed'),
    ].filter(({ value }) => value > 0),
  ];
}

import type { Scenario } from '../../simulator/settings/scenario.ts';
import type { Part } from './setup.ts';

/** What a program can use of a scenario: its stores, its services, and whatever can be sent to. */
export function partsOf(scenario: Scenario): Part[] {
  const { stores, services, queues, priorityQueues, topics, logs } = scenario;
  return [
    ...named(stores, 'store'),
    ...named(services, 'service'),
    ...[queues, priorityQueues, topics, logs].flatMap((targets) => named(targets, 'target')),
  ];
}

function named(record: object, kind: Part['kind']): Part[] {
  return Object.keys(record).map((name) => ({ name, kind }));
}

import type { Scenario } from '../../settings/scenario.ts';

/** The names in a scenario that paths of metrics are made of. */
export interface ReportNames {
  readonly queues: readonly string[];
  readonly priorityQueues: readonly string[];
  readonly topics: readonly string[];
  readonly logs: readonly string[];
  readonly stores: readonly string[];
  readonly services: readonly string[];
  readonly producers: readonly string[];
  readonly consumers: readonly string[];
  readonly alarms: readonly string[];
  /** Consumers of a log. Left out while a scenario is being read: any consumer may be one. */
  readonly groups?: readonly string[];
  /** Subscriptions by topic; left out, any name will do. */
  readonly subscriptions?: Readonly<Record<string, readonly string[]>>;
  /** Items by store; left out, any name will do. */
  readonly items?: Readonly<Record<string, readonly string[]>>;
}

export function reportNames(scenario: Scenario): Required<ReportNames> {
  const { queues, priorityQueues, topics, logs, stores, services, producers, consumers, alarms } =
    scenario;
  return {
    queues: Object.keys(queues),
    priorityQueues: Object.keys(priorityQueues),
    topics: Object.keys(topics),
    logs: Object.keys(logs),
    stores: Object.keys(stores),
    services: Object.keys(services),
    producers: Object.keys(producers),
    consumers: Object.keys(consumers),
    alarms: Object.keys(alarms),
    groups: Object.keys(consumers).filter((name) => logOf(scenario, name) !== undefined),
    subscriptions: mapped(topics, (name) => subscriptionsOf(scenario, name)),
    items: mapped(stores, (name) => Object.keys(stores[name]?.items ?? {})),
  };
}

/** The log that a consumer reads, if it reads one. */
export function logOf({ consumers, logs }: Scenario, consumer: string): string | undefined {
  return consumers[consumer]?.receivesFrom.find((source) => Object.hasOwn(logs, source));
}

/** A topic's subscriptions by name: its own, and the consumers that receive from it directly. */
export function subscriptionsOf({ topics, consumers }: Scenario, topic: string): string[] {
  const direct = Object.keys(consumers).filter((name) =>
    consumers[name]?.receivesFrom.includes(topic),
  );
  return [...new Set([...Object.keys(topics[topic]?.subscriptions ?? {}), ...direct])];
}

function mapped<Value>(record: object, value: (name: string) => Value): Record<string, Value> {
  return Object.fromEntries(Object.keys(record).map((name) => [name, value(name)]));
}

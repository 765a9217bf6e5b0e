import type { Micros } from '../../engine/time.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { logOf, subscriptionsOf } from '../metrics/names.ts';
import { metricValue } from '../metrics/report.ts';
import { AlarmFold } from './alarm-fold.ts';
import { ConsumerFold } from './consumer-fold.ts';
import { GroupFold } from './group-fold.ts';
import { LogFold } from './log-fold.ts';
import { ProducerFold } from './producer-fold.ts';
import { QueueFold } from './queue-fold.ts';
import { ServiceFold } from './service-fold.ts';
import { StoreFold } from './store-fold.ts';
import { TopicFold } from './topic-fold.ts';

/** The folds of everything that has a name: a section of the report each, and a part for each name. */
export class Parts {
  readonly queues: ReadonlyMap<string, QueueFold>;
  readonly topics: ReadonlyMap<string, TopicFold>;
  readonly groups: ReadonlyMap<string, GroupFold>;
  readonly logs: ReadonlyMap<string, LogFold>;
  readonly producers: ReadonlyMap<string, ProducerFold>;
  readonly consumers: ReadonlyMap<string, ConsumerFold>;
  readonly services: ReadonlyMap<string, ServiceFold>;
  readonly stores: ReadonlyMap<string, StoreFold>;
  readonly alarms: ReadonlyMap<string, AlarmFold>;

  constructor(scenario: Scenario) {
    const { queues, priorityQueues, topics, logs, consumers } = scenario;
    this.queues = mapOf({ ...queues, ...priorityQueues }, () => new QueueFold());
    this.topics = mapOf(topics, (name) => new TopicFold(subscriptionsOf(scenario, name)));
    const groups = new Map<string, GroupFold>();
    for (const name of Object.keys(consumers)) {
      const log = logOf(scenario, name);
      if (log !== undefined) groups.set(name, new GroupFold(log, logs[log]?.partitions ?? 0));
    }
    this.groups = groups;
    this.logs = mapOf(
      logs,
      (name) => new LogFold([...groups.values()].filter(({ log }) => log === name)),
    );
    this.producers = mapOf(scenario.producers, () => new ProducerFold());
    this.consumers = mapOf(consumers, () => new ConsumerFold());
    this.services = mapOf(
      scenario.services,
      (name) => new ServiceFold(scenario.services[name]?.servers ?? 1),
    );
    this.stores = mapOf(
      scenario.stores,
      (name) => new StoreFold(scenario.stores[name]?.items ?? {}),
    );
    this.alarms = mapOf(scenario.alarms, () => new AlarmFold());
  }

  report(endedAt: Micros) {
    const section = <Part>(folds: ReadonlyMap<string, { report(endedAt: Micros): Part }>) =>
      Object.fromEntries([...folds].map(([name, fold]) => [name, fold.report(endedAt)]));
    return {
      queues: section(this.queues),
      topics: section(this.topics),
      logs: section(this.logs),
      groups: section(this.groups),
      producers: section(this.producers),
      consumers: section(this.consumers),
      services: section(this.services),
      stores: section(this.stores),
      alarms: section(this.alarms),
    };
  }

  /** One metric of one part, without measuring the others. */
  value(path: string, now: Micros): number | undefined {
    for (const [section, folds] of Object.entries(this) as [string, Folds][]) {
      if (!path.startsWith(`${section}.`)) continue;
      const rest = path.slice(section.length + 1);
      for (const [name, fold] of folds)
        if (rest.startsWith(`${name}.`))
          return metricValue(fold.report(now), rest.slice(name.length + 1));
    }
    return undefined;
  }
}

type Folds = ReadonlyMap<string, { report(endedAt: Micros): object }>;

function mapOf<Fold>(names: object, make: (name: string) => Fold): Map<string, Fold> {
  return new Map(Object.keys(names).map((name) => [name, make(name)]));
}

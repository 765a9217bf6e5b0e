import { isMetric, type Metric, type MetricTree, type MetricUnit } from './metric.ts';
import type { ReportNames } from './names.ts';
import {
  ALARM,
  CONSUMER,
  COST,
  GROUP,
  LOG,
  PRODUCER,
  QUEUE,
  SERVICE,
  STOCK,
  STORE,
  SUBSCRIPTION,
  TOPIC,
  TOTALS,
} from './tables.ts';

/** Stands for a name that isn't known yet. */
const ANY = '*';

/** Every metric of a scenario with these names, by its path. */
export function catalogue(names: ReportNames): Map<string, Metric> {
  const all = new Map<string, Metric>();
  const add = (path: string, tree: MetricTree) => {
    for (const [name, node] of Object.entries(tree)) {
      if (isMetric(node)) all.set(path + name, node);
      else add(`${path}${name}.`, node);
    }
  };
  const addEach = (section: string, each: readonly string[], tree: MetricTree) => {
    for (const name of each) add(`${section}.${name}.`, tree);
  };
  add('', TOTALS);
  addEach('queues', [...names.queues, ...names.priorityQueues], QUEUE);
  addEach('topics', names.topics, TOPIC);
  for (const topic of names.topics)
    addEach(`topics.${topic}.subscriptions`, names.subscriptions?.[topic] ?? [ANY], SUBSCRIPTION);
  addEach('logs', names.logs, LOG);
  addEach('groups', names.groups ?? (names.logs.length > 0 ? names.consumers : []), GROUP);
  addEach('producers', names.producers, PRODUCER);
  addEach('consumers', names.consumers, CONSUMER);
  addEach('services', names.services, SERVICE);
  addEach('stores', names.stores, STORE);
  for (const store of names.stores)
    for (const item of names.items?.[store] ?? [ANY])
      all.set(`stores.${store}.left.${item}`, STOCK);
  addEach('alarms', names.alarms, ALARM);
  add('cost.', COST);
  return all;
}

/** What a metric is and how it is measured; undefined when there is none of this name. */
function metricNamed(path: string, names: ReportNames): Metric | undefined {
  const all = catalogue(names);
  const exact = path.includes(ANY) ? undefined : all.get(path);
  if (exact) return exact;
  for (const [pattern, metric] of all) if (fits(path, pattern)) return metric;
  return undefined;
}

export function metricUnit(path: string, names: ReportNames): MetricUnit | undefined {
  return metricNamed(path, names)?.unit;
}

/** The paths that can be named exactly. */
export function metricNames(names: ReportNames): string[] {
  return [...catalogue(names).keys()].filter((path) => !path.includes(ANY));
}

function fits(path: string, pattern: string): boolean {
  const at = pattern.indexOf(ANY);
  if (at < 0) return false;
  const [start, end] = [pattern.slice(0, at), pattern.slice(at + 1)];
  return path.length > start.length + end.length && path.startsWith(start) && path.endsWith(end);
}

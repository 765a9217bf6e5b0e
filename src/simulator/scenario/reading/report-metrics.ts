import { catalogue } from '../../observers/metrics/catalogue.ts';
import { textOf } from './format/kind.ts';
import { type Data, isMap, own } from './format/map.ts';
import type { Metrics } from './format/metric.ts';
import type { Names } from './format/names.ts';

/** The metrics that a run of a scenario with these data will report. */
export function reportMetrics(data: Data, names: Names): Metrics {
  const all = catalogue({
    ...names,
    groups: names.consumers.filter((name) =>
      sourcesOf(data, name).some((source) => names.logs.includes(source)),
    ),
    subscriptions: Object.fromEntries(
      names.topics.map((topic) => [topic, subscribers(data, names, topic)]),
    ),
    items: Object.fromEntries(
      names.stores.map((store) => [store, keysAt(data, 'stores', store, 'items')]),
    ),
  });
  return { unit: (metric) => all.get(metric)?.unit, names: () => [...all.keys()] };
}

/** A topic's own subscriptions, and the consumers that receive from it directly. */
function subscribers(data: Data, names: Names, topic: string): string[] {
  const direct = names.consumers.filter((name) => sourcesOf(data, name).includes(topic));
  return [...new Set([...keysAt(data, 'topics', topic, 'subscriptions'), ...direct])];
}

function sourcesOf(data: Data, consumer: string): string[] {
  const from = valueAt(data, 'consumers', consumer, 'receivesFrom');
  return (Array.isArray(from) ? from : [from]).map(textOf);
}

function keysAt(data: Data, ...path: string[]): string[] {
  const value = valueAt(data, ...path);
  return isMap(value) ? Object.keys(value) : [];
}

function valueAt(data: Data, ...path: string[]): unknown {
  let value: unknown = data;
  for (const key of path) value = isMap(value) ? own(value, key) : undefined;
  return value;
}

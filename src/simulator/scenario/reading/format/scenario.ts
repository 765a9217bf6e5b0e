import type { Scenario } from '../../../settings/scenario.ts';
import { action } from './action.ts';
import { alarm } from './alarm.ts';
import { count, duration, span } from './amounts.ts';
import { check, type ReadCheck } from './check.ts';
import { consumer, type Scene } from './consumer.ts';
import { fault, type Works } from './fault.ts';
import { type Kind, textOf, withDefault } from './kind.ts';
import { log } from './log.ts';
import { type Data, fields, isMap, listOf, named, own } from './map.ts';
import { type Metrics, metricName } from './metric.ts';
import { type Names, namesIn } from './names.ts';
import { producer } from './producer.ts';
import { queue } from './queue.ts';
import { remedy } from './remedy.ts';
import { topic } from './topic.ts';
import { priorityQueue, service, store } from './world.ts';

/** A scenario as far as the keys of its file go. */
export type ReadScenario = Omit<Scenario, 'name' | 'title' | 'story' | 'checks'> & {
  readonly checks: readonly ReadCheck[];
};

/** What a run of a scenario with these data will report. */
export type MetricsOf = (data: Data, names: Names) => Metrics;

/** The whole file. Names are taken from the data beforehand, so that each reference is checked where it stands. */
export function scenario(data: Data, metricsOf: MetricsOf): Kind<ReadScenario> {
  const names = namesIn(data);
  const metrics = metricsOf(data, names);
  const scene = sceneOf(data, names);
  const section = <Value>(kindOf: (name: string) => Kind<Value>) => withDefault(named(kindOf), {});
  return fields({
    seed: withDefault(count(0, Number.MAX_SAFE_INTEGER, 42), 1),
    runFor: withDefault(span, '10m'),
    drainFor: withDefault(duration, '1h'),
    maxEvents: withDefault(count(1, 1_000_000_000, 5_000_000), 5_000_000),
    queues: section((name) => queue(name, names)),
    priorityQueues: section(() => priorityQueue),
    topics: section((name) => topic(name, names)),
    logs: section(() => log),
    stores: section(() => store),
    services: section((name) => service(name, names)),
    producers: section(() => producer(names)),
    consumers: section((name) => consumer(name, scene)),
    faults: withDefault(
      listOf(fault(names, scene.works), 'write a list: - { crash: workers, chance: 1/200 }'),
      [],
    ),
    actions: withDefault(
      listOf(action(names), 'write a list: - { at: 20m, redrive: orders-dlq }'),
      [],
    ),
    alarms: section(() => alarm(metrics)),
    checks: withDefault(listOf(check(metrics), 'write a list: - { lost: 0 }'), []),
    remedy: withDefault(remedy, {}),
    reaches: withDefault(
      listOf(metricName(metrics), 'write a list of metrics: [deadLettered]'),
      [],
    ),
  });
}

function sceneOf(data: Data, names: Names): Scene & { readonly works: Works } {
  const topics = Object.values(mapOf(data.topics)).flatMap((each) =>
    Object.values(mapOf(mapOf(each).subscriptions)),
  );
  return {
    names,
    items: (name) => Object.keys(mapOf(mapOf(own(mapOf(data.stores), name)).items)),
    subscribed: topics.map((subscription) => textOf(mapOf(subscription).to)),
    works: (name) => {
      const { service, steps } = mapOf(own(mapOf(data.consumers), name));
      const hasWork = (step: unknown) => isMap(step) && 'work' in step;
      return service !== undefined || (Array.isArray(steps) && steps.some(hasWork));
    },
  };
}

function mapOf(input: unknown): Data {
  return isMap(input) ? input : {};
}

import type { Scenario } from '../../settings/scenario.ts';
import { logOf } from '../metrics/names.ts';

/** Somewhere that items wait. The name is the queue's, the service's, or for a log the name of the group that reads it. */
export interface Line {
  readonly name: string;
  readonly kind: 'queue' | 'group' | 'service';
  /** Its own name, but for a group the log's. */
  readonly place: string;
}

function allLines(scenario: Scenario): Line[] {
  const { queues, priorityQueues, services, consumers } = scenario;
  const named = (kind: Line['kind'], names: object) =>
    Object.keys(names).map((name): Line => ({ name, kind, place: name }));
  const groups = Object.keys(consumers).flatMap((name): Line[] => {
    const log = logOf(scenario, name);
    return log === undefined ? [] : [{ name, kind: 'group', place: log }];
  });
  return [
    ...named('queue', { ...queues, ...priorityQueues }),
    ...groups,
    ...named('service', services),
  ];
}

/** The lines that a metric is about; all of them when it is about the run as a whole. */
export function linesFor(metric: string, scenario: Scenario): Line[] {
  const all = allLines(scenario);
  const watched = Object.entries(scenario.alarms).find(([name]) =>
    metric.startsWith(`alarms.${name}.`),
  );
  if (watched) return linesFor(watched[1].metric, scenario);
  const names = (prefix: string, name: string) => metric.startsWith(`${prefix}.${name}.`);
  const own = all.filter(
    ({ name, place }) =>
      ['queues', 'groups', 'services'].some((section) => names(section, name)) ||
      names('logs', place) ||
      (scenario.consumers[name] !== undefined && names('consumers', name)),
  );
  const consumer = Object.keys(scenario.consumers).find((name) => names('consumers', name));
  const sources = consumer === undefined ? [] : scenario.consumers[consumer]?.receivesFrom;
  const fed = all.filter(({ place, kind }) => kind === 'queue' && sources?.includes(place));
  const found = [...own, ...fed];
  return found.length > 0 ? found : all;
}

/** The consumers that work a line off. */
export function crewsOf({ name, kind, place }: Line, scenario: Scenario): string[] {
  if (kind === 'group') return [name];
  return Object.keys(scenario.consumers).filter((consumer) =>
    kind === 'queue'
      ? scenario.consumers[consumer]?.receivesFrom.includes(place)
      : servicesOf(consumer, scenario).includes(name),
  );
}

/** The services that a consumer's steps call. */
export function servicesOf(consumer: string, scenario: Scenario): string[] {
  const steps = scenario.consumers[consumer]?.steps ?? [];
  return [...new Set(steps.flatMap((step) => (step.kind === 'call' ? [step.service] : [])))];
}

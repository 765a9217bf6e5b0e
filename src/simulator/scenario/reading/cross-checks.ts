import { SECOND } from '../../engine/time.ts';
import { type Data, isMap } from './format/map.ts';
import { sections } from './format/names.ts';
import type { ReadScenario } from './format/scenario.ts';
import type { Trouble } from './trouble.ts';

/** Names that two things share: faults and references would mean either. Alarms are never referred to. */
export function sharedNames(data: Data): Trouble[] {
  const seen = new Map<string, string>();
  const troubles: Trouble[] = [];
  for (const section of sections.filter((each) => each !== 'alarms')) {
    const names = data[section];
    for (const name of isMap(names) ? Object.keys(names) : []) {
      const other = seen.get(name);
      if (other === undefined) seen.set(name, section);
      else
        troubles.push({
          path: [section, name],
          ofKey: true,
          what: `${section}.${name} has the same name as ${other}.${name}`,
          fix: 'give one of them another name, so that it is clear who is meant',
        });
    }
  }
  return troubles;
}

/** What only shows when several parts of a scenario are seen together. */
export function crossChecks(scenario: ReadScenario): Trouble[] {
  return [...lambdaTimes(scenario), ...pushes(scenario), ...callCircles(scenario)];
}

function lambdaTimes({ consumers, queues }: ReadScenario): Trouble[] {
  return Object.entries(consumers).flatMap(([name, { lambda, receivesFrom }]) => {
    const queue = queues[receivesFrom[0] ?? ''];
    const seconds = (lambda?.timeout ?? 0) / SECOND;
    if (!queue || seconds <= queue.visibilityTimeoutSeconds) return [];
    const fix = `let the queue’s visibilityTimeout be at least that, better six times: ${6 * seconds}s`;
    const what = `consumers.${name}.lambda.timeout is longer than messages stay hidden, ${queue.visibilityTimeoutSeconds}s`;
    return [{ path: ['consumers', name, 'lambda', 'timeout'], ofKey: false, what, fix }];
  });
}

/** A consumer that a topic's subscription names must be a push subscriber of that topic. */
function pushes({ topics, consumers }: ReadScenario): Trouble[] {
  return Object.entries(topics).flatMap(([topic, { subscriptions }]) =>
    Object.entries(subscriptions).flatMap(([subscription, { endpoint }]) => {
      const consumer = consumers[endpoint];
      if (!consumer || consumer.receivesFrom.includes(topic)) return [];
      return [
        {
          path: ['topics', topic, 'subscriptions', subscription, 'to'],
          ofKey: false,
          what: `${endpoint} doesn’t receive from ${topic}`,
          fix: `write receivesFrom: ${topic} there, or deliver to a queue that it receives from`,
        },
      ];
    }),
  );
}

function callCircles({ services }: ReadScenario): Trouble[] {
  const comesBack = (start: string) => {
    const seen = new Set<string>();
    const waiting = [...(services[start]?.calls ?? [])];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (name === start) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      waiting.push(...(services[name]?.calls ?? []));
    }
    return false;
  };
  return Object.keys(services)
    .filter(comesBack)
    .map((name) => ({
      path: ['services', name, 'calls'],
      ofKey: true,
      what: `services.${name} calls itself in the end`,
      fix: 'take one of the calls out: a circle of calls never answers',
    }));
}

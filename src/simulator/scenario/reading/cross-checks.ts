import type { QueueSettings } from '../../broker/queue/index.ts';
import { subscriptionProblem } from '../../broker/topic/index.ts';
import { SECOND } from '../../engine/time.ts';
import { withDirectSubscriptions } from '../subscriptions.ts';
import { type Data, isMap, own } from './format/map.ts';
import { sections } from './format/names.ts';
import type { ReadScenario } from './format/scenario.ts';
import { idleActions } from './idle-actions.ts';
import { idleFaults } from './idle-faults.ts';
import { tooLate } from './too-late.ts';
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
  return [
    ...tooLate(scenario),
    ...idleFaults(scenario),
    ...idleActions(scenario),
    ...lambdaTimes(scenario),
    ...emptyTransactions(scenario),
    ...pushes(scenario),
    ...subscriptionRules(scenario),
    ...circles(
      'services',
      'calls',
      linksOf(scenario.services, ({ calls }) => calls),
    ),
    ...circles('queues', 'redrive', linksOf(scenario.queues, deadLettersOf)),
  ];
}

function lambdaTimes({ consumers, queues }: ReadScenario): Trouble[] {
  return Object.entries(consumers).flatMap(([name, { lambda, receivesFrom }]) => {
    const queue = own(queues, receivesFrom[0] ?? '');
    const seconds = (lambda?.timeout ?? 0) / SECOND;
    if (!queue || seconds <= queue.visibilityTimeoutSeconds) return [];
    const fix = `let the queue’s visibilityTimeout be at least that, better six times: ${6 * seconds}s`;
    const what = `consumers.${name}.lambda.timeout is longer than messages stay hidden, ${queue.visibilityTimeoutSeconds}s`;
    return [{ path: ['consumers', name, 'lambda', 'timeout'], ofKey: false, what, fix }];
  });
}

/** A transaction joins positions with what goes to logs: without that it is a commit like any other. */
function emptyTransactions({ consumers, logs }: ReadScenario): Trouble[] {
  return Object.entries(consumers).flatMap(([name, { group, steps }]) => {
    const sends = steps.some((step) => step.kind === 'send' && Object.hasOwn(logs, step.to));
    if (group?.commit !== 'transaction' || sends) return [];
    const what = `consumers.${name}.group.commit has nothing to join: no step sends to a log`;
    const fix = 'add such a step, e.g. - send: bookings, or write commit: after';
    return [{ path: ['consumers', name, 'group', 'commit'], ofKey: false, what, fix }];
  });
}

/** A consumer that a topic's subscription names must be a push subscriber of that topic. */
function pushes({ topics, consumers }: ReadScenario): Trouble[] {
  return Object.entries(topics).flatMap(([topic, { subscriptions }]) =>
    Object.entries(subscriptions).flatMap(([subscription, { endpoint }]) => {
      const consumer = own(consumers, endpoint);
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

/** What SNS itself would refuse, filter policies above all. */
function subscriptionRules(scenario: ReadScenario): Trouble[] {
  return Object.entries(withDirectSubscriptions(scenario)).flatMap(
    ([topic, { fifo, subscriptions }]) =>
      Object.entries(subscriptions).flatMap(([name, attributes]) => {
        const refusal = subscriptionProblem(fifo, attributes);
        if (!refusal) return [];
        const isDirect = own(own(scenario.topics, topic)?.subscriptions ?? {}, name) === undefined;
        return [
          {
            path: isDirect ? ['consumers', name] : ['topics', topic, 'subscriptions', name],
            ofKey: true,
            what: `SNS would refuse the subscription ${name}`,
            fix: refusal.message,
          },
        ];
      }),
  );
}

function deadLettersOf({ redrivePolicy }: QueueSettings): string[] {
  return redrivePolicy ? [redrivePolicy.deadLetterQueue] : [];
}

function linksOf<Settings>(
  parts: Readonly<Record<string, Settings>>,
  links: (settings: Settings) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(parts).map(([name, settings]) => [name, links(settings)]));
}

/** Parts that lead back to themselves: calls that never answer, dead letters that never rest. */
function circles(
  section: 'services' | 'queues',
  key: string,
  links: ReadonlyMap<string, readonly string[]>,
): Trouble[] {
  const comesBack = (start: string) => {
    const seen = new Set<string>();
    const waiting = [...(links.get(start) ?? [])];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (name === start) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      waiting.push(...(links.get(name) ?? []));
    }
    return false;
  };
  return [...links.keys()].filter(comesBack).map((name) => ({
    path: [section, name, key],
    ofKey: true,
    what: `${section}.${name} leads back to itself`,
    fix: `take one ${key} out of the circle`,
  }));
}

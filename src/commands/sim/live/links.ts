import type { Scenario } from '../../../simulator/settings/scenario.ts';

type Link = readonly [from: string, to: string];
type Step = Scenario['consumers'][string]['steps'][number];

/** The ways that messages and calls go, by the names of both ends. */
export function linksOf(scenario: Scenario): Link[] {
  const { producers, queues, topics, consumers, services } = scenario;
  return [
    ...each(producers, (name, { sendsTo }) => [[name, sendsTo]]),
    ...each(topics, (name, { subscriptions }) =>
      Object.values(subscriptions).map(({ endpoint }): Link => [name, endpoint]),
    ),
    ...each(consumers, (name, { receivesFrom, steps }) => [
      ...receivesFrom.map((source): Link => [source, name]),
      ...steps.flatMap(targetsOf).map((target): Link => [name, target]),
    ]),
    ...each(services, (name, { calls }) => calls.map((other): Link => [name, other])),
    ...each(queues, (name, { redrivePolicy }) =>
      redrivePolicy ? [[name, redrivePolicy.deadLetterQueue]] : [],
    ),
    ...topicBurials(scenario),
    ...each(consumers, (name, { group }) =>
      group?.deadLetters === undefined ? [] : [[name, group.deadLetters]],
    ),
  ];
}

/** The names of what takes dead letters. */
export function deadLetterNames(scenario: Scenario): Set<string> {
  const { queues, consumers } = scenario;
  const names = [
    ...Object.values(queues).map(({ redrivePolicy }) => redrivePolicy?.deadLetterQueue),
    ...Object.values(consumers).map(({ group }) => group?.deadLetters),
    ...topicBurials(scenario).map(([, to]) => to),
  ];
  return new Set(names.filter((name) => name !== undefined));
}

/** From topics to the queues that take what a subscription gave up on. */
function topicBurials({ topics, consumers }: Scenario): Link[] {
  const own = each(topics, (name, { subscriptions }) =>
    Object.values(subscriptions).flatMap(({ deadLetterQueue }): Link[] =>
      deadLetterQueue === undefined ? [] : [[name, deadLetterQueue]],
    ),
  );
  const direct = Object.values(consumers).flatMap(({ receivesFrom, subscription }): Link[] =>
    subscription?.deadLetterQueue === undefined
      ? []
      : receivesFrom.map((topic): Link => [topic, subscription.deadLetterQueue ?? '']),
  );
  return [...own, ...direct];
}

function targetsOf(step: Step): string[] {
  switch (step.kind) {
    case 'work':
    case 'delete':
      return [];
    case 'transaction':
      return step.steps.flatMap(targetsOf);
    case 'call':
      return [step.service];
    case 'send':
      return [step.to];
    default:
      return [step.store];
  }
}

function each<Settings>(
  named: Readonly<Record<string, Settings>>,
  links: (name: string, settings: Settings) => readonly Link[],
): Link[] {
  return Object.entries(named).flatMap(([name, settings]) => links(name, settings));
}

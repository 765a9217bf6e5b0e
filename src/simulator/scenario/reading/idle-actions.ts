import { didYouMean } from '../../../wording/nearest.ts';
import type { ActionSettings } from '../../settings/action.ts';
import { own } from './format/map.ts';
import type { ReadScenario } from './format/scenario.ts';
import type { Trouble } from './trouble.ts';

type Wrong = readonly [key: string, what: string, fix: string];

/** What the operator couldn't do. */
export function idleActions(scenario: ReadScenario): Trouble[] {
  return scenario.actions.flatMap((action, index) => {
    const wrong = mistakeIn(action, scenario);
    if (!wrong) return [];
    const [key, what, fix] = wrong;
    return [
      { path: ['actions', index, key], ofKey: false, what: `actions.${index}: ${what}`, fix },
    ];
  });
}

function mistakeIn(action: ActionSettings, scenario: ReadScenario): Wrong | undefined {
  const { runFor, drainFor } = scenario;
  if (action.at >= runFor + drainFor)
    return [
      'at',
      'at is not before the end, runFor and drainFor together',
      'write an earlier time, or raise drainFor',
    ];
  if (action.what === 'redrive') return noDeadLetters(action.target, scenario);
  return action.what === 'replay' ? noReplay(action, scenario) : undefined;
}

/** SQS moves messages only out of dead-letter queues of queues. */
function noDeadLetters(target: string, { queues }: ReadScenario): Wrong | undefined {
  const graves = Object.values(queues).flatMap(({ redrivePolicy }) =>
    redrivePolicy ? [redrivePolicy.deadLetterQueue] : [],
  );
  if (graves.includes(target)) return undefined;
  return [
    'redrive',
    `${target} is not the dead-letter queue of any queue`,
    `name one that a queue’s redrive leads to.${didYouMean(target, graves)}`,
  ];
}

function noReplay(
  { target, to }: Extract<ActionSettings, { what: 'replay' }>,
  { topics }: ReadScenario,
): Wrong | undefined {
  const topic = own(topics, target);
  if (topic?.archiveDays === undefined)
    return ['replay', `${target} keeps no archive`, `add archive: 7d to the topic ${target}`];
  const known = Object.keys(topic.subscriptions);
  if (known.includes(to)) return undefined;
  const choice = known.length === 0 ? 'it has none yet' : known.join(', ');
  return [
    'to',
    `${target} has no subscription ${to}`,
    `name one of its subscriptions (${choice}).${didYouMean(to, known)}`,
  ];
}

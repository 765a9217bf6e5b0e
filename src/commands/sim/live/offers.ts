import type { FaultSettings } from '../../../simulator/settings/fault.ts';
import type { Scenario } from '../../../simulator/settings/scenario.ts';
import { deadLetterNames } from './links.ts';

/** A fault that the learner can let strike, at the moment that it is asked for. */
export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly fault: Pick<FaultSettings, 'what' | 'target'> & Partial<FaultSettings>;
  /** It strikes the next item that the target makes, and not at a time. */
  readonly hitsNextItem?: true;
}

const SECOND = 1_000_000;
const HALF_A_MINUTE = 30 * SECOND;
const MINUTE = 60 * SECOND;
const SLOWER = 10;

/** What can go wrong in this scenario, what teaches most first. */
export function offersFor(scenario: Scenario): Offer[] {
  const { consumers, services, producers, topics, logs } = scenario;
  const buried = deadLetterNames(scenario);
  const alive = (named: object) => Object.keys(named).filter((name) => !buried.has(name));
  const queues = alive(scenario.queues);
  return [
    ...Object.keys(consumers).flatMap((name) => [
      offer('crash', name, `crash one of ${name}, back after 30 s`, { for: HALF_A_MINUTE }),
      offer('down', name, `take all of ${name} down for 30 s`, { for: HALF_A_MINUTE }),
    ]),
    ...queues.map((name) => offer('redeliver', name, `show all in flight in ${name} again`)),
    ...Object.keys(services).flatMap((name) => [
      offer('slow', name, `make ${name} ${SLOWER} times as slow for 60 s`, {
        for: MINUTE,
        factor: SLOWER,
      }),
      offer('down', name, `take ${name} down for 30 s`, { for: HALF_A_MINUTE }),
    ]),
    ...Object.keys(logs).map((name) =>
      offer('down', name, `take one replica of ${name} away for 60 s`, { for: MINUTE }),
    ),
    ...Object.keys(producers).map((name) => ({
      ...offer('poison', name, `poison the next item of ${name}`),
      hitsNextItem: true as const,
    })),
    ...Object.keys(consumers)
      .filter((name) => !isPushedTo(scenario, name))
      .map((name) => offer('pause', name, `freeze one of ${name} for 60 s`, { for: MINUTE })),
    ...[...queues, ...alive(scenario.priorityQueues), ...Object.keys(topics)].map((name) =>
      offer('down', name, `take ${name} down for 30 s`, { for: HALF_A_MINUTE }),
    ),
  ];
}

/** The fault itself; `made` is how many items the target made so far. */
export function faultOf({ fault, hitsNextItem }: Offer, now: number, made: number): FaultSettings {
  return {
    chance: undefined,
    for: undefined,
    when: undefined,
    factor: undefined,
    by: undefined,
    at: hitsNextItem ? [] : [now],
    items: hitsNextItem ? [`${fault.target}-${made + 1}`] : [],
    ...fault,
  };
}

function offer(
  what: FaultSettings['what'],
  target: string,
  label: string,
  more: Partial<FaultSettings> = {},
): Offer {
  return { key: `${what} ${target}`, label, fault: { what, target, ...more } };
}

/** Pauses strike workers that fetch their work. */
function isPushedTo({ consumers, topics }: Scenario, name: string): boolean {
  const sources = consumers[name]?.receivesFrom ?? [];
  return sources.length === 0 || sources.some((source) => Object.hasOwn(topics, source));
}

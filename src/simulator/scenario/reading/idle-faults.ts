import type { ConsumerSettings, Step } from '../../settings/consumer.ts';
import type { FaultKind, FaultSettings } from '../../settings/fault.ts';
import { own } from './format/map.ts';
import type { ReadScenario } from './format/scenario.ts';
import type { Trouble } from './trouble.ts';

/** Something that a fault must find in its target to do anything. */
interface Need {
  readonly kinds: readonly FaultKind[];
  readonly when?: readonly FaultSettings['when'][];
  readonly needs: string;
  readonly fix: string;
  readonly met: (fault: FaultSettings, scenario: ReadScenario) => boolean;
}

const NEEDS: readonly Need[] = [
  {
    kinds: ['crash'],
    when: ['during-work'],
    needs: 'a work step',
    fix: 'give the consumer work or service, or write when: before-delete',
    met: hasStep('work'),
  },
  {
    kinds: ['crash'],
    when: ['before-effect', 'after-effect'],
    needs: 'an effect: a write, reserve, transaction, call or send step',
    fix: 'give the consumer such a step, or write when: before-delete',
    met: hasStep('write', 'reserve', 'transaction', 'call', 'send'),
  },
  {
    kinds: ['crash'],
    when: ['before-delete', 'after-delete'],
    needs: 'a delete step',
    fix: 'give the consumer one, or write when: during-work, or moments as at: 30s',
    met: hasStep('delete'),
  },
  {
    kinds: ['slow'],
    needs: 'a work step, or a service',
    fix: 'give the consumer work or service, or slow down a service that it calls',
    met: hasStep('work'),
  },
  {
    kinds: ['pause'],
    needs: 'a work step to strike by chance or items',
    fix: 'give the consumer work or service, or write moments as at: 30s',
    met: (fault, scenario) => fault.at.length > 0 || hasStep('work')(fault, scenario),
  },
  {
    kinds: ['pause'],
    needs: 'chance or items for a consumer that a topic pushes to',
    fix: 'write chance: 1/200 for at, or strike with down',
    met: (fault, scenario) => fault.at.length === 0 || !receivesFrom('topics')(fault, scenario),
  },
  {
    kinds: ['lose-response'],
    needs: 'a consumer of a queue',
    fix: 'name one, or a producer; from logs and topics nothing is received that could get lost',
    met: (fault, scenario) =>
      !receivesFrom('topics')(fault, scenario) && !receivesFrom('logs')(fault, scenario),
  },
  {
    kinds: ['poison', 'split', 'lose-response'],
    needs: 'a producer that sends to a queue, a topic or a log',
    fix: 'name one; for a service that is called write down or slow, or lower its availability',
    met: ({ target }, { producers, services }) =>
      !Object.hasOwn(services, own(producers, target)?.sendsTo ?? ''),
  },
  {
    kinds: ['skew'],
    needs: 'shedOlderThan, all that a worker reads its clock for',
    fix: 'give the consumer shedOlderThan, or remove the fault',
    met: (fault, scenario) => meets(fault, scenario, (it) => it.shedOlderThan !== undefined),
  },
  {
    kinds: ['duplicate', 'reorder'],
    needs: 'a standard queue',
    fix: 'name one: a FIFO queue keeps the order and repeats nothing',
    met: ({ target }, { queues }) => own(queues, target)?.fifo !== true,
  },
];

/** Faults that strike and change nothing. */
export function idleFaults(scenario: ReadScenario): Trouble[] {
  return scenario.faults.flatMap((fault, index) => {
    const unmet = NEEDS.find(
      ({ kinds, when, met }) =>
        kinds.includes(fault.what) && (when?.includes(fault.when) ?? true) && !met(fault, scenario),
    );
    if (!unmet) return [];
    const name = fault.when ? `${fault.what} ${fault.when}` : fault.what;
    const what = `faults.${index} would do nothing to ${fault.target}: ${name} needs ${unmet.needs}`;
    return [{ path: ['faults', index, fault.what], ofKey: false, what, fix: unmet.fix }];
  });
}

/** Whether the target, if it is a consumer, is one like this. */
function meets(
  { target }: FaultSettings,
  { consumers }: ReadScenario,
  isLikeThis: (consumer: ConsumerSettings) => boolean,
): boolean {
  const consumer = own(consumers, target);
  return consumer === undefined || isLikeThis(consumer);
}

function hasStep(...kinds: readonly Step['kind'][]): Need['met'] {
  return (fault, scenario) =>
    meets(fault, scenario, ({ steps }) => steps.some(({ kind }) => kinds.includes(kind)));
}

function receivesFrom(section: 'topics' | 'logs'): Need['met'] {
  return ({ target }, scenario) =>
    own(scenario.consumers, target)?.receivesFrom.some((from) =>
      Object.hasOwn(scenario[section], from),
    ) ?? false;
}

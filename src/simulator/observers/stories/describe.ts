import type { OperatorActed, SimulationEvent } from '../../events/index.ts';
import { formatMetric } from '../metrics/format.ts';
import { type Clock, clockFor } from './clock.ts';

type Kind = SimulationEvent['kind'];
type Words = {
  readonly [K in Kind]: (event: Extract<SimulationEvent, { kind: K }>, clock: Clock) => string;
};

/** What an event is, in plain words, without its time. */
export function describe(event: SimulationEvent, clock: Clock = clockFor(0)): string {
  const words = WORDS[event.kind] as (event: SimulationEvent, clock: Clock) => string;
  return words(event, clock);
}

/** The events of one item as lines with times. Calls that are only billed say nothing of it. */
export function timeline(events: readonly SimulationEvent[], clock: Clock): string[] {
  return events
    .filter(({ kind }) => kind !== 'queue-request' && kind !== 'topic-request')
    .map((event) => `${clock(event.at)}  ${describe(event, clock)}`);
}

const many = (number: number, one: string) =>
  `${formatMetric(number, 'count')} ${one}${number === 1 ? '' : 's'}`;
const span = (micros: number) => formatMetric(micros, 'duration');
const how = (because: string) => because.replaceAll('-', ' ');

const CHANGES = { write: 'writes', claim: 'claims', record: 'notes' } as const;

const WORDS: Words = {
  sent: ({ at, by, trace, queue, visibleAt }, clock) =>
    `${by || 'somebody'} sends ${trace || 'a message'} to ${queue}${visibleAt > at ? `, delayed until ${clock(visibleAt)}` : ''}`,
  deduplicated: ({ by, trace, queue }) =>
    `${by || 'somebody'} sends ${trace || 'a message'} to ${queue}, which takes it for a repetition and adds nothing`,
  appeared: ({ trace, queue, because }) =>
    ({
      'delay-over': `the delay of ${trace} is over: it can be received from ${queue}`,
      'visibility-timeout': `the visibility timeout of ${trace} runs out: it is visible in ${queue} again`,
      released: `${trace} is given back: it is visible in ${queue} again`,
    })[because],
  received: ({ by, trace, queue, receiveCount, hiddenUntil, copy }, clock) =>
    `${by || 'somebody'} receives ${copy ? 'one more copy of ' : ''}${trace} from ${queue}${receiveCount > 1 ? ` (receive ${receiveCount})` : ''}${hiddenUntil === Number.MAX_SAFE_INTEGER ? '' : `; hidden until ${clock(hiddenUntil)}`}`,
  deleted: ({ by, trace, queue }) => `${by || 'somebody'} deletes ${trace} from ${queue}`,
  'delete-ineffective': ({ by, trace, queue, refused }) =>
    `${by || 'somebody'} tries to delete ${trace} from ${queue} with an old handle: ${refused ? 'refused' : 'nothing happens'}`,
  'visibility-changed': ({ by, trace, hiddenUntil }, clock) =>
    `${by || 'somebody'} moves the deadline of ${trace}: hidden until ${clock(hiddenUntil)}`,
  'dead-lettered': ({ trace, queue, to, receiveCount }) =>
    `${trace} has been received ${many(receiveCount, 'time')}: ${queue} moves it to ${to}`,
  redriven: ({ trace, queue, to }) => `a move task takes ${trace} out of ${queue} for ${to}`,
  expired: ({ trace, queue, receiveCount }) =>
    `${trace} is too old for ${queue} and is dropped${receiveCount === 0 ? '; nobody ever received it' : ''}`,
  purged: ({ trace, queue }) => `${queue} is purged, and ${trace} with it`,
  'queue-request': ({ by, action, queue, messages, refused }) =>
    `${by || 'somebody'} calls ${action} on ${queue}: ${refused ?? many(messages, 'message')}`,
  published: ({ by, trace, topic, deliveries }) =>
    `${by || 'somebody'} publishes ${trace} to ${topic}, for ${many(deliveries, 'subscription')}`,
  'publish-deduplicated': ({ by, trace, topic }) =>
    `${by || 'somebody'} publishes ${trace} to ${topic}, which takes it for a repetition and delivers nothing`,
  'filtered-out': ({ trace, subscription, why }) =>
    `${subscription} doesn't get ${trace}, because ${why}`,
  'delivery-attempted': ({ topic, trace, subscription, attempt, outcome, retryAt }, clock) =>
    outcome === 'delivered'
      ? `${topic} delivers ${trace} to ${subscription}${attempt > 1 ? ` at attempt ${attempt}` : ''}`
      : `${topic} fails to deliver ${trace} to ${subscription} (attempt ${attempt}, ${how(outcome)})${retryAt === undefined ? '' : `; next try at ${clock(retryAt)}`}`,
  'delivery-given-up': ({ topic, trace, subscription, attempts, deadLetterQueue }) =>
    `${topic} gives up delivering ${trace} to ${subscription} after ${many(attempts, 'attempt')}: ${deadLetterQueue === undefined ? 'it is dropped' : `it goes to ${deadLetterQueue}`}`,
  replayed: ({ topic, trace, subscription }) =>
    `${topic} sends ${trace} from its archive to ${subscription} again`,
  'topic-request': ({ by, action, topic, refused }) =>
    `${by || 'somebody'} calls ${action} on ${topic}${refused === undefined ? '' : `: ${refused}`}`,
  appended: ({ by, trace, log, partition, offset }) =>
    `${by || 'somebody'} appends ${trace} to ${log}, partition ${partition}, offset ${offset}`,
  'append-refused': ({ by, trace, log, code }) =>
    `${log} refuses ${trace} of ${by || 'somebody'}: ${code}`,
  'append-deduplicated': ({ by, trace, log, offset }) =>
    `${by || 'somebody'} appends ${trace} again; ${log} has it already, at offset ${offset}`,
  'transaction-ended': ({ producer, outcome }) => `the transaction of ${producer} is ${outcome}`,
  'records-deleted': ({ log, partition, logStartOffset, because }) =>
    `${log} drops the records of partition ${partition} before offset ${logStartOffset}: their ${because} is beyond log retention`,
  'brokers-changed': ({ log, inSyncReplicas }) =>
    `${log} has ${many(inSyncReplicas, 'replica')} in sync`,
  fetched: ({ member, log, partition, from, to }) =>
    `${member} reads ${log}, partition ${partition}, offsets ${from} to ${to - 1}`,
  committed: ({ member, log, partition, committedOffset }) =>
    `${member} commits ${log}, partition ${partition}, up to offset ${committedOffset}`,
  'rebalance-started': ({ group, because }) =>
    `${group} starts to share out its partitions anew (${how(because)})`,
  'rebalance-ended': ({ group }) => `${group} has shared out its partitions`,
  'partitions-assigned': ({ member, log, partitions }) =>
    `${member} gets ${partitionWords(partitions)} of ${log}`,
  'partitions-revoked': ({ member, log, partitions, lost }) =>
    lost
      ? `${member} loses ${partitionWords(partitions)} of ${log} without knowing it`
      : `${member} gives back ${partitionWords(partitions)} of ${log}`,
  'member-left': ({ member, group, because }) => `${member} is out of ${group} (${how(because)})`,
  'offset-reset': ({ group, log, partition, to, because }) =>
    `${group} goes on at offset ${to} of ${log}, partition ${partition} (${because})`,
  'record-acquired': ({ member, trace, log, deliveryCount, lockedUntil }, clock) =>
    `${member} locks ${trace} of ${log} (delivery ${deliveryCount}) until ${clock(lockedUntil)}`,
  'record-settled': ({ member, trace, outcome }) => `${trace} is ${how(outcome)} for ${member}`,
  produced: ({ producer, trace, to }) => `${producer} makes ${trace} for ${to}`,
  'produce-failed': ({ producer, trace, code, attempts }) =>
    code === 'shed'
      ? `${producer} turns ${trace} away at the door: too much is waiting`
      : `${producer} gives up on ${trace} after ${many(attempts, 'attempt')}: ${how(code)}`,
  'work-started': ({ worker, trace, attempt }) =>
    `${worker} starts on ${trace}${attempt > 1 ? ` (delivery ${attempt})` : ''}`,
  'work-ended': ({ at, worker, trace, outcome, why, startedAt }) =>
    ({
      done: `${worker} is done with ${trace} after ${span(at - startedAt)}`,
      skipped:
        why === ''
          ? `${worker} finds ${trace} done already and skips it`
          : `${worker} is through with ${trace}: ${why}`,
      failed: `${worker} fails on ${trace}: ${why}`,
      crashed: `${worker} dies while it works on ${trace}`,
      shed: `${worker} throws ${trace} away: ${why || 'too old'}`,
      stopped: `${worker} is stopped while it works on ${trace}`,
    })[outcome],
  'step-ended': ({ worker, step, on, trace }) =>
    `${worker} ends the step ${step}${on === '' ? '' : ` on ${on}`} for ${trace}`,
  effect: ({ worker, operation, store, key, trace, outcome, left }) => {
    const stock = left === undefined ? '' : `; ${left} left`;
    if (outcome === 'refused')
      return operation === 'reserve'
        ? `${worker} finds ${key} in ${store} sold out for ${trace}`
        : `${worker} finds ${trace} in ${store} already`;
    return operation === 'reserve'
      ? `${worker} takes one ${key} from ${store} for ${trace}${stock}`
      : `${worker} ${CHANGES[operation]} ${trace} in ${store}`;
  },
  'call-ended': ({ at, caller, service, outcome, startedAt, waited }) =>
    outcome === 'timeout'
      ? `${caller} waits ${span(at - startedAt)} for ${service} and hangs up${waited > 0 ? ` (${span(waited)} of it in line)` : ''}`
      : `${service} answers ${caller} after ${span(at - startedAt)}: ${how(outcome)}${waited > 0 ? ` (${span(waited)} of it in line)` : ''}`,
  'call-wasted': ({ service, caller, trace }) =>
    `${service} is through with ${trace} for ${caller}, who had hung up`,
  'worker-state': ({ worker, state }) =>
    ({
      starting: `${worker} is starting`,
      idle: `${worker} waits for work`,
      busy: `${worker} is at work`,
      paused: `${worker} stands still and doesn't know it`,
      down: `${worker} is down`,
      gone: `${worker} is gone`,
    })[state],
  scaled: ({ consumer, from, to, backlogPerWorker }) =>
    `${consumer} goes from ${from} to ${many(to, 'worker')}: ${formatMetric(backlogPerWorker, 'count')} waiting for each`,
  'breaker-state': ({ owner, service, state }) =>
    `the circuit breaker of ${owner} for ${service} is ${how(state)}`,
  'fault-fired': ({ target, what, trace }) =>
    `fault: ${trace !== '' && what.includes('processed') ? trace : target} ${what}`,
  'operator-acted': (event, clock) => `the operator ${actionWords(event, clock)}`,
  'alarm-state': ({ alarm, state }) =>
    state === 'alarm' ? `the alarm ${alarm} rings` : `the alarm ${alarm} is over`,
};

function actionWords(event: OperatorActed, clock: Clock): string {
  const { action, target, to, from, messages = 0, refused } = event;
  if (refused !== undefined) return `wants to ${action} ${target} and is refused: ${refused}`;
  return {
    redrive: `begins to move ${many(messages, 'message')} from ${target} ${to === undefined ? 'back to where they came from' : `to ${to}`}`,
    replay: `lets ${target} send ${to} again what was published since ${clock(from ?? 0)}`,
    purge: `purges ${target} of ${many(messages, 'message')}`,
  }[action];
}

function partitionWords(partitions: readonly number[]): string {
  return `partition${partitions.length === 1 ? '' : 's'} ${partitions.join(', ')}`;
}

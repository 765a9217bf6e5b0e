import type { ProduceFailed, SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { formatMetric } from '../metrics/format.ts';
import { AGAIN, outlived } from './again-reasons.ts';
import { type Find, isCrash, isFailure, struck, when } from './evidence.ts';
import { LOST } from './lost-reasons.ts';
import type { Reason } from './reason.ts';

type Events = readonly SimulationEvent[];

/** The first reason that the events of one item are evidence of, for this kind of failure. */
export function reasonFor(
  kind: string,
  events: readonly SimulationEvent[],
  scenario: Scenario,
): Reason | undefined {
  for (const find of FINDERS[kind] ?? []) {
    const reason = find(events, scenario);
    if (reason) return reason;
  }
  return undefined;
}

/** Whether it is about something that came or happened more than once. */
export function isAgain(kind: string): boolean {
  return FINDERS[kind]?.includes(outlived) ?? false;
}

const failure: Find = (events, { consumers }) => {
  const failures = events.filter(isFailure);
  const failed = failures[0];
  if (failed?.kind !== 'work-ended') return undefined;
  const isRecord = events.some(({ kind }) => kind === 'appended');
  const times = failures.length === 1 ? 'once' : `${formatMetric(failures.length, 'count')} times`;
  return {
    why: `The work failed ${times}: ${failed.why}.${isRecord && failures.length > 1 ? ' Everything behind it in its partition waits meanwhile.' : ''}`,
    help:
      consumers[failed.consumer]?.group?.commit === 'transaction'
        ? 'A group with commit: transaction can’t put a record aside. Write commit: after with skipAfter and deadLetters, and make what it sends harmless when it comes twice.'
        : isRecord
          ? 'Let the group put a record aside after some attempts (skipAfter, with deadLetters).'
          : 'Put aside what fails again and again: a dead-letter queue with a maxReceiveCount, and an alarm on it.',
  };
};

/** FIFO-13: a FIFO queue takes 300 calls of a kind in a second, unless its groups have a limit each. */
function limitOf(place: string, { queues }: Scenario): string {
  const queue = queues[place];
  return queue?.fifo && queue.fifoThroughputLimit === 'perQueue'
    ? ' (300 calls a second of each kind)'
    : ' in a second';
}

/** Its calls were still in line when their caller stopped waiting. */
function hungUp({ code, to }: ProduceFailed, events: Events): Reason | undefined {
  const stuck = events.filter(
    (event) =>
      event.kind === 'call-ended' &&
      event.outcome === 'timeout' &&
      event.waited === event.at - event.startedAt,
  ).length;
  if (code !== 'timeout' || stuck === 0) return undefined;
  return {
    why: `${stuck === 1 ? 'A call' : `${stuck} calls`} for it never got out of the line at ${to} before the caller hung up. Such a call stays in line and is worked on for nobody, so the next one waits even longer.`,
    help: 'A circuit breaker at the caller, which lets the line empty, or a bounded line at the service (queueLimit). Pauses between attempts alone don’t empty it.',
  };
}

function tooFewReplicas(
  { code, to, attempts }: ProduceFailed,
  events: Events,
  { logs }: Scenario,
): Reason | undefined {
  const log = logs[to];
  const change = events.findLast(({ kind }) => kind === 'brokers-changed');
  if (!code.startsWith('NOT_ENOUGH') || !log || change?.kind !== 'brokers-changed')
    return undefined;
  const [all, down] = [log.replicationFactor, log.replicationFactor - change.inSyncReplicas];
  return {
    why: `${down} of ${all} brokers were down. With acks=all ${to} takes records only while ${log.minInsyncReplicas} are in sync, so its producer gave up after ${attempts === 1 ? 'one attempt' : `${attempts} attempts`} (${code}).`,
    help: 'Let producers try for longer than an outage lasts, or keep more replicas; fewer in sync (minInsyncReplicas) risks losing records.',
  };
}

const rejection: Find = (events, scenario) => {
  const given = events.find(({ kind }) => kind === 'produce-failed');
  if (given?.kind !== 'produce-failed') return undefined;
  if (given.code === 'shed')
    return {
      why: 'Its producer turned it away, because more was waiting than it lets wait.',
      help: 'That keeps the others fast. To take more, add workers, or let more wait.',
    };
  if (given.code.startsWith('Throttl'))
    return {
      why: `More calls were made than ${given.to} takes${limitOf(given.to, scenario)}, so it refused some (${given.code}), and the producer gave up.`,
      help: 'Send in batches of up to 10, try again with growing pauses and jitter, or spread the load over more groups or queues.',
    };
  const unheard = hungUp(given, events) ?? tooFewReplicas(given, events, scenario);
  if (unheard) return unheard;
  const outage = events.find(
    (event) => event.kind === 'fault-fired' && /down|broker/.test(event.what),
  );
  const after =
    outage?.kind === 'fault-fired'
      ? ` while ${outage.target} ${outage.what.replace(/^is/, 'was')}`
      : '';
  return {
    why: `Its producer gave up after ${given.attempts === 1 ? 'one attempt' : `${given.attempts} attempts`}: ${given.code.replaceAll('-', ' ')}${after}.`,
    help: 'Try again with growing pauses and jitter, send in batches, or put a queue in between.',
  };
};

const FINDERS: Readonly<Record<string, readonly Find[]>> = {
  duplicates: AGAIN,
  repeated: AGAIN,
  redeliveries: AGAIN,
  staleDeletes: AGAIN,
  reprocessed: AGAIN,
  lost: LOST,
  expired: LOST,
  filteredOut: LOST,
  dropped: LOST,
  givenUp: LOST,
  deadLettered: [
    when(
      struck('can never be processed'),
      'It can never be processed, so every attempt failed; the dead-letter queue keeps it for people to look at.',
      'Find out why it fails, mend that, and move it back with a redrive.',
    ),
    when(
      ({ kind }) => kind === 'delivery-given-up',
      'The subscriber did not take it before the last attempt.',
      'Bring the subscriber back and move the messages from the dead-letter queue, or put a queue in front of it.',
    ),
    when(
      isCrash,
      'Its deliveries were used up by workers that died, not by a message that can’t be processed: a receive counts even when nobody finishes it.',
      'Allow more receives before a message is put aside (maxReceiveCount), and redrive only to workers that can repeat an effect.',
    ),
    when(
      isFailure,
      'Every attempt failed, so the message was put aside for people to look at.',
      'Find out why it fails, mend that, and move it back with a redrive.',
    ),
    ...AGAIN,
  ],
  waiting: [failure],
  failed: [failure],
  orderViolations: [
    when(
      isCrash,
      'The worker of the older one died, and while it was hidden the younger one was done.',
      'Where order matters, use a FIFO queue: it holds the group until the older one is done.',
    ),
    outlived,
    when(
      isFailure,
      'The older one failed and was tried again after the younger one was done.',
      'Where order matters, stop the group at the failure: a FIFO queue does.',
    ),
    () => ({
      why: 'Both were handed out to different workers at the same time, and the younger one was done first.',
      help: 'Use a FIFO queue with the group as message group id, or a log with the group as key.',
    }),
  ],
  rejected: [rejection],
  shed: [
    rejection,
    when(
      (event) => event.kind === 'work-ended' && event.outcome === 'shed',
      'It was older than its worker still takes on when its turn came.',
      'That keeps the others fast. To finish more of them in time, add workers.',
    ),
  ],
  latency: AGAIN,
};

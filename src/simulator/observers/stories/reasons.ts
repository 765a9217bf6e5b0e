import type { SimulationEvent } from '../../events/index.ts';
import { formatMetric } from '../metrics/format.ts';
import { AGAIN, outlived } from './again-reasons.ts';
import { type Find, isCrash, isFailure, struck, when } from './evidence.ts';
import { LOST } from './lost-reasons.ts';
import type { Reason } from './reason.ts';

/** The first reason that the events of one item are evidence of, for this kind of failure. */
export function reasonFor(kind: string, events: readonly SimulationEvent[]): Reason | undefined {
  for (const find of FINDERS[kind] ?? []) {
    const reason = find(events);
    if (reason) return reason;
  }
  return undefined;
}

const failure: Find = (events) => {
  const failures = events.filter(isFailure);
  const failed = failures[0];
  if (failed?.kind !== 'work-ended') return undefined;
  const isRecord = events.some(({ kind }) => kind === 'appended');
  const times = failures.length === 1 ? 'once' : `${formatMetric(failures.length, 'count')} times`;
  return {
    why: `The work failed ${times}: ${failed.why}.${isRecord && failures.length > 1 ? ' Everything behind it in its partition waits meanwhile.' : ''}`,
    help: isRecord
      ? 'Let the group put a record aside after some attempts (skipAfter, with deadLetters).'
      : 'Put aside what fails again and again: a dead-letter queue with a maxReceiveCount, and an alarm on it.',
  };
};

const rejection: Find = (events) => {
  const given = events.find(({ kind }) => kind === 'produce-failed');
  if (given?.kind !== 'produce-failed') return undefined;
  if (given.code === 'shed')
    return {
      why: 'Its producer turned it away, because more was waiting than it lets wait.',
      help: 'That keeps the others fast. To take more, add workers, or let more wait.',
    };
  if (given.code.startsWith('Throttl'))
    return {
      why: `More calls were made than ${given.to} takes in a second, so it refused some (${given.code}), and the producer gave up.`,
      help: 'Send in batches of up to 10, try again with growing pauses and jitter, or spread the load over more groups or queues.',
    };
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

import type { SimulationEvent } from '../../events/index.ts';
import { formatMetric } from '../metrics/format.ts';
import type { Reason } from './reason.ts';

type Events = readonly SimulationEvent[];
type Find = (events: Events) => Reason | undefined;

/** The first reason that the events of one item are evidence of, for this kind of failure. */
export function reasonFor(kind: string, events: Events): Reason | undefined {
  for (const find of FINDERS[kind] ?? []) {
    const reason = find(events);
    if (reason) return reason;
  }
  return undefined;
}

/** A reason that one kind of event is proof enough of. */
function when(is: (event: SimulationEvent) => boolean, why: string, help: string): Find {
  return (events) => (events.some(is) ? { why, help } : undefined);
}

/** A reason that needs one event after another. */
function whenBoth(
  first: (event: SimulationEvent) => boolean,
  then: (event: SimulationEvent) => boolean,
  why: string,
  help: string,
): Find {
  return (events) => {
    const place = events.findIndex(first);
    return place >= 0 && events.slice(place + 1).some(then) ? { why, help } : undefined;
  };
}

const isCrash = (event: SimulationEvent) =>
  (event.kind === 'work-ended' && event.outcome === 'crashed') ||
  (event.kind === 'fault-fired' && event.what.startsWith('crashes'));
const isFailure = (event: SimulationEvent) =>
  event.kind === 'work-ended' && event.outcome === 'failed';
const isEffect = (event: SimulationEvent) =>
  event.kind === 'effect' &&
  event.outcome === 'applied' &&
  (event.operation === 'write' || event.operation === 'reserve');
const isTimeout = (event: SimulationEvent) =>
  event.kind === 'appeared' && event.because === 'visibility-timeout';
const isAcknowledged = (event: SimulationEvent) => event.kind === 'deleted';
const struck = (what: string) => (event: SimulationEvent) =>
  event.kind === 'fault-fired' && event.what.includes(what);

/** The visibility timeout was over while the worker went on: nobody had died or failed, and no answer was lost. */
const outlived: Find = (events) =>
  events.some(isTimeout) &&
  !events.some((event) => isCrash(event) || isFailure(event) || event.kind === 'fault-fired')
    ? {
        why: 'The work took longer than the visibility timeout, so the queue showed the message again while somebody was still at work on it.',
        help: 'A longer visibility timeout than the slowest work takes, or a heartbeat that extends it; and an effect that is safe to repeat.',
      }
    : undefined;

const sentAgain: Find = (events) => {
  const sends = events.filter(({ kind }) => kind === 'sent' || kind === 'appended');
  if (sends.length < 2) return undefined;
  const lost = events.some(struck('hear the broker'));
  return {
    why: `The item was sent ${sends.length} times${lost ? ', because the answer to a send that had arrived got lost' : ''}: each send made a message of its own.`,
    help: 'A deduplication id (FIFO queue) or an idempotent producer (log) stops repeated sends; an effect that is safe to repeat stops the rest.',
  };
};

const AGAIN: readonly Find[] = [
  sentAgain,
  whenBoth(
    isEffect,
    isCrash,
    'The worker died after the effect and before the delete, so the message came back and the next worker did it all again.',
    'Write the effect and a note of the item’s id in one transaction, and skip an item whose note is there.',
  ),
  when(
    isCrash,
    'A worker died with the message in its hands; it stayed hidden until the visibility timeout was over and then came back.',
    'Nothing is wrong with that: make sure that the effect is safe to repeat, and allow some deliveries before the dead-letter queue.',
  ),
  when(
    struck('hear the broker'),
    'The broker did what it was asked, but its answer got lost, so it was asked again.',
    'Make the effect safe to repeat: note the item’s id with it, and skip an item whose note is there.',
  ),
  when(
    struck('stands still'),
    'The worker stood still for longer than the visibility timeout, the message was given to another, and then the first went on.',
    'Make the effect safe to repeat; no timeout is long enough for every pause.',
  ),
  when(
    struck('in flight again'),
    'Everything in flight was shown again, so items that were being worked on were handed out once more.',
    'Make the effect safe to repeat: note the item’s id with it, and skip an item whose note is there.',
  ),
  outlived,
  when(
    (event) => event.kind === 'received' && event.copy,
    'The queue handed out the message twice, which a standard queue may do: delivery is at least once, even when everyone behaves.',
    'Make the effect safe to repeat: note the item’s id in the same transaction, where the database refuses a second note.',
  ),
  when(
    (event) => event.kind === 'offset-reset' && event.because === 'replay',
    'The group was set back to an older position and read the records again.',
    'Before a replay, make sure that the effect is safe to repeat.',
  ),
  when(
    (event) => event.kind === 'partitions-revoked' || event.kind === 'member-left',
    'The partition changed hands before the position was committed, so the next member read the record again.',
    'Make the effect safe to repeat; commit soon after the work, so that less is repeated.',
  ),
  whenBoth(
    isEffect,
    isFailure,
    'The work failed after its effect had been made, and the next attempt made it again.',
    'Make the effect the last thing that can fail, or safe to repeat.',
  ),
  when(
    isFailure,
    'The work failed, so the message was not deleted and came back.',
    'Find out why it fails; put aside what fails again and again.',
  ),
];

const LOST: readonly Find[] = [
  (events) => {
    const missed = events.find((event) => event.kind === 'filtered-out');
    return missed?.kind === 'filtered-out'
      ? {
          why: `The filter policy of ${missed.subscription} kept it away. Nobody is told of that: to its sender the publish went well.`,
          help: 'Check the policy against a real message: it looks at the attributes unless its scope is the body.',
        }
      : undefined;
  },
  when(
    (event) => event.kind === 'delivery-given-up' && event.deadLetterQueue === undefined,
    'The topic gave up after its last attempt, and the subscription has no dead-letter queue.',
    'Put a queue between the topic and the subscriber, or give the subscription a dead-letter queue.',
  ),
  whenBoth(
    ({ kind }) => kind === 'dead-lettered',
    ({ kind }) => kind === 'expired',
    'It was put aside in the dead-letter queue, where its clock ran on from the first send, and nobody looked in time.',
    'Keep dead letters for longer than the queue keeps messages, and set an alarm when the first one arrives.',
  ),
  whenBoth(
    isFailure,
    ({ kind }) => kind === 'expired',
    'It failed at every attempt and nothing took it out of the way, so it came back until it was too old.',
    'Give the queue a dead-letter queue and a maxReceiveCount, and set an alarm on it.',
  ),
  when(
    ({ kind }) => kind === 'expired',
    'It waited for longer than the queue keeps messages.',
    'Keep messages for longer, add workers, and set an alarm on the age of the oldest message.',
  ),
  when(
    ({ kind }) => kind === 'purged',
    'The queue was purged with the message in it.',
    'Move messages aside instead of purging a queue that is in use.',
  ),
  when(
    ({ kind }) => kind === 'deduplicated' || kind === 'publish-deduplicated',
    'It was taken for a repetition of another item that has the same deduplication id.',
    'Make the deduplication id from what makes an item unique.',
  ),
  when(
    (event) => event.kind === 'work-ended' && event.outcome === 'skipped',
    'It was noted as done before it was done; the next worker believed the note and skipped it.',
    'Write the note and the effect in one transaction, or the note after the effect.',
  ),
  whenBoth(
    isAcknowledged,
    isCrash,
    'The message was deleted before the work was done, and then the worker died: nobody has it any more.',
    'Delete the message after the work. Then a crash only makes it come back.',
  ),
  whenBoth(
    ({ kind }) => kind === 'appended',
    isCrash,
    'The worker died at work on a record whose position had been committed already: nobody will read it again.',
    'Commit after the work. Then a crash only makes some records come twice.',
  ),
  when(
    ({ kind }) => kind === 'offset-reset' || kind === 'records-deleted',
    'The group never read it: its position was set past the record, or the log kept it too short.',
    'Start at earliest, keep records for longer, and watch the lag.',
  ),
  when(
    isFailure,
    'The work failed, and the message was given up all the same.',
    'Keep what fails: a dead-letter queue, or a log for dead letters.',
  ),
];

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

import {
  type Find,
  isCrash,
  isEffect,
  isFailure,
  isTimeout,
  struck,
  when,
  whenBoth,
} from './evidence.ts';

/** The visibility timeout was over while the worker went on: nobody had died or failed, and no answer was lost. */
export const outlived: Find = (events) =>
  events.some(isTimeout) &&
  !events.some((event) => isCrash(event) || isFailure(event) || event.kind === 'fault-fired')
    ? {
        why: 'The work took longer than the visibility timeout, so the queue showed the message again while somebody was still at work on it.',
        help: 'A longer visibility timeout than the slowest work takes, or a heartbeat that extends it; and an effect that is safe to repeat.',
      }
    : undefined;

/** Who was through with it didn’t delete it. */
const kept: Find = (events) => {
  const end = events.findIndex(
    (event) => event.kind === 'work-ended' && /^(done|skipped)$/.test(event.outcome),
  );
  const isDeleted = events.some(({ kind }) => /^delete(d|-ineffective)$/.test(kind));
  return end >= 0 && !isDeleted && events.slice(end).some(isTimeout)
    ? {
        why: 'The work came to its end and the message was not deleted, so the queue showed it again.',
        help: 'Delete the message when the work is done: returning says nothing to the queue.',
      }
    : undefined;
};

/** By its producer; what a worker sends on, a topic delivers or a move task puts back is no repetition. */
const sentAgain: Find = (events) => {
  const sends = events.filter(
    (event) =>
      (event.kind === 'sent' || event.kind === 'appended' || event.kind === 'published') &&
      event.trace.startsWith(`${event.by}-`),
  );
  if (sends.length < 2) return undefined;
  const lost = events.some(struck('hear the broker'));
  return {
    why: `The item was sent ${sends.length} times${lost ? ', because the answer to a send that had arrived got lost' : ''}: each send made a message of its own.`,
    help: 'A deduplication id (FIFO queue) or an idempotent producer (log) stops repeated sends; an effect that is safe to repeat stops the rest.',
  };
};

/** Why a message came more than once, or its effect was made more than once. */
export const AGAIN: readonly Find[] = [
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
  kept,
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

import type { SimulationEvent } from '../../events/index.ts';
import {
  type Find,
  isAcknowledged,
  isCrash,
  isEffect,
  isFailure,
  isIdle,
  isRefused,
  when,
  whenBoth,
} from './evidence.ts';
import type { Reason } from './reason.ts';

/** Its handler came to an end as if all were well, and had done nothing. */
function shrugged(events: readonly SimulationEvent[]): Reason | undefined {
  if (!events.some(isRefused))
    return {
      why: 'The handler came to its end as if all were well, and what it is there for was not done: an error was swallowed, something was started and not awaited, or the item was taken for one that is done.',
      help: 'Await what you start, let what goes wrong out of the handler, and say that it is done only after the effect.',
    };
  if (events.some((event) => isCrash(event) || isFailure(event))) return undefined;
  return {
    why: 'A change was refused for what another item had written there meanwhile, and the handler came to its end as if all were well.',
    help: 'Make a key from what makes an item unique, and look at the answer of a conditional change: who loses a race reads again and tries again.',
  };
}

/** Why nobody worked an item off and nobody has it any more. */
export const LOST: readonly Find[] = [
  (events) => {
    const missed = events.find((event) => event.kind === 'filtered-out');
    return missed?.kind === 'filtered-out'
      ? {
          why: `The filter policy of ${missed.subscription} kept it away: ${missed.why.includes('attributes lack') ? 'it looks at attributes, and they have none of that name' : 'what it wants isn’t what the message has'}. Nobody is told of that: to its sender the publish went well.`,
          help: 'Check the policy against a real message: it looks at the attributes unless its scope is the body.',
        }
      : undefined;
  },
  (events) => {
    const written = events.findIndex(isEffect);
    const after = events.slice(written + 1);
    return written >= 0 &&
      after.some(isCrash) &&
      after.some(({ kind }) => kind === 'delivery-given-up')
      ? {
          why: 'It was written down, and the worker died before it passed it on. Both were to happen, one did, and nobody asks again.',
          help: 'Make one write of the two: note what is to be sent in the same transaction (an outbox), and let a relay send it.',
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
    'It was put aside in the dead-letter queue, where its age still counts from the first send (STD-12), so it became too old there before anybody looked.',
    'Keep messages in the dead-letter queue for longer than in the queue before it, and set an alarm when the first one arrives.',
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
  (events) => (events.some(isIdle) ? shrugged(events) : undefined),
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

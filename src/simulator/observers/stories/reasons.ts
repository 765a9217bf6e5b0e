import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { formatMetric } from '../metrics/format.ts';
import type { Report } from '../metrics/report.ts';

/** Why a check failed, and what would help: one line each. */
export interface Reason {
  readonly why: string;
  readonly help: string;
}

/** What a reason is looked for in: what happened to one item, and the numbers of the run. */
export interface Evidence {
  readonly events: readonly SimulationEvent[];
  readonly scenario: Scenario;
  readonly report: Report;
}

type Find = (evidence: Evidence) => Reason | undefined;

/** The first reason that the evidence supports, for this kind of failure. */
export function reasonFor(kind: string, evidence: Evidence): Reason | undefined {
  for (const find of FINDERS[kind] ?? LOAD) {
    const reason = find(evidence);
    if (reason) return reason;
  }
  return undefined;
}

/** A reason that one kind of event is proof enough of. */
function when(is: (event: SimulationEvent) => boolean, why: string, help: string): Find {
  return ({ events }) => (events.some(is) ? { why, help } : undefined);
}

const crashed = (event: SimulationEvent) =>
  event.kind === 'work-ended' && event.outcome === 'crashed';

const outlived = when(
  (event) => event.kind === 'appeared' && event.because === 'visibility-timeout',
  'The message came back before anyone had deleted it: the visibility timeout was over first.',
  'Give it a longer visibility timeout than the slowest work takes, or a heartbeat; and make the effect safe to repeat.',
);

const crashedBeforeDelete: Find = ({ events }) =>
  events.some(crashed)
    ? {
        why: 'The worker died after the effect and before the delete, so the message was handed out again.',
        help: 'Write the effect and a record of it in one transaction, and skip what is recorded.',
      }
    : undefined;

const DUPLICATES: readonly Find[] = [
  crashedBeforeDelete,
  outlived,
  when(
    (event) => event.kind === 'received' && event.copy,
    'The queue handed out a copy: delivery is at least once, even when everyone behaves.',
    'Make the effect safe to repeat: claim the item with a conditional write first.',
  ),
  when(
    (event) => event.kind === 'partitions-revoked' || event.kind === 'offset-reset',
    'The records were read again: their offsets were not committed when the partition changed hands or went back.',
    'Make the effect safe to repeat; commit right after the work to repeat less.',
  ),
  ({ events }) =>
    events.filter(({ kind }) => kind === 'sent' || kind === 'appended').length > 1
      ? {
          why: 'The item was sent more than once: its sender repeated what had arrived already.',
          help: 'Give it a deduplication id (FIFO) or an idempotent producer; and make the effect safe to repeat.',
        }
      : undefined,
];

const LOST: readonly Find[] = [
  when(
    (event) => event.kind === 'filtered-out',
    'No subscription wanted it: the filter policy matched nothing, and nobody is told of that.',
    'Check the filter policy against a real message: its scope is the attributes unless it says the body.',
  ),
  when(
    (event) => event.kind === 'delivery-given-up' && event.deadLetterQueue === undefined,
    'The topic gave up after its last attempt, and the subscription has no dead-letter queue.',
    'Put a queue between topic and subscriber, or give the subscription a dead-letter queue.',
  ),
  when(
    (event) => event.kind === 'expired',
    'It waited for longer than the queue keeps messages.',
    'Keep messages for longer, add workers, and set an alarm on the age of the oldest message.',
  ),
  when(
    (event) => event.kind === 'purged',
    'The queue was purged with the message in it.',
    'Move messages aside instead of purging a queue that is in use.',
  ),
  when(
    (event) => event.kind === 'deduplicated' || event.kind === 'publish-deduplicated',
    'It was taken for a repetition of another item that has the same deduplication id.',
    'Make the deduplication id from what makes an item unique.',
  ),
  when(
    (event) => event.kind === 'work-ended' && event.outcome === 'skipped',
    'It was recorded as done before it was done; who tried again believed the record.',
    'Record and effect belong in one transaction, or the record after the effect.',
  ),
  when(
    crashed,
    'It was acknowledged before the work was done, and then the worker died.',
    'Delete the message, or commit its offset, after the work: at least once instead of at most once.',
  ),
  when(
    (event) => event.kind === 'offset-reset' || event.kind === 'records-deleted',
    'The group never read it: its position was set past the record, or the log kept it too short.',
    'Start at earliest, keep records for longer, and watch the lag.',
  ),
  when(
    (event) => event.kind === 'work-ended' && event.outcome === 'failed',
    'The work failed and the message was given up all the same.',
    'Keep what fails: a dead-letter queue, or a topic for dead letters.',
  ),
];

/** Where the time goes, from the numbers of the run. */
const LOAD: readonly Find[] = [
  ({ report }) => {
    const busy = Object.entries(report.services).find(
      ([, { utilisation }]) => (utilisation ?? 0) > 0.95,
    );
    if (!busy) return undefined;
    const [name, { utilisation }] = busy;
    return {
      why: `${name} is the bottleneck: it is busy ${formatMetric(utilisation, 'ratio')} of the time, and the workers wait for it.`,
      help: `Give ${name} more capacity or less to do; more workers would only wait with the others.`,
    };
  },
  ({ report }) => {
    const limited = Object.entries(report.services).find(
      ([, { rateLimited }]) => (rateLimited ?? 0) > 0,
    );
    return (
      limited && {
        why: `${limited[0]} refused ${formatMetric(limited[1].rateLimited, 'count')} calls above its rate limit.`,
        help: 'Send no faster than the limit, and let the queue hold the rest.',
      }
    );
  },
  ({ report }) => {
    const behind = Object.entries(report.consumers).find(
      ([, { utilisation }]) => (utilisation ?? 0) > 0.9,
    );
    if (!behind) return undefined;
    const [name, { utilisation, workers }] = behind;
    return {
      why: `More comes in than ${name} can do: ${formatMetric(workers.mean, 'count')} workers on average, busy ${formatMetric(utilisation, 'ratio')} of the time, for ${formatMetric(report.produced, 'count')} items.`,
      help: 'Add workers, make the work shorter, or turn some of it away at the door.',
    };
  },
  ({ report, scenario }) => {
    const waits = Object.entries(report.queues).find(
      ([name, { depth }]) => scenario.queues[name]?.fifo && (depth.max ?? 0) > 100,
    );
    return (
      waits && {
        why: `Workers were free while up to ${formatMetric(waits[1].depth.max, 'count')} messages waited in ${waits[0]}: a FIFO queue serves each group one receive at a time, and a message in flight holds up all behind it in its group.`,
        help: 'Use more and smaller groups, shorter work, and no longer a visibility timeout than the work needs: a crash holds its group until then.',
      }
    );
  },
  ({ report }) => {
    const paused = Object.entries(report.groups).find(([, group]) => (group.paused ?? 0) > 0);
    return (
      paused && {
        why: `${paused[0]} had partitions without an owner for ${formatMetric(paused[1].paused, 'duration')} while they were shared out anew.`,
        help: 'Use the cooperative protocol, and leave and join rarely.',
      }
    );
  },
  ({ report }) =>
    Object.values(report.queues).some(
      ({ emptyReceives, receives }) => (emptyReceives ?? 0) * 2 > (receives ?? 0),
    )
      ? {
          why: 'Most receive calls found nothing, and each is billed.',
          help: 'Use long polling: let a receive wait for up to 20 seconds.',
        }
      : undefined,
];

const FINDERS: Readonly<Record<string, readonly Find[]>> = {
  duplicates: DUPLICATES,
  repeated: DUPLICATES,
  redeliveries: DUPLICATES,
  reprocessed: DUPLICATES,
  lost: LOST,
  expired: LOST,
  filteredOut: LOST,
  dropped: LOST,
  givenUp: LOST,
  deadLettered: [
    when(
      (event) => event.kind === 'work-ended' && event.outcome === 'failed',
      'Every attempt failed, so the message was put aside for people to look at.',
      'Find out why it fails, mend that, and move it back with a redrive.',
    ),
    ...DUPLICATES,
    when(
      (event) => event.kind === 'delivery-given-up',
      'The subscriber did not take it before the last attempt.',
      'Bring the subscriber back and move the messages from the dead-letter queue, or put a queue in front of it.',
    ),
  ],
  failed: [
    ({ events }) => {
      const failure = events.find(
        (event) => event.kind === 'work-ended' && event.outcome === 'failed',
      );
      return failure?.kind === 'work-ended'
        ? {
            why: `The work failed: ${failure.why}.`,
            help: 'Retry what may pass; put aside what never will.',
          }
        : undefined;
    },
  ],
  oversold: [
    () => ({
      why: 'Two workers read the same stock before either of them wrote: both thought that one was left.',
      help: 'Reserve with a conditional write, which checks and takes in one.',
    }),
  ],
  orderViolations: [
    outlived,
    when(
      (event) => event.kind === 'work-ended' && event.outcome === 'failed',
      'An older item failed and was tried again after a younger one of its group was done.',
      'Where order matters, stop the group at the failure: a FIFO queue does.',
    ),
    () => ({
      why: 'Several workers had items of one group at a time, and the younger was done first.',
      help: 'Use a FIFO queue, or a log, with the group as message group id or key.',
    }),
  ],
  rejected: [
    ({ events }) => {
      const failure = events.find((event) => event.kind === 'produce-failed');
      return failure?.kind === 'produce-failed'
        ? {
            why: `Nobody took it: ${failure.code.replaceAll('-', ' ')}.`,
            help: 'Retry with growing pauses and jitter, send in batches, or put a queue in between.',
          }
        : undefined;
    },
  ],
  staleDeletes: [outlived],
};

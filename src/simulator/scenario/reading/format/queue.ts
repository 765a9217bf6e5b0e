import type { QueueNature, QueueSettings } from '../../../broker/queue/settings.ts';
import { chance, count, seconds, size } from './amounts.ts';
import {
  followedBy,
  type Kind,
  never,
  onlyDefault,
  optional,
  required,
  Wrong,
  withDefault,
} from './kind.ts';
import { fields, oneOf, trueOrFalse } from './map.ts';
import { isFifo, type Names, queueOfType } from './names.ts';

export const visibilityTimeout = seconds(0, 43_200);
export const waitTime = seconds(0, 20, '20s');
export const delay = seconds(0, 900, '10s');

/** A queue's settings; what is left out is as the service has it. */
export function queue(name: string, names: Names): Kind<QueueSettings> {
  const fifo = isFifo(name);
  const fifoOnly = <Value>(kind: Kind<Value>) =>
    fifo ? kind : never('remove it: only FIFO queues have it, and their names end in .fifo');
  return followedBy(
    fields({
      visibilityTimeout: withDefault(visibilityTimeout, '30s'),
      delay: withDefault(delay, '0s'),
      retention: withDefault(seconds(60, 1_209_600, '4d'), '4d'),
      maxSize: withDefault(size(1_024, 1_048_576), '1MiB'),
      redrive: optional(redrive(name, names)),
      contentBasedDeduplication: optional(fifoOnly(trueOrFalse)),
      deduplicationScope: optional(fifoOnly(oneOf(['queue', 'messageGroup']))),
      fifoThroughputLimit: optional(fifoOnly(oneOf(['perQueue', 'perMessageGroupId']))),
      throttled: withDefault(trueOrFalse, false),
      nature: withDefault(natureOf(fifo), {}),
    }),
    (read): QueueSettings | Wrong => {
      const deduplicationScope = read.deduplicationScope ?? 'queue';
      const fifoThroughputLimit = read.fifoThroughputLimit ?? 'perQueue';
      if (fifoThroughputLimit === 'perMessageGroupId' && deduplicationScope === 'queue')
        return new Wrong('add deduplicationScope: messageGroup, which perMessageGroupId needs');
      return {
        fifo,
        visibilityTimeoutSeconds: read.visibilityTimeout,
        delaySeconds: read.delay,
        messageRetentionPeriodSeconds: read.retention,
        // Consumers say with each receive how long they wait, so the queue's own default never counts.
        receiveMessageWaitTimeSeconds: 0,
        maximumMessageSize: read.maxSize,
        redrivePolicy: read.redrive,
        contentBasedDeduplication: read.contentBasedDeduplication ?? false,
        deduplicationScope,
        fifoThroughputLimit,
        throttled: read.throttled,
        nature: read.nature,
      };
    },
  );
}

function redrive(source: string, names: Names) {
  const others = { ...names, queues: names.queues.filter((name) => name !== source) };
  const to = queueOfType(others, isFifo(source), 'dead letters stay in a queue of the same type');
  return followedBy(
    fields({ to: required(to), maxReceiveCount: withDefault(count(1, 1_000, 3), 10) }),
    (read) => ({ deadLetterQueue: read.to, maxReceiveCount: read.maxReceiveCount }),
  );
}

/** What the service leaves open: for a FIFO queue it is little. */
function natureOf(fifo: boolean): Kind<QueueNature> {
  const standard = <Value>(kind: Kind<Value>, written: number): Kind<Value> =>
    fifo
      ? onlyDefault(kind, written, 'remove it: a FIFO queue keeps the order and repeats nothing')
      : withDefault(kind, written);
  return followedBy(
    fields({
      duplicates: standard(chance, 0),
      reorder: standard(chance, 0),
      reorderWindow: standard(count(1, 10_000, 10), 10),
      shortPollMisses: withDefault(chance, 0.3),
    }),
    (read) => ({
      duplicateChance: read.duplicates,
      reorderChance: read.reorder,
      reorderWindow: read.reorderWindow,
      shortPollMissChance: read.shortPollMisses,
    }),
  );
}

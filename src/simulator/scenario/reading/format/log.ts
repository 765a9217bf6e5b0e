import type { LogSettings } from '../../../broker/log/settings.ts';
import { count, milliseconds, size } from './amounts.ts';
import { followedBy, type Kind, optional, readBy, Wrong, withDefault } from './kind.ts';
import { fields } from './map.ts';

const acks = readBy((input): 'all' | '1' | Wrong => {
  if (input === 'all') return 'all';
  return input === 1 || input === '1' ? '1' : new Wrong('write all, or 1 for the leader alone');
});

/** A Kafka-style topic; what is left out is as Kafka has it, three replicas apart. */
export const log: Kind<LogSettings> = followedBy(
  fields({
    partitions: withDefault(count(1, 10_000, 6), 1),
    replicationFactor: withDefault(count(1, 9, 3), 3),
    minInsyncReplicas: withDefault(count(1, 9, 2), 1),
    retention: optional(milliseconds),
    retentionBytes: optional(size(1, Number.MAX_SAFE_INTEGER)),
    acks: withDefault(acks, 'all'),
  }),
  (read): LogSettings | Wrong =>
    read.minInsyncReplicas > read.replicationFactor
      ? new Wrong('let minInsyncReplicas be at most replicationFactor, which is 3 when left out')
      : {
          partitions: read.partitions,
          replicationFactor: read.replicationFactor,
          minInsyncReplicas: read.minInsyncReplicas,
          logRetentionMs: read.retention,
          logRetentionBytes: read.retentionBytes,
          acks: read.acks,
        },
);

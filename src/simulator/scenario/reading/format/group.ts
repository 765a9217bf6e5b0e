import * as v from 'valibot';
import type { Micros } from '../../../engine/time.ts';
import type { GroupSettings } from '../../../settings/consumer.ts';
import { count, duration, span } from './amounts.ts';
import { followedBy, type Kind, optional, required, Wrong, withDefault } from './kind.ts';
import { fields, oneOf } from './map.ts';
import { type Names, nameIn } from './names.ts';

const from: Kind<Micros | 'earliest'> = v.lazy((input) =>
  input === 'earliest' ? v.literal('earliest') : duration,
);

/** A consumer group; times and the rest are Kafka's defaults (KFK-08), but for `commit` and `autoOffsetReset`. */
export function group(names: Names): Kind<GroupSettings> {
  return followedBy(
    fields({
      protocol: withDefault(oneOf(['eager', 'cooperative', 'consumer']), 'cooperative'),
      commit: withDefault(oneOf(['after', 'before', 'auto', 'transaction']), 'after'),
      autoCommitInterval: withDefault(span, '5s'),
      autoOffsetReset: withDefault(oneOf(['latest', 'earliest']), 'earliest'),
      sessionTimeout: withDefault(span, '45s'),
      heartbeatInterval: withDefault(span, '3s'),
      maxPollInterval: withDefault(span, '5m'),
      isolation: withDefault(oneOf(['read_uncommitted', 'read_committed']), 'read_uncommitted'),
      skipAfter: optional(count(1, 1_000_000, 3)),
      deadLetters: optional(nameIn(names, ['queues', 'logs'])),
      replay: optional(fields({ at: required(duration), from: required(from) })),
    }),
    (read): GroupSettings | Wrong => {
      if (read.heartbeatInterval >= read.sessionTimeout)
        return new Wrong(
          'let heartbeatInterval be below sessionTimeout; they are 3s and 45s when left out',
        );
      if (read.deadLetters !== undefined && read.skipAfter === undefined)
        return new Wrong(
          'add skipAfter: how often a record is tried before it goes to deadLetters',
        );
      if (read.commit === 'transaction' && read.skipAfter !== undefined)
        return new Wrong(
          'remove skipAfter: a failed record aborts its transaction, and all of it is read again',
        );
      return {
        ...read,
        skipAfter: read.skipAfter,
        deadLetters: read.deadLetters,
        replay: read.replay,
      };
    },
  );
}

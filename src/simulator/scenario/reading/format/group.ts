import * as v from 'valibot';
import type { Micros } from '../../../engine/time.ts';
import type { GroupSettings } from '../../../settings/consumer.ts';
import { count, duration, span } from './amounts.ts';
import { followedBy, type Kind, never, optional, required, Wrong, withDefault } from './kind.ts';
import { fields, oneOf } from './map.ts';
import { type Names, nameIn } from './names.ts';

const from: Kind<Micros | 'earliest'> = v.lazy((input) =>
  input === 'earliest' ? v.literal('earliest') : duration,
);

/** Nothing in a scenario makes transactions whose records could be held back. */
const isolation: Kind<'read_uncommitted'> = v.lazy((input) =>
  input === 'read_committed'
    ? never('remove it: transactions of producers are not in scenarios yet')
    : oneOf(['read_uncommitted']),
);

/** A consumer group; times and the rest are Kafka's defaults (KFK-08), but for `commit` and `autoOffsetReset`. */
export function group(names: Names): Kind<GroupSettings> {
  return followedBy(
    fields({
      protocol: withDefault(oneOf(['eager', 'cooperative', 'consumer']), 'cooperative'),
      commit: withDefault(oneOf(['after', 'before', 'auto']), 'after'),
      autoCommitInterval: withDefault(span, '5s'),
      autoOffsetReset: withDefault(oneOf(['latest', 'earliest']), 'earliest'),
      sessionTimeout: withDefault(span, '45s'),
      heartbeatInterval: withDefault(span, '3s'),
      maxPollInterval: withDefault(span, '5m'),
      isolation: withDefault(isolation, 'read_uncommitted'),
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
      return {
        ...read,
        skipAfter: read.skipAfter,
        deadLetters: read.deadLetters,
        replay: read.replay,
      };
    },
  );
}

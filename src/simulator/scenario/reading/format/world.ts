import type {
  PriorityQueueSettings,
  ServiceSettings,
  StoreSettings,
} from '../../../settings/world.ts';
import { chance, count, duration, span } from './amounts.ts';
import { drawnDuration, tokenBucket } from './drawn.ts';
import { followedBy, type Kind, optional, withDefault } from './kind.ts';
import { fields, listOf, named } from './map.ts';
import { type Names, nameIn } from './names.ts';

export const priorityQueue: Kind<PriorityQueueSettings> = fields({
  priorities: withDefault(count(1, 255, 3), 3),
});

/** A store; an access takes 5 ms when nothing is said, so that two workers can read the same stock. */
export const store: Kind<StoreSettings> = followedBy(
  fields({
    items: withDefault(
      named(() => count(0, 1_000_000_000, 500)),
      {},
    ),
    latency: withDefault(duration, '5ms'),
    expiresAfter: optional(span),
  }),
  (read): StoreSettings => ({
    items: read.items,
    latency: read.latency,
    expiresAfter: read.expiresAfter,
  }),
);

export function service(name: string, names: Names): Kind<ServiceSettings> {
  const others = { ...names, services: names.services.filter((other) => other !== name) };
  return followedBy(
    fields({
      servers: withDefault(count(1, 1_000_000), 1),
      latency: withDefault(drawnDuration, '20ms'),
      queueLimit: optional(count(0, 1_000_000_000, 100)),
      rateLimit: optional(tokenBucket),
      availability: withDefault(chance, 1),
      calls: withDefault(
        listOf(nameIn(others, ['services']), 'write a list of services, e.g. [stock, payments]'),
        [],
      ),
    }),
    (read): ServiceSettings => ({
      servers: read.servers,
      latency: read.latency,
      queueLimit: read.queueLimit,
      rateLimit: read.rateLimit,
      availability: read.availability,
      calls: read.calls,
    }),
  );
}

import type { SimulationEvent } from '../../events/index.ts';

type Is = (event: SimulationEvent) => boolean;

const isEffect: Is = (event) =>
  event.kind === 'effect' &&
  event.outcome === 'applied' &&
  (event.operation === 'write' || event.operation === 'reserve');

/** With which event the story of each kind of failure is over, and at which time that it happens. */
const ENDS: Readonly<Record<string, { readonly is: Is; readonly time: number }>> = {
  duplicates: { is: isEffect, time: 2 },
  repeated: { is: (event) => event.kind === 'work-ended' && event.outcome === 'done', time: 2 },
  redeliveries: { is: ({ kind }) => kind === 'received', time: 2 },
  staleDeletes: { is: ({ kind }) => kind === 'delete-ineffective', time: 1 },
  deadLettered: {
    is: ({ kind }) => kind === 'dead-lettered' || kind === 'delivery-given-up',
    time: 1,
  },
  expired: { is: ({ kind }) => kind === 'expired', time: 1 },
};

/** The chain up to what makes it a failure of this kind, with what happened at that moment. */
export function cutAtFailure(kind: string, chain: readonly SimulationEvent[]): SimulationEvent[] {
  const end = ENDS[kind];
  if (!end) return [...chain];
  const times = new Map<string, number>();
  const last = chain.findIndex((event) => {
    if (!end.is(event)) return false;
    const place = placeOf(event);
    times.set(place, (times.get(place) ?? 0) + 1);
    return times.get(place) === end.time;
  });
  const at = chain[last]?.at;
  return at === undefined ? [...chain] : chain.filter((event) => event.at <= at);
}

/** What happens once in each of two places doesn't happen twice. */
function placeOf(event: SimulationEvent): string {
  if ('store' in event) return event.store;
  if ('consumer' in event) return event.consumer;
  return 'queue' in event ? event.queue : '';
}

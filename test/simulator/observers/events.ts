import type { SimulationEvent } from '../../../src/simulator/events/index.ts';

type Event<Kind> = Extract<SimulationEvent, { kind: Kind }>;

/** Events of the item `buyers-1`, as message `m1` of the queue `orders`, unless told otherwise. */
const ITEM = {
  trace: 'buyers-1',
  message: 'm1',
  queue: 'orders',
  source: 'orders',
  consumer: 'workers',
  worker: 'workers-1',
  producer: 'buyers',
  by: 'workers-1',
  group: undefined,
  copy: false,
  receiveCount: 1,
  attempt: 1,
  producedAt: 0,
  startedAt: 0,
  why: '',
  left: undefined,
};

export function event<Kind extends SimulationEvent['kind']>(
  kind: Kind,
  at: number,
  more: Partial<Event<Kind>> = {},
): SimulationEvent {
  return { ...ITEM, kind, at, ...more } as unknown as SimulationEvent;
}

export const produced = event('produced', 0, { to: 'orders' });
export const sent = event('sent', 0, { visibleAt: 0, sizeBytes: 1, by: 'buyers' });
export const deleted = (at: number) => event('deleted', at);
export const done = (at: number) => event('work-ended', at, { outcome: 'done' });
export const written = (at: number, worker = 'workers-1') =>
  event('effect', at, { store: 'stock', operation: 'write', outcome: 'applied', worker });
export const received = (at: number, receiveCount = 1) =>
  event('received', at, { receiveCount, hiddenUntil: at + 30_000_000, sentAt: 0 });

import type { SimulationEvent } from '../../../simulator/events/index.ts';
import { type Clock, describe } from '../../../simulator/observers/index.ts';

/** Where an item is and what became of it, in a few words, from what is remembered of it. */
export function aboutItem(events: readonly SimulationEvent[], clock: Clock): string {
  const last = events.findLast(({ kind }) => !SAYS_NOTHING.has(kind));
  if (!last) return '';
  const receives = events.filter(({ kind }) => kind === 'received').length;
  return `${wordsFor(last, clock)}${receives > 1 ? ` (received ${receives} times)` : ''}`;
}

function wordsFor(event: SimulationEvent, clock: Clock): string {
  switch (event.kind) {
    case 'produced':
      return `made for ${event.to}`;
    case 'sent':
    case 'appeared':
      return `waits in ${event.queue}`;
    case 'appended':
      return `waits in ${event.log}`;
    case 'received':
    case 'effect':
    case 'work-started':
      return `in the hands of ${event.kind === 'received' ? event.by : event.worker}`;
    case 'deleted':
      return `done, and gone from ${event.queue}`;
    case 'dead-lettered':
      return `dead letter in ${event.to}`;
    case 'work-ended':
      return event.outcome === 'done'
        ? `done by ${event.worker}`
        : `${event.outcome} at ${event.worker}`;
    case 'produce-failed':
      return `given up by ${event.producer}`;
    default:
      return describe(event, clock);
  }
}

const SAYS_NOTHING: ReadonlySet<SimulationEvent['kind']> = new Set([
  'step-ended',
  'visibility-changed',
  'call-ended',
]);

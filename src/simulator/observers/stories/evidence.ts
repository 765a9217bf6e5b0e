import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import type { Reason } from './reason.ts';

type Events = readonly SimulationEvent[];
/** Looks for a reason in the events of one item. */
export type Find = (events: Events, scenario: Scenario) => Reason | undefined;

/** A reason that one kind of event is proof enough of. */
export function when(is: (event: SimulationEvent) => boolean, why: string, help: string): Find {
  return (events) => (events.some(is) ? { why, help } : undefined);
}

/** A reason that needs one event after another. */
export function whenBoth(
  first: (event: SimulationEvent) => boolean,
  then: (event: SimulationEvent) => boolean,
  why: string,
  help: string,
): Find {
  return (events) => {
    const place = events.findIndex(first);
    return place >= 0 && events.slice(place + 1).some(then) ? { why, help } : undefined;
  };
}

export const isCrash = (event: SimulationEvent) =>
  (event.kind === 'work-ended' && event.outcome === 'crashed') ||
  (event.kind === 'fault-fired' && event.what.startsWith('crashes'));
export const isFailure = (event: SimulationEvent) =>
  event.kind === 'work-ended' && event.outcome === 'failed';
/** Something about it was there already. */
export const isRefused = (event: SimulationEvent) =>
  event.kind === 'effect' && event.outcome === 'refused';
/** A handler ended, and nothing was done. */
export const isIdle = (event: SimulationEvent) =>
  event.kind === 'work-ended' && event.outcome === 'skipped' && event.why !== '';
export const isEffect = (event: SimulationEvent) =>
  event.kind === 'effect' &&
  event.outcome === 'applied' &&
  (event.operation === 'write' || event.operation === 'reserve');
export const isTimeout = (event: SimulationEvent) =>
  event.kind === 'appeared' && event.because === 'visibility-timeout';
export const isAcknowledged = (event: SimulationEvent) => event.kind === 'deleted';
export const struck = (what: string) => (event: SimulationEvent) =>
  event.kind === 'fault-fired' && event.what.includes(what);

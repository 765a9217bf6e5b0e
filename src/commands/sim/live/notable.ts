import type { SimulationEvent } from '../../../simulator/events/index.ts';

type Kind = SimulationEvent['kind'];
type Notables = {
  readonly [K in Kind]?: (event: Extract<SimulationEvent, { kind: K }>) => boolean;
};

const always = () => true;

/** Whether somebody who watches wants to hear of it: what comes with every message is not told. */
export function isNotable(event: SimulationEvent): boolean {
  const isSo = NOTABLE[event.kind] as ((event: SimulationEvent) => boolean) | undefined;
  return isSo?.(event) ?? false;
}

const NOTABLE: Notables = {
  'fault-fired': always,
  'dead-lettered': always,
  'delivery-given-up': always,
  'delete-ineffective': always,
  'produce-failed': always,
  expired: always,
  purged: always,
  deduplicated: always,
  'publish-deduplicated': always,
  redriven: always,
  replayed: always,
  scaled: always,
  'breaker-state': always,
  'alarm-state': always,
  'append-refused': always,
  'append-deduplicated': always,
  'brokers-changed': always,
  'rebalance-started': always,
  'rebalance-ended': always,
  'member-left': always,
  'offset-reset': always,
  'records-deleted': always,
  appeared: ({ because }) => because === 'visibility-timeout',
  received: ({ copy }) => copy,
  'partitions-revoked': ({ lost }) => lost,
  'transaction-ended': ({ outcome }) => outcome !== 'committed',
  'record-settled': ({ outcome }) => outcome !== 'accepted',
  'delivery-attempted': ({ outcome }) => outcome !== 'delivered',
  'call-ended': ({ outcome }) => outcome === 'timeout' || outcome === 'error',
  'work-ended': ({ outcome }) => outcome !== 'done',
  // A crash is told as a fault and as the end of the work, and a worker that is scaled in by its scaling.
  'worker-state': ({ state }) => state === 'paused',
  effect: ({ outcome, left }) => outcome === 'refused' || (left ?? 0) < 0,
};

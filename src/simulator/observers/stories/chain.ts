import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';

/** An event of a story, and how much it explains: the least important are left out first. */
export interface Link {
  readonly event: SimulationEvent;
  readonly weight: number;
}

const MOST = 9;

/** How much each kind of event explains; kinds without a weight say nothing in a story. */
const WEIGHTS: Partial<Record<SimulationEvent['kind'], number>> = {
  effect: 9,
  'fault-fired': 9,
  'operator-acted': 9,
  'dead-lettered': 9,
  expired: 9,
  purged: 9,
  'delivery-given-up': 9,
  'produce-failed': 9,
  'filtered-out': 8,
  appeared: 8,
  deduplicated: 8,
  'publish-deduplicated': 8,
  'work-ended': 7,
  deleted: 7,
  'delete-ineffective': 7,
  received: 6,
  'record-settled': 6,
  'call-ended': 5,
  'offset-reset': 5,
  'records-deleted': 5,
  'partitions-revoked': 5,
  'member-left': 5,
  'rebalance-started': 4,
  sent: 4,
  appended: 4,
  published: 4,
  'record-acquired': 4,
  'breaker-state': 4,
  'brokers-changed': 8,
  'call-wasted': 4,
  'delivery-attempted': 3,
  'visibility-changed': 2,
  produced: 2,
};

/**
 * The events that tell what happened to an item: its own, and of what is about no item whatever struck the places and workers
 * that it met, while it was there.
 */
export function chainOf(
  events: readonly SimulationEvent[],
  trace: string,
  { faults }: Pick<Scenario, 'faults'>,
): SimulationEvent[] {
  const own = events.filter((event) => traceOf(event) === trace);
  const met = new Set(own.flatMap(namesIn));
  const partitions = new Set(own.flatMap((e) => ('partition' in e ? [e.partition] : [])));
  const [first, last] = [own[0]?.at ?? 0, own.at(-1)?.at ?? 0];
  const concerns = (event: SimulationEvent) => {
    if ('member' in event) return met.has(event.member) && isOn(event, partitions);
    return namesIn(event).some((name) => met.has(name)) && isOn(event, partitions);
  };
  const isRefused = own.some(({ kind }) => kind === 'produce-failed');
  const lastingOf = (event: SimulationEvent) => {
    // So many brokers are up until it changes again, which matters to what wasn't taken.
    if (event.kind === 'brokers-changed') return isRefused ? Number.MAX_SAFE_INTEGER : 0;
    return event.kind === 'fault-fired' ? (faults[event.fault]?.for ?? 0) : 0;
  };
  const told = events.filter((event) => {
    if (!(event.kind in WEIGHTS)) return false;
    if (traceOf(event) === trace) return true;
    const lasts = lastingOf(event);
    const isThere = event.at <= last && event.at + lasts >= first;
    return traceOf(event) === '' && isThere && concerns(event);
  });
  return merged(told);
}

/** Whether an event about partitions is about one of these. Starting at the first record is nothing to tell. */
function isOn(event: SimulationEvent, partitions: ReadonlySet<number>): boolean {
  if (event.kind === 'offset-reset' && event.because === 'earliest') return false;
  if ('partitions' in event) return event.partitions.some((one) => partitions.has(one));
  return !('partition' in event) || partitions.has(event.partition);
}

export function linksOf(chain: readonly SimulationEvent[]): Link[] {
  const isSend = ({ kind }: SimulationEvent) => kind === 'sent' || kind === 'appended';
  const isRepeated = chain.filter(isSend).length > 1;
  return chain.map((event) => ({
    event,
    weight: isRepeated && isSend(event) ? MOST : (WEIGHTS[event.kind] ?? 0),
  }));
}

function traceOf(event: SimulationEvent): string {
  return 'trace' in event ? event.trace : '';
}

const NAMES = [
  'queue',
  'to',
  'topic',
  'log',
  'service',
  'store',
  'consumer',
  'worker',
  'caller',
  'by',
  'producer',
  'group',
  'member',
  'target',
  'owner',
] as const;

/** Whom an event is about. */
function namesIn(event: SimulationEvent): string[] {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  return NAMES.flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

/** Without events that the one before or after says already. */
function merged(events: readonly SimulationEvent[]): SimulationEvent[] {
  return events.filter((event, place) => {
    const before = events[place - 1];
    const after = events[place + 1];
    if (event.kind === 'produced')
      return !(after?.at === event.at && /^(sent|appended|published)$/.test(after.kind));
    if (event.kind === 'work-ended' && event.outcome === 'crashed')
      return !events.some((other) => other.kind === 'fault-fired' && other.at === event.at);
    if (event.kind === 'work-ended' && event.outcome === 'done')
      return !(before?.at === event.at && /^delete/.test(before.kind));
    if (event.kind === 'call-ended') return event.outcome !== 'ok';
    return true;
  });
}

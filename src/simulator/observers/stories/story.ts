import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import type { CheckResult } from '../checks.ts';
import type { Report } from '../metrics/report.ts';
import { clockFor } from './clock.ts';
import { describe } from './describe.ts';
import { kindOf } from './kinds.ts';
import { reasonFor } from './reasons.ts';

export interface StorySource {
  /** In order: those of the witness, and whatever faults, alarms, scalings and breakers told. */
  readonly events: readonly SimulationEvent[];
  /** The item that the story is about; undefined for checks on the run as a whole. */
  readonly witness: string | undefined;
  readonly scenario: Scenario;
  readonly report: Report;
}

const MOST_LINES = 12;
/** The first line, the reason and what helps. */
const FRAME = 3;

/** Why a check failed, in at most twelve lines: what was found, how it came about, why, and what would help. */
export function storyOf(check: CheckResult, source: StorySource): string[] {
  const { witness, scenario } = source;
  const clock = clockFor(scenario.runFor);
  const chain = chainOf(source);
  const reason = reasonFor(kindOf(check.metric), { ...source, events: chain });
  const about = witness !== undefined && chain.length > 0 ? ` Look at ${witness}:` : '';
  return [
    `${check.metric} is ${check.got}; it had to be ${check.wanted}.${about}`,
    ...pruned(chain, MOST_LINES - FRAME).map(
      (event) => `${clock(event.at)}  ${describe(event, clock)}`,
    ),
    ...(reason ? [`Why: ${reason.why}`, `What helps: ${reason.help}`] : []),
  ];
}

/** The witness's own events; for the run as a whole, what struck it. */
function chainOf({ events, witness }: StorySource): SimulationEvent[] {
  return events.filter((event) => {
    if (event.kind in WEIGHT === false) return false;
    const trace = 'trace' in event ? event.trace : undefined;
    return witness === undefined
      ? trace === undefined || trace === ''
      : trace === witness || trace === undefined || trace === '';
  });
}

/** How much each kind of event explains; kinds without a weight say nothing in a story. */
const WEIGHT: Partial<Record<SimulationEvent['kind'], number>> = {
  effect: 9,
  'fault-fired': 9,
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
  'offset-reset': 5,
  'records-deleted': 5,
  'partitions-revoked': 5,
  'rebalance-started': 5,
  sent: 4,
  appended: 4,
  published: 4,
  'record-acquired': 4,
  'breaker-state': 4,
  'alarm-state': 3,
  scaled: 3,
  'delivery-attempted': 3,
  'visibility-changed': 2,
  produced: 2,
};

/** So many of the events that explain most, the first of equals, in the order in which they happened. */
function pruned(events: readonly SimulationEvent[], most: number): SimulationEvent[] {
  const places = events
    .map((event, place) => ({ place, weight: WEIGHT[event.kind] ?? 0 }))
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, most);
  const kept = new Set(places.map(({ place }) => place));
  return events.filter((_, place) => kept.has(place));
}

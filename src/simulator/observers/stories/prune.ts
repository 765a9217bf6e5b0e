import type { SimulationEvent } from '../../events/index.ts';
import { formatMetric } from '../metrics/format.ts';
import { linksOf } from './chain.ts';
import type { Clock } from './clock.ts';
import { describe } from './describe.ts';

/** So many times is the same told; of more, the first two and the last. */
const REPEATS = 3;

/** At most so many lines: what repeats is told a few times only, then what explains least is left out. */
export function linesOf(chain: readonly SimulationEvent[], most: number, clock: Clock): string[] {
  const { kept, left } = withoutRepeats(chain);
  const events = heaviest(kept, left === undefined ? most : most - 1);
  const resumed = left && events.find((event) => chain.indexOf(event) > left.last);
  return events.flatMap((event) => {
    const line = `${clock(event.at)}  ${describe(event, clock)}`;
    return event === resumed
      ? [`... and so on, ${formatMetric(left?.times, 'count')} more times ...`, line]
      : [line];
  });
}

interface LeftOut {
  /** How often the most frequent of what is left out happened. */
  readonly times: number;
  /** Place of the last of it in the chain. */
  readonly last: number;
}

function withoutRepeats(chain: readonly SimulationEvent[]): {
  kept: SimulationEvent[];
  left: LeftOut | undefined;
} {
  const counts = new Map<string, number>();
  for (const event of chain) counts.set(sortOf(event), (counts.get(sortOf(event)) ?? 0) + 1);
  const seen = new Map<string, number>();
  const kept = chain.filter((event) => {
    const sort = sortOf(event);
    const place = (seen.get(sort) ?? 0) + 1;
    seen.set(sort, place);
    const all = counts.get(sort) ?? 0;
    return all <= REPEATS + 1 || place < REPEATS || place === all;
  });
  const times = Math.max(0, ...counts.values()) - REPEATS;
  if (times <= 1) return { kept, left: undefined };
  const remaining = new Set(kept);
  const last = chain.findLastIndex((event) => !remaining.has(event));
  return { kept, left: { times, last } };
}

/** Events of one sort are told in the same words. */
function sortOf(event: SimulationEvent): string {
  const what = 'outcome' in event ? event.outcome : 'because' in event ? event.because : '';
  const where = 'queue' in event ? event.queue : 'subscription' in event ? event.subscription : '';
  return `${event.kind} ${what} ${where}`;
}

/** So many of those that explain most, the first of equals, in the order in which they happened. */
function heaviest(events: readonly SimulationEvent[], most: number): SimulationEvent[] {
  const kept = new Set(
    linksOf(events)
      .map((link, place) => ({ ...link, place }))
      .sort((a, b) => b.weight - a.weight || a.place - b.place)
      .slice(0, most)
      .map(({ event }) => event),
  );
  return events.filter((event) => kept.has(event));
}

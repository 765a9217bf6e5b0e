import type { Scenario } from '../../settings/scenario.ts';
import type { Line } from './lines-of.ts';
import type { Phase } from './phases.ts';
import type { Reading } from './timeline.ts';

/** Many items that one producer made within a short time. */
export interface Burst {
  readonly producer: string;
  readonly made: number;
  readonly from: Reading;
  readonly to: Reading;
}

/** So many times as fast as on average is a burst. */
const SUDDEN = 5;

/** The burst that brought most of what came to a line while it grew, when there was one: averages hide it. */
export function burstIn(
  line: Line,
  growing: Phase,
  readings: readonly Reading[],
  scenario: Scenario,
): Burst | undefined {
  const came =
    (growing.to.lines.get(line.name)?.came ?? 0) - (growing.from.lines.get(line.name)?.came ?? 0);
  const producers = Object.keys(scenario.producers).filter(
    (name) => scenario.producers[name]?.sendsTo === line.place,
  );
  const steps = readings.flatMap((to, place): Burst[] => {
    const from = readings[place - 1];
    if (!from || from.at < growing.from.at || to.at > growing.to.at) return [];
    return producers.map((producer) => ({ producer, made: madeIn(producer, from, to), from, to }));
  });
  const largest = steps.sort((a, b) => b.made - a.made)[0];
  if (!largest || largest.made < came / 2) return undefined;
  const { made, from, to, producer } = largest;
  const elsewhere = (readings.at(-1)?.made.get(producer) ?? 0) - made;
  const usual = (elsewhere * (to.at - from.at)) / Math.max(1, readings.at(-1)?.at ?? 1);
  return made > SUDDEN * usual ? largest : undefined;
}

function madeIn(producer: string, from: Reading, to: Reading): number {
  return (to.made.get(producer) ?? 0) - (from.made.get(producer) ?? 0);
}

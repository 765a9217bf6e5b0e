import type { Micros } from '../../simulator/engine/time.ts';
import type { SimulationEvent } from '../../simulator/events/index.ts';
import { type Clock, linesOf } from '../../simulator/observers/index.ts';
import { Simulation } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';

const MOST_LINES = 12;

/** What nobody in the system knows of, and what shows in what follows from it. */
const UNTOLD: ReadonlySet<SimulationEvent['kind']> = new Set([
  'fault-fired',
  'work-started',
  'step-ended',
]);

/**
 * What happened to items up to a moment, as could be followed from outside: no faults, and no reasons, which are for the learner
 * to find. The seed is run once more, so that only these items need to be remembered.
 */
export function itemStories(
  scenario: Scenario,
  items: ReadonlySet<string>,
  until: Micros,
  seed: number,
  clock: Clock,
): Map<string, string[]> {
  if (items.size === 0) return new Map();
  const events = new Map([...items].map((item): [string, SimulationEvent[]] => [item, []]));
  const simulation = new Simulation(scenario, {
    seed,
    see: (event) => {
      if ('trace' in event && !UNTOLD.has(event.kind)) events.get(event.trace)?.push(event);
    },
  });
  simulation.advanceTo(until);
  return new Map([...events].map(([item, own]) => [item, linesOf(own, MOST_LINES, clock)]));
}

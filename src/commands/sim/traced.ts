import type { FaultFired, SimulationEvent } from '../../simulator/events/index.ts';
import { type Run, runOf, Simulation, traceLine } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';

/** Entries of the calendar between two pieces of the trace: enough to be quick, few enough to be kept. */
const STEPS = 10_000;

/** A run whose trace is taken piece by piece, so that it is never in memory as a whole. */
export class TracedRun {
  readonly #simulation: Simulation;
  readonly #faults: FaultFired[] = [];
  #lines: string[] = [];

  constructor(scenario: Scenario, seed: number) {
    this.#simulation = new Simulation(scenario, { seed, see: (event) => this.#see(event) });
  }

  /** Goes on as the pieces are asked for; the run is over when there are no more. */
  *pieces(): Iterable<string> {
    while (this.#simulation.ending === undefined) {
      this.#simulation.stepMany(STEPS);
      if (this.#lines.length > 0) yield `${this.#lines.join('\n')}\n`;
      this.#lines = [];
    }
  }

  /** What came of it. */
  result(): Run {
    return runOf(this.#simulation, this.#faults);
  }

  #see(event: SimulationEvent): void {
    if (event.kind === 'fault-fired') this.#faults.push(event);
    this.#lines.push(traceLine(event));
  }
}

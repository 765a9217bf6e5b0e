import type { FaultFired, SimulationEvent } from '../../../simulator/events/index.ts';
import type { Clock } from '../../../simulator/observers/index.ts';
import { Simulation } from '../../../simulator/scenario/index.ts';
import type { FaultSettings } from '../../../simulator/settings/fault.ts';
import type { Scenario } from '../../../simulator/settings/scenario.ts';
import type { Reading } from '../../../tui/index.tsx';
import { watch } from '../../../tui/screens/simulation/clock.ts';
import { ItemMemory } from './item-memory.ts';
import { measuredIn } from './measured.ts';
import { Nodes } from './nodes/index.ts';
import { isNotable } from './notable.ts';
import { RecentStory } from './recent-story.ts';
import { Timeline } from './timeline.ts';
import { Troubles } from './troubles.ts';

/** One run and what is remembered of it for who watches. To watch changes nothing. */
export class LiveRun {
  readonly simulation: Simulation;
  readonly clock: Clock;
  readonly nodes: Nodes;
  readonly memory = new ItemMemory();
  readonly story: RecentStory;
  readonly timeline: Timeline;
  readonly struck: FaultFired[] = [];
  readonly injected: FaultSettings[] = [];
  readonly #known: FaultSettings[];
  readonly #troubles: Troubles;
  readonly #limit: number;

  constructor(scenario: Scenario, seed: number, see?: (event: SimulationEvent) => void) {
    this.clock = (at) => watch(at, 3);
    this.nodes = new Nodes(scenario);
    this.story = new RecentStory(this.clock);
    this.timeline = new Timeline(measuredIn(this.nodes, scenario));
    this.#known = [...scenario.faults];
    this.#troubles = new Troubles(this.#known, scenario.runFor);
    this.#limit = scenario.runFor + scenario.drainFor;
    this.simulation = new Simulation(scenario, {
      seed,
      see: (event) => {
        this.#see(event);
        see?.(event);
      },
    });
  }

  get isOver(): boolean {
    return this.simulation.ending !== undefined;
  }

  advance(micros: number): void {
    if (this.isOver) return;
    const time = this.simulation.now + micros;
    if (time < this.#limit) this.simulation.advanceTo(time);
    else this.simulation.runToEnd();
  }

  step(): void {
    this.simulation.step();
    if (this.simulation.now >= this.#limit) this.simulation.runToEnd();
  }

  /** The fault strikes at once, also while the run stands still. */
  inject(fault: FaultSettings): void {
    this.#known.push(fault);
    this.injected.push(fault);
    this.simulation.inject(fault);
    this.advance(0);
  }

  readings(): Map<string, Reading> {
    const { now } = this.simulation;
    return new Map(
      [...this.nodes.all].map(([name, node]) => {
        const warning = this.#troubles.of(name, now);
        const reading = node.reading();
        return [name, warning === undefined ? reading : { ...reading, warning }];
      }),
    );
  }

  #see(event: SimulationEvent): void {
    this.timeline.goTo(event.at);
    this.nodes.see(event);
    this.memory.see(event);
    this.#troubles.see(event);
    if (event.kind === 'fault-fired') this.struck.push(event);
    const isRepeated = event.kind === 'effect' && this.memory.isRepeated(event);
    if (!isRepeated && !isNotable(event)) return;
    this.story.add(event, isRepeated ? ': it happened before' : '');
    if ('trace' in event) this.memory.keep(event.trace);
  }
}

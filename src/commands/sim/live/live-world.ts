import type { SimulationEvent } from '../../../simulator/events/index.ts';
import { type Run, runOf } from '../../../simulator/scenario/index.ts';
import type { Scenario } from '../../../simulator/settings/scenario.ts';
import type { Item, Pipeline, SimulationWorld, Snapshot } from '../../../tui/index.tsx';
import { aboutItem } from './about-item.ts';
import { endedWords } from './ended.ts';
import { historyOf } from './history.ts';
import { LiveRun } from './live-run.ts';
import { Measurements } from './measurements.ts';
import { faultOf, type Offer, offersFor } from './offers.ts';
import { pipelineOf } from './pipeline.ts';
import { standingsAtEnd, standingsSoFar } from './standings.ts';
import { totalsOf } from './totals.ts';

/** More items can't be chosen from; typing finds the others. */
const MOST_ITEMS = 40;

interface Outside extends Pick<SimulationWorld, 'nowMs' | 'onTick' | 'suspendProcess'> {
  /** Hears every event of every run. */
  readonly see?: ((event: SimulationEvent) => void) | undefined;
}

interface Ended {
  readonly run: Run;
  readonly words: NonNullable<Snapshot['ended']>;
}

/** A scenario as the live view sees it. */
export class LiveWorld implements SimulationWorld {
  readonly title: string;
  readonly seed: number;
  readonly runsForMicros: number;
  readonly pipeline: Pipeline;
  readonly nowMs: SimulationWorld['nowMs'];
  readonly onTick: SimulationWorld['onTick'];
  readonly suspendProcess: SimulationWorld['suspendProcess'];
  readonly #scenario: Scenario;
  readonly #see: Outside['see'];
  readonly #offers: readonly Offer[];
  #live: LiveRun;
  #measurements: Measurements;
  #ended: Ended | undefined;

  constructor(scenario: Scenario, seed: number, { nowMs, onTick, suspendProcess, see }: Outside) {
    this.title = scenario.title;
    this.seed = seed;
    this.runsForMicros = scenario.runFor;
    this.pipeline = pipelineOf(scenario);
    this.nowMs = nowMs;
    this.onTick = onTick;
    this.suspendProcess = suspendProcess;
    this.#scenario = scenario;
    this.#see = see;
    this.#offers = offersFor(scenario);
    this.#live = new LiveRun(scenario, seed, see);
    this.#measurements = this.#measurementsOf(this.#live);
  }

  /** What came of the run, once it is over. */
  get run(): Run | undefined {
    return this.#end()?.run;
  }

  /** How many faults of this run came from the keyboard. */
  get brokenByHand(): number {
    return this.#live.injected.length;
  }

  snapshot(): Snapshot {
    const live = this.#live;
    const { simulation, memory, timeline } = live;
    timeline.goTo(simulation.now);
    const ended = this.#end();
    const report = ended?.run.report ?? this.#measurements.report;
    const { followed } = memory;
    return {
      nowMicros: simulation.now,
      readings: live.readings(),
      totals: totalsOf(report, this.#scenario, live.isOver),
      checks: ended ? standingsAtEnd(ended.run.checks) : standingsSoFar(this.#scenario, report),
      story: live.story.lines(),
      series: timeline.series(),
      ...(followed
        ? { followed: { trace: followed.trace, lines: historyOf(followed.events, live.clock) } }
        : {}),
      ...(ended ? { ended: ended.words } : {}),
    };
  }

  advance(micros: number): void {
    this.#live.advance(micros);
  }

  step(): void {
    this.#live.step();
    this.#measurements.expire();
  }

  restart(): void {
    const { followed } = this.#live.memory;
    this.#live = new LiveRun(this.#scenario, this.seed, this.#see);
    this.#live.memory.follow(followed?.trace);
    this.#measurements = this.#measurementsOf(this.#live);
    this.#ended = undefined;
  }

  faults(): readonly Offer[] {
    return this.#offers;
  }

  inject(key: string): string {
    const offer = this.#offers.find((one) => one.key === key);
    if (!offer) return 'there is nothing like that to break';
    const live = this.#live;
    const { now } = live.simulation;
    if (live.isOver) return 'the run is over: begin it again to break something';
    if (now >= this.#scenario.runFor)
      return `too late: since ${live.clock(this.#scenario.runFor)} everything heals; begin the run again`;
    const made = live.nodes.producers.get(offer.fault.target)?.made ?? 0;
    live.inject(faultOf(offer, now, made));
    this.#measurements.expire();
    return `at ${live.clock(now)}: ${offer.label}`;
  }

  items(search: string): readonly Item[] {
    return this.#live.memory
      .newest(search, MOST_ITEMS)
      .map(({ trace, events }) => ({ trace, about: aboutItem(events, this.#live.clock) }));
  }

  follow(trace: string | undefined): void {
    this.#live.memory.follow(trace);
  }

  /** Worked out once for a run that is over. */
  #end(): Ended | undefined {
    const live = this.#live;
    if (!live.isOver) return undefined;
    if (!this.#ended) {
      const run = runOf(live.simulation, live.struck);
      this.#ended = { run, words: endedWords(live, run) };
    }
    return this.#ended;
  }

  #measurementsOf({ simulation }: LiveRun): Measurements {
    return new Measurements(() => simulation.report(), this.nowMs);
  }
}

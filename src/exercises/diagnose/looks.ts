import type { Look } from '../../domain/exercise.ts';
import type { Micros } from '../../simulator/engine/time.ts';
import {
  type Clock,
  clockFor,
  formatMetric,
  metricUnit,
  reportNames,
} from '../../simulator/observers/index.ts';
import { Simulation } from '../../simulator/scenario/index.ts';
import type { Prepared } from '../prepared.ts';
import { AlarmBook } from './alarm-book.ts';
import { itemStories } from './item-story.ts';
import { Journal } from './journal.ts';
import { momentOf } from './moment.ts';
import type { Shown } from './shown.ts';

/** Points of a series: as many as fit a plot on a small screen. */
const STEPS = 60;

/** What each look of a diagnose exercise shows, in their order: the system as it was at the moment of the page. */
export function looksOf({ exercise, scenario }: Prepared, seed = scenario.seed): Shown[] {
  const { task } = exercise;
  if (task.kind !== 'diagnose') throw new Error(`${exercise.id} is no diagnose exercise`);
  const at = momentOf(task, scenario, seed);
  if (at === undefined) throw new Error(`the moment of ${exercise.id} can’t be read`);
  const recording = new Recording(task.looks, at);
  const simulation = new Simulation(scenario, { seed, see: (event) => recording.see(event) });
  recording.runTo(at, simulation);
  return recording.shown(simulation, clockFor(at));
}

type Event = Parameters<Journal['see']>[0];

/** What has to be remembered of a run so that every look can be shown. */
class Recording {
  readonly #looks: readonly Look[];
  readonly #until: Micros;
  readonly #alarms = new AlarmBook();
  readonly #journals = new Map<string, Journal>();
  readonly #series = new Map<string, { at: Micros; value: number | undefined }[]>();

  constructor(looks: readonly Look[], until: Micros) {
    this.#looks = looks;
    this.#until = until;
    for (const { shows } of looks) {
      if (shows.kind === 'log') this.#journals.set(shows.of, new Journal(shows.of));
      if (shows.kind === 'series') this.#series.set(shows.metric, []);
    }
  }

  see(event: Event): void {
    this.#alarms.see(event);
    for (const journal of this.#journals.values()) journal.see(event);
  }

  runTo(end: Micros, simulation: Simulation): void {
    for (let step = 1; step <= STEPS; step += 1) {
      const at = Math.round((end * step) / STEPS);
      simulation.advanceTo(at);
      for (const [metric, points] of this.#series)
        points.push({ at, value: simulation.value(metric) });
    }
  }

  shown(simulation: Simulation, clock: Clock): Shown[] {
    const { scenario, seed } = simulation;
    const items = this.#looks.flatMap(({ shows }) =>
      shows.kind === 'story' ? (simulation.witness(shows.metric) ?? []) : [],
    );
    const stories = itemStories(scenario, new Set(items), this.#until, seed, clock);
    return this.#looks.map(({ shows }) => this.#show(shows, simulation, clock, stories));
  }

  #show(
    shows: Look['shows'],
    simulation: Simulation,
    clock: Clock,
    stories: ReadonlyMap<string, readonly string[]>,
  ): Shown {
    const names = reportNames(simulation.scenario);
    const unit = (metric: string) => metricUnit(metric, names) ?? 'count';
    switch (shows.kind) {
      case 'series': {
        const { kind, metric } = shows;
        return { kind, metric, unit: unit(metric), points: this.#series.get(metric) ?? [] };
      }
      case 'values': {
        const words = (metric: string) => formatMetric(simulation.value(metric), unit(metric));
        const values = shows.metrics.map((metric) => ({ metric, words: words(metric) }));
        return { kind: shows.kind, values };
      }
      case 'log': {
        const { kind, of } = shows;
        return { kind, of, lines: this.#journals.get(of)?.lines(clock) ?? [] };
      }
      case 'story': {
        const item = simulation.witness(shows.metric);
        return { kind: shows.kind, item, lines: stories.get(item ?? '') ?? [] };
      }
      case 'alarms':
        return { kind: shows.kind, alarms: this.#alarms.shown(simulation) };
    }
  }
}

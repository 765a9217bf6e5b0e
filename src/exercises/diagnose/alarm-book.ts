import type { Micros } from '../../simulator/engine/time.ts';
import type { SimulationEvent } from '../../simulator/events/index.ts';
import { formatMetric, metricUnit, reportNames } from '../../simulator/observers/index.ts';
import type { Simulation } from '../../simulator/scenario/index.ts';
import type { AlarmSettings } from '../../simulator/settings/world.ts';
import type { ShownAlarm } from './shown.ts';

/** Which alarms ring, and since when. */
export class AlarmBook {
  readonly #since = new Map<string, Micros>();

  see(event: SimulationEvent): void {
    if (event.kind !== 'alarm-state') return;
    if (event.state === 'alarm') this.#since.set(event.alarm, event.at);
    else this.#since.delete(event.alarm);
  }

  /** All alarms, those that ring first, the longest first. */
  shown(simulation: Simulation): ShownAlarm[] {
    return Object.entries(simulation.scenario.alarms)
      .map(([alarm, settings]) => ({
        alarm,
        since: this.#since.get(alarm),
        words: wordsFor(settings, simulation),
      }))
      .sort((a, b) => (a.since ?? Number.MAX_VALUE) - (b.since ?? Number.MAX_VALUE));
  }
}

function wordsFor({ metric, above, below }: AlarmSettings, simulation: Simulation): string {
  const unit = metricUnit(metric, reportNames(simulation.scenario)) ?? 'count';
  const words = (value: number | undefined) => formatMetric(value, unit);
  const bounds = [
    ...(above === undefined ? [] : [`above ${words(above)}`]),
    ...(below === undefined ? [] : [`below ${words(below)}`]),
  ];
  return `${metric} ${bounds.join(' or ')}, now ${words(simulation.value(metric))}`;
}

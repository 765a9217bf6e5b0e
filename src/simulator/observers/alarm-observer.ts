import type { Micros } from '../engine/time.ts';
import type { AlarmState } from '../events/index.ts';
import type { AlarmSettings } from '../settings/world.ts';

interface Watch {
  readonly alarm: string;
  readonly settings: AlarmSettings;
  nextLook: Micros;
  /** Looks in a row at which the threshold was passed. */
  passed: number;
  state: AlarmState['state'];
}

/**
 * Watches metrics against thresholds. An alarm rings when each of its last `periods` looks found too much or too little, and is
 * over at the first look that doesn't. A metric without a value yet passes nothing.
 */
export class AlarmObserver {
  readonly #watches: readonly Watch[];
  readonly #value: (metric: string, now: Micros) => number | undefined;

  /** `value` measures a metric now, as `ReportObserver.value` does. */
  constructor(
    alarms: Readonly<Record<string, AlarmSettings>>,
    value: (metric: string, now: Micros) => number | undefined,
  ) {
    this.#value = value;
    this.#watches = Object.entries(alarms).map(([alarm, settings]) => ({
      alarm,
      settings,
      nextLook: settings.every,
      passed: 0,
      state: 'ok',
    }));
  }

  /** When the next look is due; undefined when there are no alarms. */
  get nextLook(): Micros | undefined {
    if (this.#watches.length === 0) return undefined;
    return Math.min(...this.#watches.map(({ nextLook }) => nextLook));
  }

  /** Looks wherever a look is due, and gives the changes. */
  look(now: Micros): AlarmState[] {
    return this.#watches.flatMap((watch) => {
      if (now < watch.nextLook) return [];
      watch.nextLook += watch.settings.every;
      return this.#judge(watch, now);
    });
  }

  #judge(watch: Watch, now: Micros): AlarmState[] {
    const { metric, above, below, periods } = watch.settings;
    const value = this.#value(metric, now);
    const isPassed =
      value !== undefined &&
      ((above !== undefined && value > above) || (below !== undefined && value < below));
    watch.passed = isPassed ? watch.passed + 1 : 0;
    const state = watch.passed >= periods ? 'alarm' : 'ok';
    if (state === watch.state) return [];
    watch.state = state;
    return [{ kind: 'alarm-state', at: now, alarm: watch.alarm, state, value: value ?? 0 }];
  }
}

import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import type { Report } from '../metrics/report.ts';
import type { Background } from './background.ts';
import type { Reason } from './reason.ts';

/** What a story about load is made of. */
export interface LoadSource {
  readonly scenario: Scenario;
  readonly report: Report;
  readonly background: Background;
  /** Among them what happened to no item in particular: faults, scalings, alarms. */
  readonly events: readonly SimulationEvent[];
}

/** The middle of a story: how it came about, and why. */
export interface Told {
  /** What the lines are about, when it isn't the run as a whole. */
  readonly about?: string;
  readonly lines: readonly string[];
  /** Only where there is evidence of it. */
  readonly reason: Reason | undefined;
}

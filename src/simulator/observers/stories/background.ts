import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { Bill } from './bill.ts';
import { Failures } from './failures.ts';
import { Invocations } from './invocations.ts';
import { Rivals } from './rivals.ts';
import { Shares } from './shares.ts';
import { Timeline } from './timeline.ts';

/** What stories need to know of a run beyond the items that they are about. It sees a second run of the same seed. */
export class Background {
  readonly timeline: Timeline;
  readonly shares = new Shares();
  readonly bill = new Bill();
  readonly failures = new Failures();
  readonly invocations: Invocations;
  readonly rivals: Rivals;

  /** `traces` are the items that stories are told of. */
  constructor(scenario: Scenario, endedAt: Micros, traces: ReadonlySet<string>) {
    this.timeline = new Timeline(scenario, endedAt);
    this.invocations = new Invocations(scenario);
    this.rivals = new Rivals(scenario, traces);
  }

  see(event: SimulationEvent): void {
    this.timeline.see(event);
    this.shares.see(event);
    this.bill.see(event);
    this.failures.see(event);
    this.invocations.see(event);
    this.rivals.see(event);
  }

  /** The run is over. */
  end(): void {
    this.timeline.end();
  }
}

import type { GlobalOptions } from '../host.ts';

export interface ListOptions extends GlobalOptions {
  readonly json: boolean;
}

/** What every command that runs a scenario takes, as typed. */
export interface ScenarioOptions extends GlobalOptions {
  readonly set?: readonly string[];
  readonly seed?: string;
}

export interface RunOptions extends ScenarioOptions {
  readonly seeds?: string;
  readonly json: boolean;
  readonly trace?: string;
}

export interface ShrinkOptions extends ScenarioOptions {
  readonly check?: string;
  readonly json: boolean;
}

export interface SweepOptions extends ScenarioOptions {
  readonly knob: string;
  readonly metric: string;
  readonly seeds: string;
  readonly csv: boolean;
  readonly json: boolean;
}

import type { GlobalOptions, Host } from '../host.ts';

/** What `swelearn` alone understands. */
export interface HomeOptions extends GlobalOptions {
  readonly json: boolean;
}

/** Runs another command of swelearn as the shell would, e.g. `['quiz', '--cram']`. */
export type RunCommand = (args: readonly string[], host: Host) => Promise<unknown>;

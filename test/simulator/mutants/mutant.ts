/** A good system under faults, and bad ones that differ from it in one habit. */
export interface Base {
  /** A scenario whose checks hold, whatever the seed, and which reaches the states that tell the bad ones from it. */
  readonly text: string;
  readonly mutants: Readonly<Record<string, Mutant>>;
}

export interface Mutant {
  /** What is different, as `--set` takes it; states that it can't reach are taken from `reaches`. */
  readonly set: Readonly<Record<string, string>>;
  /** The metric of the check that finds it out. */
  readonly fails: string;
  /** So many seeds are enough: one of 1, 2, ... up to this number shows it. */
  readonly caughtWithin: number;
}

/** A learner's file, made ready to be run: a function of these parameters, whose text begins after `columns` columns. */
export interface ProgramText {
  readonly text: string;
  readonly file: string;
  readonly columns: number;
}

/** A world of its own for a program: nothing of this one can be reached from it, and only texts go in and out. */
export interface Sandbox {
  /** Tells it something, lets everything run that follows at once, and gives what it says. Both are JSON. */
  exchange(text: string): string;
}

/** What a promise was rejected with. */
export interface Stray {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Where programs run. The platform has one. */
export interface Sandboxes {
  /** `setup` gives a function that takes the program and gives `enter` and `take`. */
  open(setup: string, program: ProgramText): Sandbox;
  /** Does something with programs, one thing after the other, and gives the rejections that nobody heard in them. */
  during<Result>(run: () => Result): Promise<{ result: Result; strays: readonly Stray[] }>;
}

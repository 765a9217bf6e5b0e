/** What stands in a pipeline. */
export interface PipelineNode {
  readonly id: string;
  readonly kind: 'producer' | 'queue' | 'topic' | 'log' | 'consumer' | 'service' | 'store';
  readonly name: string;
  /** It takes what a queue or a subscription gave up on. */
  readonly isDeadLetterQueue?: boolean;
}

export interface Pipeline {
  /** In order of flow. */
  readonly nodes: readonly PipelineNode[];
  /** Ids: from where to where. A link against the order of flow is a way back. */
  readonly links: readonly (readonly [from: string, to: string])[];
}

/** So many of something, e.g. 12 `in flight`. */
export interface Amount {
  readonly label: string;
  readonly value: number;
}

/** A node at a moment. What it tells of stays the same during a run; only the values change. */
export interface Reading {
  /** Drawn as one bar, one after the other: visible, in flight, delayed; or busy, idle. At most four. */
  readonly parts: readonly Amount[];
  /** What a full bar stands for: all workers, the size of a stock, the most that there ever was. */
  readonly full: number;
  /** Other numbers, the most important first. */
  readonly counts: readonly Amount[];
  /** A word or two on what is wrong with it now: `down`, `paused`, `breaker open`. */
  readonly warning?: string;
}

export interface Total extends Amount {
  /** More than none is bad news. */
  readonly isBad?: boolean;
}

/** Something that happened, in plain words. */
export interface StoryLine {
  readonly atMicros: number;
  readonly words: string;
}

/** Values at equal steps from the start of the run until now; a few hundred at most. */
export interface Series {
  readonly label: string;
  /** E.g. `messages`, `/s`. */
  readonly unit: string;
  /** From 0. */
  readonly values: readonly number[];
}

export interface CheckStanding {
  readonly label: string;
  /** What it is so far, in words. */
  readonly got: string;
  /** `open` until it can be told. */
  readonly standing: 'holds' | 'fails' | 'open';
}

/** A message that can be followed. */
export interface Item {
  readonly trace: string;
  /** Where it is and what became of it, in a few words. */
  readonly about: string;
}

export interface Snapshot {
  readonly nowMicros: number;
  /** Of every node, by its id. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly totals: readonly Total[];
  readonly checks: readonly CheckStanding[];
  /** The last notable events, the newest last. */
  readonly story: readonly StoryLine[];
  readonly series: readonly Series[];
  /** The message that is followed, with its history so far. */
  readonly followed?: { readonly trace: string; readonly lines: readonly StoryLine[] };
  /** Why the run is over, in words, and what came of it, line by line. */
  readonly ended?: { readonly words: string; readonly lines: readonly string[] };
}

/** Everything that the live view of a simulation asks of the world. */
export interface SimulationWorld {
  readonly title: string;
  readonly seed: number;
  /** Microseconds of virtual time that the run takes at most. */
  readonly runsForMicros: number;
  readonly pipeline: Pipeline;
  snapshot(): Snapshot;
  /** Lets so many microseconds of virtual time pass; does nothing when the run is over. */
  advance(micros: number): void;
  /** Lets the next event happen, however far it is. */
  step(): void;
  /** Begins anew with the same seed, without the faults that were injected by hand. */
  restart(): void;
  /** What can be done to the run now. */
  faults(): readonly { readonly key: string; readonly label: string }[];
  /** Does it at this moment; gives what was done, in words. */
  inject(key: string): string;
  /** The last messages whose name holds the text, the newest first; some dozens at most. */
  items(search: string): readonly Item[];
  follow(trace: string | undefined): void;
  /** Real time. */
  nowMs(): number;
  /** Calls back about ten times a second of real time; gives back how to stop. */
  onTick(listener: () => void): () => void;
  suspendProcess(): void;
}

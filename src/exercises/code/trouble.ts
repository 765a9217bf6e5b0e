/** Something that is wrong with a program, apart from what its runs show. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly what: string;
  readonly fix: string;
  /** Of the learner's file, from 1. */
  readonly line: number | undefined;
  /** Where it was met first, if it takes a run to meet it. */
  readonly seed?: number | undefined;
  readonly item?: string | undefined;
}

export type TroubleKind =
  | 'syntax'
  | 'missing-export'
  | 'forbidden'
  | 'unloadable'
  | 'endless-loop'
  | 'too-many-calls'
  | 'never-done'
  | 'programming-error'
  | 'unhandled-rejection'
  | 'no-work'
  | 'not-deterministic'
  | 'time-limit'
  | 'memory-limit';

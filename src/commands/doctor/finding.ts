/** One thing that was looked at. */
export interface Finding {
  /** `unreadable`: it is wrong, and what the learner did can't be read. */
  readonly state: 'well' | 'wrong' | 'unreadable';
  readonly what: string;
  /** What to do about it. */
  readonly fix?: string;
}

export function well(what: string): Finding {
  return { state: 'well', what };
}

export function wrong(what: string, fix: string): Finding {
  return { state: 'wrong', what, fix };
}

/** `what`, and on a line of its own what to do, as an error says it. */
export function unreadable(error: unknown): Finding {
  const [what = '', fix] = (error instanceof Error ? error.message : String(error)).split('\n');
  return { state: 'unreadable', what, ...(fix === undefined ? {} : { fix: fix.trim() }) };
}

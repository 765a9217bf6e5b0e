import type { Rating } from './rating.ts';

/** What an exercise says, a piece at a time. A screen draws it, plain lines write it. Texts are plain but where it says Markdown. */
export type Part =
  /** Markdown. */
  | { readonly kind: 'text'; readonly text: string }
  /** Whether it is right, in a sentence. */
  | { readonly kind: 'verdict'; readonly grade: 'right' | 'close' | 'wrong'; readonly text: string }
  /** A story of the simulator, a step a line. `title` says of what. */
  | { readonly kind: 'story'; readonly title: string; readonly lines: readonly string[] }
  /** What was written down by a part of the system, or by a learner's program. */
  | { readonly kind: 'log'; readonly title: string; readonly lines: readonly string[] }
  | Rows
  | Curves;

/** Measurements and the like, a line each: a name, and what is said of it in columns. */
export interface Rows {
  readonly kind: 'rows';
  readonly title: string;
  /** What stands in each column beside that of the names: `wanted`, `now`. */
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** Whether it is as it should be, where something is wanted of it. */
  readonly mark?: 'right' | 'wrong';
  readonly name: string;
  /** One for each head; empty where there is nothing to say. */
  readonly cells: readonly string[];
}

/** Values over time or over the points of a knob: drawn where there is room, and always to be had in words. */
export interface Curves {
  readonly kind: 'curves';
  readonly title: string;
  /** What each point is at, in words: `30 s`, `12:00`. */
  readonly at: readonly string[];
  readonly curves: readonly {
    readonly name: string;
    /** A value for each point; undefined where there was nothing to measure. */
    readonly values: readonly (number | undefined)[];
    /** The same in words, with units. */
    readonly words: readonly string[];
  }[];
}

/** What an exercise wants of the learner next. */
export type Prompt =
  /** A text that means something: an amount with its unit. `example` shows how one is written. */
  | { readonly kind: 'amount'; readonly text: string; readonly example: string }
  | { readonly kind: 'choice'; readonly text: string; readonly options: readonly Offer[] }
  /** Fields to turn or to type, sent together. */
  | {
      readonly kind: 'form';
      readonly text: string;
      readonly fields: readonly Field[];
      /** What sending does, in a word or two: `run it`. */
      readonly send: string;
    }
  /** A line of the learner's own words; it may be left empty. */
  | { readonly kind: 'words'; readonly text: string }
  /** Time to watch the run; who can't show one answers at once. */
  | { readonly kind: 'watch'; readonly text: string }
  /** A file to write in an editor of one's own; judged when it is saved, or when asked for. */
  | { readonly kind: 'file'; readonly text: string; readonly path: string }
  /** It is over. */
  | { readonly kind: 'end'; readonly result: Result };

export interface Offer {
  readonly text: string;
  /** A few words beside it: `2 min`, `looked at`. */
  readonly note?: string;
  /** It was chosen before, and choosing it again changes nothing. */
  readonly done?: boolean;
}

export interface Field {
  readonly label: string;
  /** As it is now, with its unit; empty where nothing is stated yet. */
  readonly value: string;
  /** What it can be turned to, in order; it may be typed as well. Empty where it can only be typed. */
  readonly steps: readonly string[];
  /** What fits, in words: `5 s to 10 min`. */
  readonly range: string;
}

export type Answer =
  | { readonly kind: 'amount' | 'words'; readonly text: string }
  /** The place of an option, from 0. */
  | { readonly kind: 'choice'; readonly place: number }
  /** A text for each field, in order. */
  | { readonly kind: 'form'; readonly values: readonly string[] }
  | { readonly kind: 'watched' }
  /** Judge the file as it is now. */
  | { readonly kind: 'run' };

/** How an exercise went. */
export interface Result {
  readonly passed: boolean;
  /** What it is worth in the schedule: Again for one that has to come back, Good for one done without help. */
  readonly rating: Rating;
  /** How often it was tried: runs of a tune or of a program, names given in a diagnosis; 1 for a prediction. */
  readonly tries: number;
  readonly hints: number;
  /** What was predicted, a line for each ask, with what came of it; it ends with the grade in brackets: `(close)`. */
  readonly predictions: readonly string[];
  /** The learner's own line of explanation; empty when there is none. */
  readonly explanation: string;
}

/** Where a dialogue stands. */
export interface Step {
  /** Everything that was said since the last answer, or from the beginning. */
  readonly said: readonly Part[];
  readonly prompt: Prompt;
  /** What is wrong with the answer, and what to answer instead: then nothing was said, and the prompt is the same. */
  readonly trouble?: string;
}

/**
 * An exercise as a conversation: it says something, asks something, and goes on with the answer. It knows neither screen nor
 * clock nor store.
 */
export interface Dialogue {
  /** Where it begins. Called once. */
  begin(): Step;
  /** Goes on. The answer must be of the kind that was asked for; what doesn't fit otherwise comes back as trouble. */
  answer(answer: Answer): Promise<Step>;
  /** The next hint; undefined when there are no more. Taking one counts. */
  hint(): Part | undefined;
  readonly hintsLeft: number;
  /** How it went when the learner leaves now; undefined when nothing was tried yet. */
  soFar(): Result | undefined;
}

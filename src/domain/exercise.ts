import type { Level } from './level.ts';

export type ExerciseKind = ExerciseTask['kind'];

/** A knob of a scenario and what to turn it to, as `sim --set` takes them. */
export interface Setting {
  readonly path: string;
  readonly value: string;
}

/** A try-it exercise as its file states it; the exercises room runs it. */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  /** Id of the topic card that it belongs to. */
  readonly topic: string;
  readonly level: Level;
  /** How long it takes, as the author sees it. */
  readonly minutes: number;
  readonly scenario: ScenarioSource;
  /** What differs from the scenario in the exercise. */
  readonly set: readonly Setting[];
  readonly task: ExerciseTask;
  /** In the order in which they are given. Markdown, with claims. */
  readonly hints: readonly string[];
  /** The story told before the run. Markdown. */
  readonly story: string;
  /** Shown after the run. Markdown, with claims: `{{duplicates}}`, `{{solved.latency.p99}}`. */
  readonly debrief: string;
  readonly file: string;
}

/** What planning and lists need of an exercise, without its texts. */
export interface ExerciseOutline {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly level: Level;
  readonly kind: ExerciseKind;
  readonly minutes: number;
  /** Changes with what is asked and with the scenario that is asked about. */
  readonly fingerprint: string;
}

/** A scenario that is shipped, or one that is written in the exercise itself. */
export type ScenarioSource =
  | { readonly kind: 'shipped'; readonly name: string }
  /** `line` is the 1-based line of the file on which the text begins. */
  | { readonly kind: 'own'; readonly text: string; readonly line: number };

export type ExerciseTask = PredictTask | TuneTask | DiagnoseTask | CodeTask;

/** Say what will happen, then see it. */
export interface PredictTask {
  readonly kind: 'predict';
  readonly asks: readonly Ask[];
  /** What mends the run, for `{{solved.…}}` claims, where that isn't the scenario's own remedy. */
  readonly solution?: readonly Setting[];
}

/** Something that is stated before the run; the run has the answer. */
export type Ask =
  | {
      readonly kind: 'number';
      readonly prompt: string;
      /** A path into the report. */
      readonly metric: string;
      /** Accepted distance, as a fraction of the run's value. */
      readonly tolerance: number;
    }
  | {
      readonly kind: 'choice';
      readonly prompt: string;
      /** Of which exactly one holds in the run. */
      readonly options: readonly PredictedOption[];
    }
  | {
      readonly kind: 'curve';
      readonly prompt: string;
      readonly knob: string;
      /** What the knob is turned to, as texts to set; a point is stated for each. */
      readonly at: readonly string[];
      readonly metric: string;
      /** Accepted distance of each point, as a fraction of the run's value. */
      readonly tolerance: number;
    };

export interface PredictedOption {
  readonly text: string;
  /** It is right when these hold: metrics and conditions, written as a scenario's checks are. */
  readonly when: Readonly<Record<string, unknown>>;
  /** Why it does or doesn't happen. Markdown, with claims. */
  readonly why: string;
}

/** Turn the knobs until the checks hold. */
export interface TuneTask {
  readonly kind: 'tune';
  readonly knobs: readonly Knob[];
  /** Metrics shown beside the checks, so that what is traded is seen. */
  readonly shows: readonly string[];
  /** Settings with which all checks hold; shown after passing only. */
  readonly solution: readonly Setting[];
}

export interface Knob {
  readonly path: string;
  /** What it is for, in a few words; the path when the author gives none. */
  readonly label: string;
  /** Both ends with their unit, `5s` to `5m`, or what to choose from. */
  readonly range:
    | { readonly from: string; readonly to: string }
    | { readonly choose: readonly string[] };
}

/** Find the cause of what is going on, and the first thing to do. */
export interface DiagnoseTask {
  readonly kind: 'diagnose';
  /** The moment of the page, with its unit; looks show the system as it was then. Undefined for the end of the run. */
  readonly at: string | undefined;
  readonly looks: readonly Look[];
  readonly causes: readonly Diagnosis[];
  readonly actions: readonly Diagnosis[];
  /** What mends the cause. */
  readonly solution: readonly Setting[];
}

/** Something to look at; each look costs time while the incident goes on. */
export interface Look {
  readonly title: string;
  readonly minutes: number;
  readonly shows: LookedAt;
}

export type LookedAt =
  /** How a metric went until then. */
  | { readonly kind: 'series'; readonly metric: string }
  /** What metrics are then. */
  | { readonly kind: 'values'; readonly metrics: readonly string[] }
  /** What the workers of a consumer, or a service or a producer, wrote down last. */
  | { readonly kind: 'log'; readonly of: string }
  /** The story of the item that shows how a metric came about. */
  | { readonly kind: 'story'; readonly metric: string }
  | { readonly kind: 'alarms' };

/** A cause or an action to choose; exactly one of a list is right. */
export interface Diagnosis {
  readonly text: string;
  readonly correct: boolean;
  /** Markdown, with claims. */
  readonly why: string;
}

/** Write the program of a consumer or a producer. */
export interface CodeTask {
  readonly kind: 'code';
  readonly role: 'consumer' | 'producer';
  /** The name of the consumer or producer in the scenario whose program is written. */
  readonly part: string;
  /** The file that the learner begins with. JavaScript. */
  readonly starter: string;
  readonly solution: string;
  readonly mistakes: readonly Mistake[];
}

/** A program that looks right and isn't. */
export interface Mistake {
  readonly id: string;
  /** What comes of it. Markdown. */
  readonly effect: string;
  readonly program: string;
  /** The metric of the check that catches it. */
  readonly fails: string;
}

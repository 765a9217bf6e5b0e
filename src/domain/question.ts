import type { Ask, Setting } from './exercise.ts';
import type { Level } from './level.ts';

/** One of the options of a choice question. */
export interface Option {
  readonly text: string;
  readonly correct: boolean;
  /** Why it is right or wrong. Markdown. */
  readonly explanation: string;
}

/** What the learner is asked to do; `recall` is a spoken or written answer. */
export type Task =
  | { readonly kind: 'recall' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Accepted distance from `value`, as a fraction of it: 0.05 is 5 %. */
      readonly tolerance: number;
      readonly unit: string;
      /** The worked arithmetic. Markdown. */
      readonly calculation: string;
    }
  | { readonly kind: 'order'; readonly items: readonly string[] }
  /** `text` is Markdown with each hidden part between `{{` and `}}`. */
  | { readonly kind: 'cloze'; readonly text: string }
  | SimulatedTask;

/** Asked about a run whose parameters are drawn at each showing, so that it never repeats; the run has the answer. */
export interface SimulatedTask {
  readonly kind: 'simulated';
  /** Name of a shipped scenario. */
  readonly scenario: string;
  /** What differs from it at every showing. */
  readonly set: readonly Setting[];
  /** What is drawn: one of the values each. */
  readonly draws: readonly { readonly path: string; readonly values: readonly string[] }[];
  /** What is to be stated; the question itself is the prompt. */
  readonly ask: Unprompted<Exclude<Ask, { kind: 'curve' }>>;
  /** Told before the question. Markdown, in which `{{path}}` stands for what was drawn. */
  readonly story: string;
}

type Unprompted<Each> = Each extends unknown ? Omit<Each, 'prompt'> : never;

/** A question whose answer a run has. In its answer `{{path}}` stands for what was drawn, and `{{metric}}` for what the run came to. */
export type SimulatedQuestion = Question & { readonly task: SimulatedTask };

export function isSimulated(question: Question): question is SimulatedQuestion {
  return question.task.kind === 'simulated';
}

/** The tempting wrong answer, and why it is wrong. */
export interface WhyNot {
  readonly claim: string;
  /** Markdown. */
  readonly explanation: string;
}

export interface Question {
  /** Chosen by the author; unique over the whole library. */
  readonly id: string;
  /** Id of the topic card that it belongs to. */
  readonly topic: string;
  readonly level: Level;
  /** Id of the question that this one follows up; absent on level 1. */
  readonly parent?: string;
  readonly prompt: string;
  readonly task: Task;
  /** Markdown. */
  readonly answer: string;
  /** Idea units that a strong answer contains. Inline Markdown. */
  readonly keyPoints: readonly string[];
  /** Markdown. */
  readonly hint?: string;
  readonly whyNot: readonly WhyNot[];
  /** Where to read or try more. Markdown. */
  readonly see?: string;
  /** Earlier ids of this question, whose history it carries on. */
  readonly formerly: readonly string[];
  readonly file: string;
  /** 1-based line of the heading. */
  readonly line: number;
}

/** What planning and drawing need of a question, without its texts; or of an exercise that comes back as one. */
export interface QuestionOutline {
  readonly id: string;
  readonly topic: string;
  readonly level: Level;
  readonly parent?: string;
  readonly kind: Task['kind'] | 'exercise';
  /** Changes with the wording; see content/fingerprint.ts. */
  readonly fingerprint: string;
  readonly formerly: readonly string[];
}

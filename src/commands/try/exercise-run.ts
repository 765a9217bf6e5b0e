import type { Answer, Dialogue, Part, Result, Step } from '../../domain/dialogue.ts';
import type { Exercise } from '../../domain/exercise.ts';

/** What a run of an exercise asks of the world around it. */
export interface RunWorld {
  nowMs(): number;
  /** A new dialogue about the exercise; `again` when it was seen to its outcome before. */
  dialogue(again: boolean): Dialogue;
  /** Keeps a result, and says when the exercise comes back. It is durable when this returns. */
  record(result: Result, durationMs: number): string;
}

/** As long as one sitting counts at most: who leaves it open over night has not tried all night. */
const LONGEST_MS = 60 * 60_000;

/** One exercise being tried: its dialogue, the time it takes, and its result, which is kept once. */
export class ExerciseRun {
  readonly exercise: Exercise;
  readonly #world: RunWorld;
  #dialogue: Dialogue;
  #startedMs: number;
  #kept: string | undefined;
  #result: Result | undefined;
  #file: string | undefined;
  /** Something was tried before it was begun anew. */
  #isHelped = false;

  constructor(exercise: Exercise, world: RunWorld) {
    this.exercise = exercise;
    this.#world = world;
    this.#dialogue = world.dialogue(false);
    this.#startedMs = world.nowMs();
  }

  begin(): Step {
    return this.#noted(this.#dialogue.begin());
  }

  async answer(answer: Answer): Promise<Step> {
    const step = await this.#dialogue.answer(answer);
    // It is kept before it is shown: nothing that was graded is ever lost.
    if (step.prompt.kind === 'end') this.#keep(step.prompt.result);
    return this.#noted(step);
  }

  hint(): Part | undefined {
    return this.#dialogue.hint();
  }

  get hintsLeft(): number {
    return this.#dialogue.hintsLeft;
  }

  /** Begins anew. What came out so far is kept when it passed, or when the outcome was seen: nobody can predict it a second time. */
  restart(): Step {
    const soFar = this.#kept === undefined ? this.#dialogue.soFar() : undefined;
    const { kind } = this.exercise.task;
    const wasSeen = this.#kept !== undefined || soFar !== undefined;
    if (soFar && (soFar.passed || kind === 'predict' || kind === 'diagnose')) this.#keep(soFar);
    // What was learnt from the first go is no less help than a hint.
    this.#isHelped ||= soFar !== undefined && this.#kept === undefined;
    this.#kept = undefined;
    this.#dialogue = this.#world.dialogue(wasSeen);
    this.#startedMs = this.#world.nowMs();
    return this.begin();
  }

  /** The learner goes: what was tried counts. */
  leave(): void {
    const soFar = this.#kept === undefined ? this.#dialogue.soFar() : undefined;
    if (soFar) this.#keep(soFar);
  }

  /** When the exercise comes back, once its result is kept. */
  get comesBack(): string | undefined {
    return this.#kept;
  }

  /** The last result in a line; undefined when there is none. */
  get words(): string | undefined {
    if (!this.#result || this.#kept === undefined) return undefined;
    const state = this.#result.passed ? 'done' : 'not passed yet';
    return `${this.exercise.title}: ${[state, this.#kept].filter(Boolean).join(', ')}`;
  }

  /** The last result that was kept. */
  get result(): Result | undefined {
    return this.#result;
  }

  /** The file that is written, once it was asked for. */
  get file(): string | undefined {
    return this.#file;
  }

  #noted(step: Step): Step {
    if (step.prompt.kind === 'file') this.#file = step.prompt.path;
    return step;
  }

  #keep(result: Result): void {
    const spentMs = this.#world.nowMs() - this.#startedMs;
    this.#result = this.#isHelped && result.rating > 2 ? { ...result, rating: 2 } : result;
    this.#kept = this.#world.record(this.#result, Math.max(0, Math.min(LONGEST_MS, spentMs)));
  }
}

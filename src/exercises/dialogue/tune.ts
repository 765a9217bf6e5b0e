import type { Part, Result } from '../../domain/dialogue.ts';
import type { Setting, TuneTask } from '../../domain/exercise.ts';
import { seedsOf } from '../simulate.ts';
import { failureOf } from '../tune/failure.ts';
import { type Trial, tried } from '../tune/trial.ts';
import type { Plot } from './conversation.ts';
import { closing, type Ground } from './ground.ts';
import { fieldsOf, type Turning, turnedTo, untouched } from './knobs.ts';
import { said, toldFirst } from './said.ts';
import { askForm, type Scene, type Turn } from './scene.ts';
import { settingRows, shippedRows, trialRows } from './trial-rows.ts';
import { failureWords, passWords } from './trial-words.ts';

/** A pass must hold with so many seeds. */
export const TRIAL_SEEDS = 20;
/** Who needs more tries than this has to come back sooner. */
const GOOD_TRIES = 3;

/** Knobs are turned and run until every check holds with every seed. */
export class Tuning implements Plot {
  readonly #ground: Ground;
  readonly #task: TuneTask;
  #last: Trial | undefined;
  #tries = 0;
  #passed: Result | undefined;

  constructor(ground: Ground, task: TuneTask) {
    this.#ground = ground;
    this.#task = task;
  }

  opening(): Scene {
    const { prepared, runs } = this.#ground;
    const title = `With each of ${TRIAL_SEEDS} seeds this has to hold`;
    return this.#turning(
      [said(prepared.exercise.story), shippedRows(runs.shipped, this.#task.shows, title)],
      untouched(prepared, this.#task.knobs),
    );
  }

  soFar(): Result | undefined {
    return this.#passed ?? (this.#tries > 0 ? this.#result(false) : undefined);
  }

  #turning(before: readonly Part[], turning: Turning): Scene {
    const { knobs } = this.#task;
    const text = `Turn the knobs, then run it with ${TRIAL_SEEDS} seeds.`;
    const form = { text, fields: fieldsOf(knobs, turning), send: 'run it' };
    return askForm(before, form, (typed) => {
      const turn = turnedTo(this.#ground.prepared, knobs, typed);
      return turn.ok ? this.#try(turn.value) : { trouble: turn.why };
    });
  }

  async #try(turning: Turning): Promise<Turn> {
    const { settings } = turning;
    if (this.#last && isSame(settings, this.#last.settings))
      return { trouble: 'Nothing has changed since the last run. Turn a knob first.' };
    const trial = await this.#run(settings);
    const par = trial.passed ? await this.#run(this.#task.solution) : undefined;
    const before = par ? undefined : await this.#runBefore(settings);
    this.#last = trial;
    this.#tries += 1;
    return par ? this.#pass(trial, par) : this.#turning(this.#failed(trial, before), turning);
  }

  /** What a trial is compared with: the one before, and for the first the scenario as it ships. */
  async #runBefore(settings: readonly Setting[]): Promise<Trial | undefined> {
    return this.#last ?? (settings.length > 0 ? this.#run([]) : undefined);
  }

  #run(settings: readonly Setting[]): Promise<Trial> {
    const { prepared, simulate } = this.#ground;
    return tried(prepared, settings, seedsOf(prepared, TRIAL_SEEDS), simulate);
  }

  #failed(trial: Trial, before: Trial | undefined): Part[] {
    const failure = failureOf(this.#ground.prepared, trial);
    const beside = before
      ? [{ head: before.settings.length > 0 ? 'before' : 'as shipped', trial: before }]
      : [];
    return [
      { kind: 'verdict', grade: 'wrong', text: failureWords(trial) },
      trialRows({ head: 'now', trial }, beside),
      ...(failure ? toldFirst(failure.stories, failure.seed) : []),
    ];
  }

  #pass(trial: Trial, par: Trial): Scene {
    const result = this.#result(true);
    this.#passed = result;
    const [yours, pars] = [
      { head: 'yours', trial },
      { head: 'par', trial: par },
    ];
    const parts: Part[] = [
      { kind: 'verdict', grade: 'right', text: passWords(trial, this.#tries) },
      settingRows(this.#ground.prepared, this.#task.knobs, [yours, pars]),
      trialRows(yours, [pars]),
    ];
    return closing(this.#ground, parts, [], (explanation) => {
      this.#passed = { ...result, explanation };
      return this.#passed;
    });
  }

  #result(passed: boolean): Result {
    const [tries, hints] = [this.#tries, this.#ground.hints.taken];
    const isGood = hints === 0 && tries <= GOOD_TRIES;
    return {
      passed,
      rating: passed ? (isGood ? 3 : 2) : 1,
      tries,
      hints,
      predictions: [],
      explanation: '',
    };
  }
}

function isSame(some: readonly Setting[], others: readonly Setting[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ path, value }, place) => {
      const other = others[place];
      return other?.path === path && other.value === value;
    })
  );
}

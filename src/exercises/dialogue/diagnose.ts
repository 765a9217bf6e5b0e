import type { Offer, Part, Result } from '../../domain/dialogue.ts';
import type { DiagnoseTask, Diagnosis } from '../../domain/exercise.ts';
import type { Rating } from '../../domain/rating.ts';
import {
  chooseAction,
  isFound,
  look,
  minutesUsed,
  NEW_INCIDENT,
  nameCause,
} from '../diagnose/incident.ts';
import { looksOf } from '../diagnose/looks.ts';
import { scoreOf } from '../diagnose/score.ts';
import type { Shown } from '../diagnose/shown.ts';
import type { Plot } from './conversation.ts';
import { cited, closing, type Ground } from './ground.ts';
import { said } from './said.ts';
import { askChoice, type Scene, type Turn } from './scene.ts';
import { partsOf } from './shown-parts.ts';

/** Looks that cost time, until the cause is named; then the first action. */
export class Diagnosing implements Plot {
  readonly #ground: Ground;
  readonly #task: DiagnoseTask;
  #incident = NEW_INCIDENT;
  #shown: readonly Shown[] | undefined;
  #result: Result | undefined;

  constructor(ground: Ground, task: DiagnoseTask) {
    this.#ground = ground;
    this.#task = task;
  }

  opening(): Scene {
    return this.#menu([said(this.#ground.prepared.exercise.story)]);
  }

  soFar(): Result | undefined {
    const { causes } = this.#incident;
    return this.#result ?? (causes.length > 0 ? this.#resultNow(false) : undefined);
  }

  #menu(before: readonly Part[]): Scene {
    const { looks } = this.#task;
    const all = looks.reduce((minutes, each) => minutes + each.minutes, 0);
    const used = minutesUsed(this.#task, this.#incident);
    const text = `${trimmed(used)} of ${trimmed(all)} min used. What do you look at?`;
    const options = looks.map(({ title, minutes }, place): Offer => {
      const isDone = this.#incident.looks.includes(place);
      return isDone
        ? { text: title, note: 'looked at', done: true }
        : { text: title, note: inWords(minutes) };
    });
    return askChoice(before, text, [...options, { text: 'Name the cause' }], (place) =>
      place < looks.length ? this.#look(place) : this.#naming(),
    );
  }

  #look(place: number): Scene {
    this.#shown ??= looksOf(this.#ground.prepared);
    this.#incident = look(this.#incident, place);
    const [asked, shown] = [this.#task.looks[place], this.#shown[place]];
    return this.#menu(asked && shown ? partsOf(asked.title, shown) : []);
  }

  #naming(): Scene {
    const { causes } = this.#task;
    const options = [...offersOf(causes, this.#incident.causes), { text: 'Go on looking' }];
    return askChoice([], 'What is the cause?', options, (place) =>
      place < causes.length ? this.#name(place) : this.#menu([]),
    );
  }

  #name(place: number): Turn {
    const cause = this.#task.causes[place];
    if (!cause || this.#incident.causes.includes(place)) return RULED_OUT;
    this.#incident = nameCause(this.#incident, place);
    const judged = this.#judged(cause, 'the cause');
    return isFound(this.#task.causes, this.#incident.causes)
      ? this.#acting(judged)
      : this.#menu(judged);
  }

  #acting(before: readonly Part[]): Scene {
    const options = offersOf(this.#task.actions, this.#incident.actions);
    return askChoice(before, 'What do you do first?', options, (place) => this.#act(place));
  }

  #act(place: number): Turn {
    const action = this.#task.actions[place];
    if (!action || this.#incident.actions.includes(place)) return RULED_OUT;
    this.#incident = chooseAction(this.#incident, place);
    const judged = this.#judged(action, 'the thing to do first');
    const score = scoreOf(this.#task, this.#incident);
    if (!score) return this.#acting(judged);
    const result = this.#resultNow(score.passed);
    this.#result = result;
    return closing(this.#ground, judged, [said(score.words)], (explanation) => {
      this.#result = { ...result, explanation };
      return this.#result;
    });
  }

  #judged({ text, correct, why }: Diagnosis, what: string): Part[] {
    return [
      {
        kind: 'verdict',
        grade: correct ? 'right' : 'wrong',
        text: `“${text}” ${correct ? 'is' : 'is not'} ${what}.`,
      },
      ...cited(this.#ground, why),
    ];
  }

  #resultNow(passed: boolean): Result {
    const { causes, actions } = this.#incident;
    const hints = this.#ground.hints.taken;
    return {
      passed,
      rating: this.#rating(passed, hints),
      tries: Math.max(causes.length, actions.length),
      hints,
      predictions: [],
      explanation: '',
    };
  }

  /** Who leaves before the action is found has to come back. */
  #rating(passed: boolean, hints: number): Rating {
    // Who names the cause without having looked was lucky.
    if (passed) return hints === 0 && this.#incident.looks.length > 0 ? 3 : 2;
    const isOver = scoreOf(this.#task, this.#incident) !== undefined;
    return isOver && this.#incident.causes.length === 1 ? 2 : 1;
  }
}

const RULED_OUT: Turn = { trouble: 'That one is ruled out already. Choose another.' };

function offersOf(choices: readonly Diagnosis[], named: readonly number[]): Offer[] {
  return choices.map(({ text }, place) =>
    named.includes(place) ? { text, note: 'ruled out', done: true } : { text },
  );
}

/** Times below a minute in seconds. */
function inWords(minutes: number): string {
  return minutes > 0 && minutes < 1 ? `${Math.round(minutes * 60)} s` : `${trimmed(minutes)} min`;
}

function trimmed(minutes: number): string {
  return String(Number(minutes.toFixed(1)));
}

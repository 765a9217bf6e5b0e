import type { Part, Result } from '../../domain/dialogue.ts';
import type { Ask, PredictTask } from '../../domain/exercise.ts';
import type { Rating } from '../../domain/rating.ts';
import { storiesOf } from '../../simulator/scenario/index.ts';
import type { Grade } from '../predict/grade.ts';
import { truthsOf } from '../predict/truth.ts';
import { type Said, verdictOf } from '../predict/verdict.ts';
import type { Plot } from './conversation.ts';
import { cited, closing, type Ground } from './ground.ts';
import { type Outcome, outcomeCurves, predictionLine, verdictLine } from './outcome.ts';
import { said, toldFirst } from './said.ts';
import { letWatch, type Scene } from './scene.ts';
import { askFor } from './stating.ts';

/** Each ask in turn; then the run, and prediction beside outcome. */
export class Predicting implements Plot {
  readonly #ground: Ground;
  readonly #asks: readonly Ask[];
  #result: Result | undefined;

  constructor(ground: Ground, { asks }: PredictTask) {
    this.#ground = ground;
    this.#asks = asks;
  }

  opening(): Scene {
    return this.#asking([said(this.#ground.prepared.exercise.story)], []);
  }

  soFar(): Result | undefined {
    return this.#result;
  }

  #asking(before: readonly Part[], stated: readonly Said[]): Scene {
    const ask = this.#asks[stated.length];
    if (ask)
      return askFor(this.#ground.prepared, ask, before, (one) =>
        this.#asking([], [...stated, one]),
      );
    return letWatch(before, 'Your prediction is kept. Watch the run.', () => this.#outcome(stated));
  }

  async #outcome(stated: readonly Said[]): Promise<Scene> {
    const { prepared, runs, hints, simulate } = this.#ground;
    const truths = await truthsOf(prepared, this.#asks, runs.shipped, simulate);
    const outcomes = this.#asks.flatMap((ask, place): Outcome[] => {
      const [one, truth] = [stated[place], truths[place]];
      return one && truth ? [{ ask, said: one, truth, verdict: verdictOf(ask, one, truth) }] : [];
    });
    const grades = outcomes.map(({ verdict }) => verdict.grade);
    const result: Result = {
      passed: !grades.includes('wrong'),
      rating: ratingOf(grades, hints.taken),
      tries: 1,
      hints: hints.taken,
      predictions: outcomes.map(predictionLine),
      explanation: '',
    };
    this.#result = result;
    const story = toldFirst(storiesOf(runs.shipped), runs.shipped.seed);
    const parts = [...outcomes.flatMap((each) => this.#told(each)), ...story];
    return closing(this.#ground, parts, [], (explanation) => {
      this.#result = { ...result, explanation };
      return this.#result;
    });
  }

  #told(outcome: Outcome): Part[] {
    const { grade, whys } = outcome.verdict;
    return [
      { kind: 'verdict', grade, text: verdictLine(outcome, this.#asks.length > 1) },
      ...outcomeCurves(outcome),
      ...whys.flatMap((why) => cited(this.#ground, why)),
    ];
  }
}

function ratingOf(grades: readonly Grade[], hints: number): Rating {
  if (grades.includes('wrong')) return 1;
  return grades.includes('close') || hints > 0 ? 2 : 3;
}

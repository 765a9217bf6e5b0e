import { type Answer, isRecalled, isSpaced } from './answers.ts';

/** What was expected of an answer, and what came. */
export interface Prediction {
  /** Of recall, from 0 to 1. */
  readonly probability: number;
  readonly recalled: boolean;
  /** Answers with a like history share one. */
  readonly bin: string;
}

/** What was predicted at the time of each spaced answer, by the parameters then in use. */
export function predictionsMade(answers: readonly Answer[]): Prediction[] {
  return answers.filter(isSpaced).flatMap((answer) => {
    const { predicted } = answer.review;
    return predicted === null ? [] : [predictionOf(answer, predicted)];
  });
}

export function predictionOf(answer: Answer, probability: number): Prediction {
  return { probability, recalled: isRecalled(answer), bin: binOf(answer) };
}

/**
 * The bins of RMSE(bins) in open-spaced-repetition/srs-benchmark (`rmse_matrix` in utils.py; `r_matrix_index` in fsrs-rs):
 * by days since the answer before, by number of answers on different days, and by lapses, each on a logarithmic scale with
 * the bases given there. Unlike bins of predicted probability, they can't be made to look good by predicting the average.
 */
function binOf({ elapsedDays, spacedBefore, lapsesBefore }: Answer): string {
  // The first answer and this one count, too.
  const place = spacedBefore + 2;
  const lapses = lapsesBefore === 0 ? 'none' : logarithmicBin(lapsesBefore, 1.73);
  return `${logarithmicBin(elapsedDays, 3.62)} ${logarithmicBin(place, 1.89)} ${lapses}`;
}

function logarithmicBin(value: number, base: number): number {
  return Math.floor(Math.log(value) / Math.log(base));
}

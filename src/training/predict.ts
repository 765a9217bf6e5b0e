import type { Memory } from '../domain/progress.ts';
import { defaultParameters, nextMemory, retrievability } from '../scheduling/fsrs.ts';
import { type Answer, pastOf } from '../statistics/answers.ts';
import { type Prediction, predictionOf } from '../statistics/prediction.ts';

/** What the weights would have said of spaced answers, had they explained the histories from the start. */
export function predictionsBy(
  weights: readonly number[],
  answers: readonly Answer[],
): Prediction[] {
  const parameters = { ...defaultParameters, weights };
  const memories = new Map<Answer, Memory>();
  const memoryBefore = (answer: Answer): Memory | undefined => {
    let memory: Memory | undefined;
    for (const past of pastOf(answer)) {
      memory =
        memories.get(past) ?? nextMemory(memory, past.review.rating, past.review, parameters, '');
      memories.set(past, memory);
    }
    return memory;
  };
  return answers.flatMap((answer) => {
    const memory = memoryBefore(answer);
    if (!memory) return [];
    return [predictionOf(answer, retrievability(memory, answer.review.day, weights))];
  });
}

import { questionSheet } from '../../content/question-sheet.ts';
import type { Exercise } from '../../domain/exercise.ts';
import type { SimulatedQuestion } from '../../domain/question.ts';
import { pose } from '../../exercises/again/pose.ts';
import { poseQuestion } from '../../exercises/again/pose-question.ts';
import type { Draw } from '../../exercises/again/posed.ts';
import type { ShippedScenario } from '../../exercises/index.ts';
import { parseMarkdown } from '../../markdown/parsing.ts';
import type { QuestionSheet } from '../../tui/index.tsx';

export interface PosedSheet {
  readonly sheet: QuestionSheet;
  /** Of the run that is asked about; undefined where the exercise is to be recalled. */
  readonly seed: number | undefined;
}

/** An exercise as a question with its texts parsed; undefined when it can't be run. */
export function posedSheet(
  exercise: Exercise,
  shipped: ShippedScenario,
  draw: Draw,
): PosedSheet | undefined {
  const posed = pose(exercise, shipped, draw);
  if (!posed) return undefined;
  const { id, topic, level, file } = exercise;
  const { prompt, task, answer, story, seed } = posed;
  const sheet = questionSheet({
    ...{ id, topic, level, prompt, task, answer, file, line: 1 },
    ...{ keyPoints: [], whyNot: [], formerly: [] },
  });
  return { sheet: { ...sheet, story: parseMarkdown(story, `${id}-story-`) }, seed };
}

/** A simulated question about the run that a seed draws; undefined when it can't be run. */
export function drawnSheet(
  question: SimulatedQuestion,
  shipped: ShippedScenario,
  seed: number,
): QuestionSheet | undefined {
  const posed = poseQuestion(question, shipped, seed);
  if (!posed) return undefined;
  const { task, answer, story } = posed;
  const sheet = questionSheet({ ...question, task, answer });
  return { ...sheet, story: parseMarkdown(story, `${question.id}-story-`) };
}

import { join } from 'node:path';
import { findTopics } from '../../src/content/find-topics.ts';
import { readTopic } from '../../src/content/read-topic.ts';
import type { Exercise } from '../../src/domain/exercise.ts';
import { isSimulated, type SimulatedQuestion } from '../../src/domain/question.ts';
import { realFiles } from '../../src/platform/files.ts';

const CONTENT = join(import.meta.dirname, '../../content');

const topics = findTopics(CONTENT, realFiles).topics.flatMap(
  ({ directory }) => readTopic(directory, realFiles).topic ?? [],
);

/** Every exercise that comes with the tool. */
export const shippedExercises: readonly Exercise[] = topics.flatMap(({ exercises }) => exercises);

/** Every question of its content that a run answers. */
export const shippedSimulated: readonly SimulatedQuestion[] = topics.flatMap(({ questions }) =>
  questions.filter(isSimulated),
);

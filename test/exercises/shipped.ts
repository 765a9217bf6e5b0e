import { join } from 'node:path';
import { findTopics } from '../../src/content/find-topics.ts';
import { readTopic } from '../../src/content/read-topic.ts';
import type { Exercise } from '../../src/domain/exercise.ts';
import { realFiles } from '../../src/platform/files.ts';

const CONTENT = join(import.meta.dirname, '../../content');

/** Every exercise that comes with the tool. */
export const shippedExercises: readonly Exercise[] = findTopics(CONTENT, realFiles).topics.flatMap(
  ({ directory }) => readTopic(directory, realFiles).topic?.exercises ?? [],
);

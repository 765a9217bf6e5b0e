import { join } from 'node:path';
import type { FileSystem } from '../domain/ports.ts';
import { compareProblems, type Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/topic.ts';
import { brokenLinks } from './check-links.ts';
import { findTopics } from './find-topics.ts';
import { didYouMean } from './nearest.ts';
import { readTopic } from './read-topic.ts';
import { unknownSources } from './sources.ts';

export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly topics: number;
  readonly questions: number;
  readonly exercises: number;
}

/** Everything that is wrong below the given roots: in each file by itself, and between them. */
export function checkContent(roots: readonly string[], files: FileSystem): CheckResult {
  const problems: Problem[] = [];
  const topics: Topic[] = [];
  for (const root of roots) {
    const found = findTopics(root, files);
    problems.push(...found.problems);
    const ofRoot: Topic[] = [];
    for (const { directory } of found.topics) {
      const { topic, problems: own } = readTopic(directory, files);
      problems.push(...own);
      if (topic) ofRoot.push(topic);
    }
    problems.push(...unknownSources(join(root, 'sources.md'), ofRoot, files));
    topics.push(...ofRoot);
  }
  problems.push(
    ...duplicateIds(topics),
    ...unknownPrerequisites(topics),
    ...brokenLinks(topics, files),
    ...livingFormerIds(topics),
    ...strayExercises(topics),
  );
  return {
    problems: problems.sort(compareProblems),
    topics: topics.length,
    questions: topics.reduce((sum, topic) => sum + topic.questions.length, 0),
    exercises: topics.reduce((sum, topic) => sum + topic.exercises.length, 0),
  };
}

interface Named {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

function duplicateIds(topics: readonly Topic[]): Problem[] {
  return [
    ...twice(
      'topic',
      topics.map(({ card }) => ({ id: card.id, file: card.file, line: 1 })),
    ),
    ...twice(
      'question',
      topics.flatMap(({ questions }) => questions),
    ),
    ...twice(
      'exercise',
      topics.flatMap(({ exercises }) => exercises.map((exercise) => ({ ...exercise, line: 1 }))),
    ),
  ];
}

function twice(what: string, named: readonly Named[]): Problem[] {
  const first = new Map<string, Named>();
  return named.flatMap(({ id, file, line }): Problem[] => {
    const before = first.get(id);
    if (!before) first.set(id, { id, file, line });
    return before
      ? [
          {
            file,
            line,
            column: 1,
            what: `the ${what} id ${id} is used already, at ${before.file}:${before.line}`,
            fix: 'give one of the two another id',
          },
        ]
      : [];
  });
}

function unknownPrerequisites(topics: readonly Topic[]): Problem[] {
  const before = new Map(topics.map(({ card }) => [card.id, card.prerequisites]));
  return topics.flatMap(({ card }) =>
    card.prerequisites.flatMap((id): Problem[] => {
      const at = { file: card.file, line: 1, column: 1 };
      if (!before.has(id))
        return [
          {
            ...at,
            what: `the prerequisite ${id} is no topic`,
            fix: `name a topic that exists.${didYouMean(id, before.keys())}`,
          },
        ];
      return leadsTo(id, card.id, before)
        ? [
            {
              ...at,
              what: `the prerequisite ${id} itself needs ${card.id}`,
              fix: 'remove one of the two',
            },
          ]
        : [];
    }),
  );
}

function leadsTo(
  from: string,
  to: string,
  before: ReadonlyMap<string, readonly string[]>,
  seen = new Set<string>(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (before.get(from) ?? []).some((id) => leadsTo(id, to, before, seen));
}

function livingFormerIds(topics: readonly Topic[]): Problem[] {
  const questions = topics.flatMap((topic) => topic.questions);
  const living = new Set(questions.map(({ id }) => id));
  return questions.flatMap(({ file, line, formerly }) =>
    formerly
      .filter((id) => living.has(id))
      .map(
        (id): Problem => ({
          file,
          line,
          column: 1,
          what: `formerly=${id} names a question that is still there`,
          fix: 'a history can be carried on only from an id that is gone',
        }),
      ),
  );
}

function strayExercises(topics: readonly Topic[]): Problem[] {
  return topics.flatMap(({ card, exercises }) =>
    exercises
      .filter(({ topic }) => topic !== card.id)
      .map(
        ({ file, topic }): Problem => ({
          file,
          line: 1,
          column: 1,
          what: `the exercise says it belongs to ${topic}, but lies with ${card.id}`,
          fix: `write topic: ${card.id}, or move it`,
        }),
      ),
  );
}

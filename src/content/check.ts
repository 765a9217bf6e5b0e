import { join } from 'node:path';
import type { FileSystem } from '../domain/ports.ts';
import { compareProblems, formatProblem, type Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/topic.ts';
import { didYouMean } from '../wording/nearest.ts';
import { brokenLinks } from './check-links.ts';
import { findTopics } from './find-topics.ts';
import { linksIn } from './links.ts';
import { readTopic } from './read-topic.ts';
import { unknownSources } from './sources.ts';

export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly topics: readonly Topic[];
}

/** What lies outside of the checked roots, and may be named all the same. */
export interface Elsewhere {
  readonly topics: readonly string[];
  readonly exercises: readonly string[];
}

/** Everything that is wrong below the given roots: in each file by itself, and between them. */
export function checkContent(
  roots: readonly string[],
  files: FileSystem,
  elsewhere: Elsewhere = { topics: [], exercises: [] },
): CheckResult {
  const problems: Problem[] = [];
  const topics: Topic[] = [];
  const isNew = firstVisits(files);
  for (const root of roots.filter(firstVisits(files))) {
    const found = findTopics(root, files);
    problems.push(...found.problems);
    const read = found.topics
      .filter(({ directory }) => isNew(directory))
      .map(({ directory }) => readTopic(directory, files));
    problems.push(...read.flatMap((each) => each.problems));
    const ofRoot = read.flatMap(({ topic }) => topic ?? []);
    problems.push(...unknownSources(join(root, 'sources.md'), ofRoot, files));
    topics.push(...ofRoot);
  }
  const known = new Set([...elsewhere.topics, ...topics.map(({ card }) => card.id)]);
  const exercises = topics.flatMap((topic) => topic.exercises.map(({ id }) => id));
  const linkable = new Set([...known, ...elsewhere.exercises, ...exercises]);
  problems.push(
    ...duplicateIds(topics),
    ...unknownPrerequisites(topics, known),
    ...unknownConfusions(topics, known),
    ...brokenLinks(topics, files, linkable),
    ...livingFormerIds(topics),
    ...strayExercises(topics),
    ...unnamedExercises(topics),
  );
  return { problems: once(problems).sort(compareProblems), topics };
}

/** Says whether a place is met for the first time: one root may lie in another, and a link may lead to either. */
function firstVisits(files: FileSystem): (path: string) => boolean {
  const seen = new Set<string>();
  return (path) => {
    const place = files.realPath(path) ?? path;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  };
}

/** Files outside of topics are found again from a root around theirs. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}

interface Named {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

/** A link leads to a topic or an exercise, and a history hangs on a question or an exercise: no two may share an id. */
function duplicateIds(topics: readonly Topic[]): Problem[] {
  const cards = topics.map(({ card }) => ({ id: card.id, file: card.file, line: 1 }));
  const questions = topics.flatMap((topic) => topic.questions);
  const exercises = topics.flatMap((topic) =>
    topic.exercises.map(({ id, file }) => ({ id, file, line: 1 })),
  );
  return [
    ...twice('topic', cards),
    ...twice('question', questions),
    ...twice('exercise', exercises, [...cards, ...questions]),
  ];
}

function twice(what: string, named: readonly Named[], others: readonly Named[] = []): Problem[] {
  const first = new Map(others.map((other) => [other.id, other]));
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

function unknownPrerequisites(topics: readonly Topic[], known: ReadonlySet<string>): Problem[] {
  const before = new Map(topics.map(({ card }) => [card.id, card.prerequisites]));
  return topics.flatMap(({ card }) =>
    card.prerequisites.flatMap((id): Problem[] => {
      const at = { file: card.file, line: 1, column: 1 };
      if (!known.has(id))
        return [
          {
            ...at,
            what: `the prerequisite ${id} is no topic`,
            fix: `name a topic that exists.${didYouMean(id, known)}`,
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

function unknownConfusions(topics: readonly Topic[], known: ReadonlySet<string>): Problem[] {
  return topics.flatMap(({ card }) =>
    card.confusedWith
      .filter((id) => !known.has(id) || id === card.id)
      .map((id) => ({
        file: card.file,
        line: 1,
        column: 1,
        what: `confused_with names ${id}, which is no other topic`,
        fix: `name a topic that is easily taken for this one.${didYouMean(id, known)}`,
      })),
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

function unnamedExercises(topics: readonly Topic[]): Problem[] {
  return topics.flatMap(({ card, exercises }) => {
    const named = new Set(linksIn(card.body).flatMap((link) => ('id' in link ? link.id : [])));
    return exercises
      .filter(({ id }) => !named.has(id))
      .map(
        ({ id }): Problem => ({
          file: card.file,
          line: 1,
          column: 1,
          what: `the card doesn’t name its exercise ${id}`,
          fix: `write [[${id}]] into its Try It section: exercises are done in the order in which they stand there`,
        }),
      );
  });
}

import { join } from 'node:path';
import type { Exercise } from '../domain/exercise.ts';
import type { FileSystem } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/topic.ts';
import type { TopicCard } from '../domain/topic-card.ts';
import { sanitize } from '../markdown/parsing.ts';
import { missingSections, parseCard } from './card.ts';
import { parseExercise } from './exercise/parse-exercise.ts';
import { linksIn } from './links.ts';
import { parseQuestions } from './questions.ts';

/**
 * Reads and parses one topic directory. The topic is undefined only when its card can't be used.
 * `unreadable` warns whoever keeps the result: a file can become readable without a new time of change.
 */
export function readTopic(
  directory: string,
  files: FileSystem,
): { topic: Topic | undefined; problems: Problem[]; unreadable: boolean } {
  const problems: Problem[] = [];
  let unreadable = false;
  const read = (file: string): string | undefined => {
    const result = files.readText(file);
    if (result.ok) return sanitize(result.text);
    unreadable = true;
    problems.push({
      file,
      line: 1,
      column: 1,
      what: `it can't be read: ${result.why}`,
      fix: 'make it a readable text file, or remove it',
    });
    return undefined;
  };
  const cardFile = join(directory, 'card.md');
  const cardText = read(cardFile);
  if (cardText === undefined) return { topic: undefined, problems, unreadable };
  const { card, problems: wrongInCard } = parseCard(cardFile, cardText);
  problems.push(...wrongInCard);
  if (!card) return { topic: undefined, problems, unreadable };

  const questions = readQuestions();
  const exercises = inOrderOf(card, readExercises());
  if (exercises.length > 0)
    problems.push(...missingSections(cardFile, card.body, card.bodyLine, ['Try It']));
  return { topic: { card, questions, exercises }, problems, unreadable };

  function readQuestions() {
    const file = join(directory, 'questions.md');
    if (!files.stat(file)) {
      problems.push({
        file: cardFile,
        line: 1,
        column: 1,
        what: 'the topic has no questions',
        fix: 'add a questions.md beside the card',
      });
      return [];
    }
    const parsed = parseQuestions(file, card?.id ?? '', read(file) ?? '');
    problems.push(...parsed.problems);
    return parsed.questions;
  }

  function readExercises(): Exercise[] {
    const names = files
      .list(join(directory, 'exercises'))
      .filter(({ name }) => name.endsWith('.md'));
    return names.flatMap(({ name }) => {
      const file = join(directory, 'exercises', name);
      const source = read(file);
      if (source === undefined) return [];
      const parsed = parseExercise(file, source);
      problems.push(...parsed.problems);
      return parsed.exercise ? [parsed.exercise] : [];
    });
  }
}

/** In the order in which the card names them; what it doesn't name comes last, by level. */
function inOrderOf({ body }: TopicCard, exercises: readonly Exercise[]): Exercise[] {
  const named = linksIn(body).flatMap((link) => ('id' in link ? link.id : []));
  const place = ({ id }: Exercise) => (named.includes(id) ? named.indexOf(id) : named.length);
  return exercises.toSorted((a, b) => place(a) - place(b) || a.level - b.level);
}

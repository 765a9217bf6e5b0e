import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/domain/exercise.ts';
import type { Question } from '../../../src/domain/question.ts';
import { equation } from './arithmetic.ts';
import { shippedTopics } from './topics.ts';

const FIGURES = join(import.meta.dirname, '../figures');

const questions = shippedTopics.flatMap((topic) => topic.questions);
const numbers = questions.flatMap(({ id, task }) => (task.kind === 'number' ? [{ id, task }] : []));
const topics = shippedTopics.map((topic) => ({ id: topic.card.id, topic }));

describe('what is calculated in the shipped content', () => {
  it.each(topics)('holds in $id', ({ topic }) => {
    const texts = [
      topic.card.body,
      ...topic.questions.flatMap(textsOf),
      ...topic.exercises.flatMap(toldIn),
    ];
    expect(texts.flatMap(equationsIn).flatMap(({ trouble }) => trouble ?? [])).toEqual([]);
  });

  it.each(numbers)('comes to the number that $id wants', ({ task }) => {
    const equations = equationsIn(task.calculation);
    expect(equations.length).toBeGreaterThan(0);
    const results = equations.flatMap(({ text }) => printedIn(text));
    // As it is printed, which may be rounded.
    expect(results).toContain(task.value);
  });

  it.each(topics)('is what $id says in its tables', async ({ id, topic }) => {
    const file = join(FIGURES, `${id}.ts`);
    const { lines } = existsSync(file)
      ? ((await import(file)) as { lines: readonly string[] })
      : { lines: [] };
    const told = [topic.card.body, ...topic.questions.flatMap(textsOf)]
      .join('\n')
      .replace(/\s+/g, ' ');
    const missing = lines.map((line) => line.replace(/\s+/g, ' ').trim());
    expect(missing.filter((line) => !told.includes(line))).toEqual([]);
  });
});

function textsOf({ answer, keyPoints, task, whyNot, hint = '' }: Question): string[] {
  const own =
    task.kind === 'choice'
      ? task.options.flatMap(({ text, explanation }) => [text, explanation])
      : [];
  const calculation = task.kind === 'number' ? [task.calculation] : [];
  const against = whyNot.map(({ explanation }) => explanation);
  return [answer, ...keyPoints, ...own, ...calculation, ...against, hint];
}

function toldIn({ story, debrief, hints }: Exercise): string[] {
  return [story, debrief, ...hints];
}

function equationsIn(markdown: string) {
  const spans = [...markdown.matchAll(/(?<!`)(`+)(?!`)((?:(?!\n\s*\n)[\s\S])+?)(?<!`)\1(?!`)/g)];
  return spans.flatMap(([, , span = '']) => equation(span.replace(/\s+/g, ' ').trim()) ?? []);
}

/** The numbers on the right of an equation, in the unit that they are printed in. */
function printedIn(text: string): number[] {
  return text
    .split(/\s[=≈]\s/)
    .slice(1)
    .flatMap((side) => /^\$?−?(-?[\d,]+(?:\.\d+)?)/.exec(side)?.[1] ?? [])
    .map((digits) => Number(digits.replaceAll(',', '')));
}

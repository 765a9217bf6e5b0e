import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/domain/question.ts';
import { claimTexts } from '../../../src/exercises/claims/texts.ts';
import { equation } from './arithmetic.ts';
import { shippedTopics } from './topics.ts';

const FIGURES = join(import.meta.dirname, '../figures');

/** A million of anything costs less, in dollars; what is dearer is a bill. */
const DEAREST_PRICE = 5;

const questions = shippedTopics.flatMap((topic) => topic.questions);
const numbers = questions.flatMap(({ id, task }) => (task.kind === 'number' ? [{ id, task }] : []));
const topics = shippedTopics.map((topic) => ({ id: topic.card.id, topic }));

describe('what is calculated in the shipped content', () => {
  it.each(topics)('holds in $id', ({ topic }) => {
    const texts = [
      topic.card.body,
      ...topic.questions.flatMap(textsOf),
      ...topic.exercises.flatMap((each) => [each.story, ...claimTexts(each)]),
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
    const lines = await figuresOf(id);
    const told = [topic.card.body, ...topic.questions.flatMap(textsOf)]
      .join('\n')
      .replace(/\s+/g, ' ');
    expect(lines.filter((line) => !told.includes(line))).toEqual([]);
  });

  it.each(topics)('stands behind each sum of money in the tables of $id', async ({ id, topic }) => {
    const lines = await figuresOf(id);
    const rows = topic.card.body.split('\n').filter((line) => /^\|.*\$\d/.test(line));
    const given = rows.map((row) =>
      row
        .replace(/`[^`]*`/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    const unfounded = given.filter((row) => {
      const sums = [...row.matchAll(/\$([\d,]+(?:\.\d+)?)/g)].map(([, digits = '']) => digits);
      // Prices of single things are inputs.
      const large = sums.filter((digits) => Number(digits.replaceAll(',', '')) > DEAREST_PRICE);
      return large.length > 0 && !lines.some((line) => row.includes(line) || line.includes(row));
    });
    expect(unfounded).toEqual([]);
  });
});

/** Fragments of a topic that are rebuilt from their inputs. */
async function figuresOf(topic: string): Promise<readonly string[]> {
  const file = join(FIGURES, `${topic}.ts`);
  if (!existsSync(file)) return [];
  const { lines } = (await import(file)) as { lines: readonly string[] };
  return lines.map((line) => line.replace(/\s+/g, ' ').trim());
}

function textsOf({ answer, keyPoints, task, whyNot, hint = '' }: Question): string[] {
  const own =
    task.kind === 'choice'
      ? task.options.flatMap(({ text, explanation }) => [text, explanation])
      : [];
  const calculation = task.kind === 'number' ? [task.calculation] : [];
  const against = whyNot.map(({ explanation }) => explanation);
  return [answer, ...keyPoints, ...own, ...calculation, ...against, hint];
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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/domain/exercise.ts';
import { type Figure, figuresIn } from '../../golden/figures/figure.ts';
import { type Input, inputsOf } from '../../golden/figures/inputs.ts';
import { CONTENT, shippedTopics } from './topics.ts';

const exercises = shippedTopics.flatMap(({ card, exercises }) =>
  exercises.map((exercise) => ({ id: exercise.id, card: card.body, exercise })),
);

describe('a figure in what an exercise says afterwards', () => {
  it.each(exercises)('is an input, a claim or a fact of the card: $id', ({ card, exercise }) => {
    const known: readonly (Figure | Input)[] = [
      ...inputsOf(settingsOf(exercise)),
      ...figuresIn(exercise.story),
      ...figuresIn(card),
    ];
    const unknown = saidAfterwards(exercise)
      .flatMap((text) => figuresIn(text.replace(/\{\{.*?\}\}/g, '…')))
      .filter(({ written }) => /\d/.test(written))
      .filter((figure) => !known.some((each) => isSame(each, figure)));
    expect(unknown.map(({ written }) => written)).toEqual([]);
  });
});

/** The scenario and everything that the exercise turns in it, as text. */
function settingsOf({ scenario, set, task, file }: Exercise): string {
  const own =
    scenario.kind === 'own'
      ? scenario.text
      : readFileSync(join(CONTENT, 'scenarios', `${scenario.name}.yaml`), 'utf8');
  const frontMatter = readFileSync(file, 'utf8').split(/^---$/m)[1] ?? '';
  const looks = task.kind === 'diagnose' ? `at: ${task.at}\n` : '';
  return [own, ...set.map(({ path, value }) => `${path}: ${value}`), looks, frontMatter].join('\n');
}

function saidAfterwards({ debrief, task }: Exercise): string[] {
  switch (task.kind) {
    case 'predict':
      return [
        debrief,
        ...task.asks.flatMap((ask) =>
          ask.kind === 'choice' ? ask.options.map(({ why }) => why) : [],
        ),
      ];
    case 'diagnose':
      return [debrief, ...[...task.causes, ...task.actions].map(({ why }) => why)];
    default:
      return [debrief];
  }
}

function isSame(one: Figure | Input, { dimension, value }: Figure): boolean {
  return one.dimension === dimension && Math.abs(one.value - value) <= 1e-9 * value;
}

import { expect, it } from 'vitest';
import type { Answer, Dialogue, Prompt, Result, Step } from '../../../src/domain/dialogue.ts';
import type { Ask, Diagnosis, ExerciseTask } from '../../../src/domain/exercise.ts';
import { settingNow } from '../../../src/exercises/changed.ts';
import { dialogueFor, type Prepared, prepare } from '../../../src/exercises/index.ts';
import { truthsOf } from '../../../src/exercises/predict/truth.ts';
import { solutionOf } from '../../../src/exercises/solution.ts';
import { runScenario } from '../../../src/simulator/scenario/index.ts';
import { simulate } from '../exercise.ts';
import { examples, shippedScenario } from '../guide.ts';
import { allSaid, amount, choose, form, watched, words } from './play.ts';

const talked = examples().filter(({ task }) => task.kind !== 'code');

it.each(talked)('the example $id is played to its end with its solution', async (exercise) => {
  const { prepared } = prepare(exercise, shippedScenario);
  if (!prepared) throw new Error('it can’t be prepared');
  const { steps, result } = await playedThrough(prepared, await answersTo(prepared));
  expect(result).toMatchObject({ passed: true, rating: 3, explanation: 'so it is' });
  expect(allSaid(steps)).not.toContain('{{');
  expect(allSaid(steps).length).toBeGreaterThan(exercise.story.length);
});

it('examples of three kinds are played', () => {
  expect(talked.map(({ task }) => task.kind)).toEqual(['predict', 'tune', 'diagnose']);
});

async function playedThrough(
  prepared: Prepared,
  answers: Answer[],
): Promise<{ steps: Step[]; result: Result }> {
  const dialogue: Dialogue = dialogueFor(prepared, simulate);
  const steps = [dialogue.begin()];
  let prompt: Prompt | undefined = steps[0]?.prompt;
  while (prompt?.kind !== 'end') {
    const answer = answers.shift();
    if (!answer) throw new Error(`no answer to ${prompt?.kind}`);
    const step = await dialogue.answer(answer);
    expect(step.trouble).toBeUndefined();
    steps.push(step);
    prompt = step.prompt;
  }
  return { steps, result: prompt.result };
}

async function answersTo(prepared: Prepared): Promise<Answer[]> {
  const { task } = prepared.exercise;
  return [...(await taskAnswers(prepared, task)), words('so it is')];
}

async function taskAnswers(prepared: Prepared, task: ExerciseTask): Promise<Answer[]> {
  switch (task.kind) {
    case 'predict':
      return [...(await truths(prepared, task.asks)), watched];
    case 'tune': {
      const solution = solutionOf(prepared) ?? [];
      return [form(...task.knobs.map(({ path }) => settingNow(prepared, solution, path) ?? ''))];
    }
    case 'diagnose':
      return [
        ...task.looks.map((_, place) => choose(place)),
        choose(task.looks.length),
        choose(correct(task.causes)),
        choose(correct(task.actions)),
      ];
    case 'code':
      return [];
  }
}

function correct(choices: readonly Diagnosis[]): number {
  return choices.findIndex((each) => each.correct);
}

/** The examples ask for counts only. */
async function truths(prepared: Prepared, asks: readonly Ask[]): Promise<Answer[]> {
  const found = await truthsOf(prepared, asks, runScenario(prepared.scenario), simulate);
  return found.map((truth) => {
    if (truth.kind === 'choice') return choose(truth.holds[0] ?? -1);
    if (truth.kind === 'number') return amount(String(truth.value));
    return form(...truth.values.map(String));
  });
}

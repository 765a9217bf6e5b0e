import { describe, expect, it } from 'vitest';
import { isSimulated, type SimulatedQuestion } from '../../../src/domain/question.ts';
import { drawnExercise } from '../../../src/exercises/again/drawn.ts';
import { poseQuestion } from '../../../src/exercises/again/pose-question.ts';
import { shippedScenario } from '../guide.ts';
import { simulatedQuestion } from './question.ts';

const seeds = Array.from({ length: 40 }, (_, place) => place + 1);

describe('a simulated question', () => {
  const question = simulatedQuestion();

  it('is a question of its own kind', () => {
    expect(isSimulated(question)).toBe(true);
  });

  it('draws each value of the list for some seed, and the same one for the same seed', () => {
    const drawn = (seed: number) => drawnExercise(question, seed).set.at(-1)?.value;
    expect(new Set(seeds.map(drawn))).toEqual(new Set(['15s', '20s', '30s', '45s']));
    expect(seeds.map(drawn)).toEqual(seeds.map(drawn));
  });

  it('tells what was drawn, and leaves what the run came to open', () => {
    const exercise = drawnExercise(question, 1);
    const value = exercise.set.at(-1)?.value ?? '';
    expect(exercise.set[0]).toEqual({ path: 'runFor', value: '30m' });
    const inProse = value.replace('s', ' s');
    expect(exercise.story).toContain(`hidden for ${inProse} while`);
    expect(exercise.debrief).toMatch(
      new RegExp(`With ${inProse} that is\\n{{duplicates}} of them`),
    );
  });

  it.each([
    ['90s', '90 s'],
    ['5m', '5 min'],
    ['1d', '1 d'],
    ['3000', '3,000'],
    ['0.8', '0.8'],
    ['60/s', '60/s'],
    ['1/80', '1/80'],
    ['big-{1..2}', 'big-{1..2}'],
  ])('tells %s as people write it: %s', (value, told) => {
    const draws = [{ path: 'runFor', values: [value] }];
    const task = { ...question.task, draws, story: 'It is {{runFor}}.' };
    expect(drawnExercise({ ...question, task }, 1).story).toBe(`It is ${told}.`);
  });

  it('is put with the answer of its own run: more come twice, the shorter the lease', () => {
    const posed = seeds.map((seed) => poseQuestion(question, shippedScenario, seed));
    const answers = new Map<string, number[]>();
    for (const [place, seed] of seeds.entries()) {
      const value = drawnExercise(question, seed).set.at(-1)?.value ?? '';
      const task = posed[place]?.task;
      if (task?.kind !== 'number') throw new Error('no number is asked');
      expect(posed[place]?.answer).toContain(`${task.value} of them`);
      answers.set(value, [...(answers.get(value) ?? []), task.value]);
    }
    const mean = (lease: string) => {
      const all = answers.get(lease) ?? [];
      return all.reduce((sum, each) => sum + each, 0) / all.length;
    };
    expect(mean('15s')).toBeGreaterThan(mean('20s'));
    expect(mean('20s')).toBeGreaterThan(mean('30s'));
    expect(mean('30s')).toBeGreaterThan(mean('45s'));
  });

  it('can’t be put where its scenario is gone', () => {
    const gone = { ...question, task: { ...question.task, scenario: 'gone' } };
    expect(poseQuestion(gone as SimulatedQuestion, () => undefined, 1)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Ask, Exercise } from '../../../src/domain/exercise.ts';
import { pose } from '../../../src/exercises/again/pose.ts';
import type { Posed } from '../../../src/exercises/again/posed.ts';
import { metricValue } from '../../../src/simulator/observers/index.ts';
import { readScenario, runScenario } from '../../../src/simulator/scenario/index.ts';
import { exerciseOf, MAIL, noScenario } from '../exercise.ts';
import { examples, shippedScenario } from '../guide.ts';

const mails: Ask = {
  kind: 'number',
  prompt: 'How many mails are sent twice?',
  metric: 'duplicates',
  tolerance: 0.2,
};
const slowest: Ask = {
  kind: 'number',
  prompt: 'How slow is the slowest?',
  metric: 'latency.max',
  tolerance: 0.2,
};
const lost = (when: object, otherwise: object): Ask => ({
  kind: 'choice',
  prompt: 'Is a report lost?',
  options: [
    { text: 'Yes', when: { ...when }, why: 'There are {{lost}}.' },
    { text: 'No', when: { ...otherwise }, why: 'Of {{duplicates}}, none.' },
  ],
});
const curve: Ask = {
  kind: 'curve',
  prompt: 'How does it fall?',
  knob: 'queues.reports.visibilityTimeout',
  at: ['1s', '4s'],
  metric: 'duplicates',
  tolerance: 0.5,
};
const predict = (...asks: Ask[]) =>
  exerciseOf(
    { kind: 'predict', asks },
    { debrief: '{{duplicates}} went twice, then {{solved.duplicates}}.' },
  );
const put = (exercise: Exercise, draw = { seed: 41, turn: 0, isPassed: true }) => {
  const posed = pose(exercise, noScenario, draw);
  if (!posed) throw new Error('nothing is asked');
  return posed;
};
const duplicatesWith = (seed: number) => {
  const { scenario } = readScenario('mail.yaml', MAIL, []);
  return scenario && metricValue(runScenario(scenario, { seed }).report, 'duplicates');
};

describe('a prediction that comes back', () => {
  it('is asked about a run that was never seen, and answered by that run', () => {
    const values = [41, 42].map((seed) => {
      const posed = put(predict(mails), { seed, turn: 0, isPassed: true });
      expect(posed).toMatchObject({
        seed,
        story: 'Mails go out.',
        prompt: mails.prompt,
        task: { kind: 'number', value: duplicatesWith(seed), tolerance: 0.2, unit: '' },
        answer: `${duplicatesWith(seed)} went twice, then 0.`,
      });
      return posed.task.kind === 'number' && posed.task.value;
    });
    expect(new Set(values).size).toBe(2);
  });

  it('asks what there is to ask in turn', () => {
    const asked = (turn: number) =>
      put(predict(mails, curve, slowest), { seed: 41, turn, isPassed: true }).prompt;
    expect([0, 1, 2].map(asked)).toEqual([mails.prompt, slowest.prompt, mails.prompt]);
  });

  it('has one right option, and says why with the numbers of its run', () => {
    const { task } = put(predict(lost({ lost: { above: 0 } }, { lost: 0 })));
    expect(task).toEqual({
      kind: 'choice',
      options: [
        { text: 'Yes', correct: false, explanation: 'There are 0.' },
        { text: 'No', correct: true, explanation: `Of ${duplicatesWith(41)}, none.` },
      ],
    });
  });

  it.each([
    ['none of its options holds', [lost({ lost: { above: 5 } }, { lost: { above: 0 } })]],
    ['two of its options hold', [lost({ lost: 0 }, { lost: 0 })]],
    ['there are curves only', [curve]],
  ])('is called to mind where %s', (_why, asks) => {
    const posed = put(predict(...asks));
    expect(posed).toMatchObject({ seed: undefined, task: { kind: 'recall' } });
  });

  it('is called to mind where there is nothing to measure', () => {
    const idle = { set: [{ path: 'producers.customers.arrivals', value: '1/d' }] };
    const posed = put(exerciseOf({ kind: 'predict', asks: [slowest] }, idle));
    expect(posed).toMatchObject({ seed: undefined, prompt: slowest.prompt });
  });

  it('passes over an ask that its run doesn’t answer', () => {
    const both = predict(lost({ lost: 0 }, { lost: 0 }), mails);
    expect(put(both).prompt).toBe(mails.prompt);
  });
});

describe('every kind of exercise', () => {
  const all = examples().map((exercise) => {
    return [
      exercise.task.kind,
      pose(exercise, shippedScenario, { seed: 9, turn: 0, isPassed: true }),
    ] as const;
  });
  const of = (kind: string) => all.find(([each]) => each === kind)?.[1] as Posed;

  it('is put without a claim that is not filled in', () => {
    expect(all.map(([kind]) => kind)).toEqual(['predict', 'tune', 'diagnose', 'code']);
    for (const [, posed] of all) expect(`${posed?.story} ${posed?.answer}`).not.toContain('{{');
  });

  it('keeps its solution closed until it was passed, but for a prediction', () => {
    const closed = examples().map((exercise) => {
      const posed = pose(exercise, shippedScenario, { seed: 9, turn: 0, isPassed: false });
      return posed?.answer.includes('stays closed');
    });
    expect(closed).toEqual([false, true, true, true]);
  });

  it('tells, once it is answered, what was to be found', () => {
    expect(of('tune').answer).toContain(
      '- How long a report is hidden, `queues.reports.visibilityTimeout`: `180s`',
    );
    expect(of('diagnose').answer).toMatch(
      /^\*\*Cause:\*\* The database is full\. Workers.*\n\n\*\*First:\*\* Make the database faster\. It/,
    );
    expect(of('diagnose').answer).toContain('- `services.database.latency`: `50ms`');
    expect(of('code').answer).toContain('seen.putIfAbsent(message.id, true);');
  });

  it('tells nothing of it before', () => {
    for (const [, posed] of all)
      expect(`${posed?.story} ${posed?.prompt}`).not.toMatch(/180s|50ms|putIf/);
  });

  it('is not put at all when it can’t be run', () => {
    const broken = exerciseOf(
      { kind: 'predict', asks: [mails] },
      { set: [{ path: 'x', value: '1' }] },
    );
    expect(pose(broken, noScenario, { seed: 1, turn: 0, isPassed: true })).toBeUndefined();
  });
});

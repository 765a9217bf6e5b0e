import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/dialogue.ts';
import type { Ask, Exercise } from '../../../src/domain/exercise.ts';
import { asAgain } from '../../../src/exercises/index.ts';
import { runScenario } from '../../../src/simulator/scenario/index.ts';
import { exerciseOf, MAIL, ready } from '../exercise.ts';
import {
  allSaid,
  amount,
  begun,
  choose,
  form,
  played,
  promptOf,
  resultOf,
  watched,
  words,
} from './play.ts';

const LEASE = 'queues.reports.visibilityTimeout';
const number: Ask = {
  kind: 'number',
  prompt: 'How many mails are sent twice?',
  metric: 'duplicates',
  tolerance: 0.2,
};
const choice: Ask = {
  kind: 'choice',
  prompt: 'Is a report lost?',
  options: [
    { text: 'Yes', when: { lost: { above: 0 } }, why: 'Of {{produced}}, some are gone.' },
    { text: 'No', when: { lost: 0 }, why: '{{lost}} are gone.' },
  ],
};
const curve: Ask = {
  kind: 'curve',
  prompt: 'How does it fall?',
  knob: LEASE,
  at: ['2s', '4s', '60s'],
  metric: 'latency.p50',
  tolerance: 0.5,
};
const asking = (...asks: Ask[]) => exerciseOf({ kind: 'predict', asks }, { hints: ['Look.'] });
const { report } = runScenario(ready(asking(number)).scenario);
const twice = report.duplicates ?? 0;
const NEAR = String(twice);
const CLOSE = String(Math.round(twice * 1.4));
const FAR = String(twice * 10);

const finished = async (exercise: Exercise, ...answers: Answer[]) =>
  played(begun(exercise), ...answers, watched, words(' leases end '));

describe('a prediction', () => {
  it('is asked for one thing after the other, then watched', async () => {
    const steps = await played(
      begun(asking(number, choice, curve)),
      amount('40'),
      choose(1),
      form('1 s', '1 s', '1 s'),
    );
    expect(steps.map(({ prompt }) => prompt.kind)).toEqual(['amount', 'choice', 'form', 'watch']);
    expect(steps.slice(1).map(({ said }) => said)).toEqual([[], [], []]);
    expect(promptOf(steps[1], 'choice').options).toEqual([{ text: 'Yes' }, { text: 'No' }]);
    const { fields } = promptOf(steps[2], 'form');
    expect(fields.map(({ label }) => label)).toEqual(['2s', '4s', '60s']);
    expect(fields[0]).toMatchObject({ value: '', steps: [], range: 'a time, e.g. 30 s' });
  });

  it('of a curve says which point can’t be read', async () => {
    const { dialogue, first } = begun(asking(curve));
    const step = await dialogue.answer(form('1 s', '7', '1 s'));
    expect(step.prompt).toBe(first.prompt);
    expect(step.trouble).toBe('At 4s: 7 of what? Add a unit: 7 ms, 7 s or 7 min.');
    expect((await dialogue.answer(form('1 s'))).trouble).toMatch(/^At 4s: Type a time/);
  });

  it('has nothing to show for itself before the run', async () => {
    const { dialogue } = begun(asking(number));
    expect(dialogue.soFar()).toBeUndefined();
    await dialogue.answer(amount('40'));
    expect(dialogue.soFar()).toBeUndefined();
    await dialogue.answer(watched);
    expect(dialogue.soFar()).toMatchObject({ tries: 1, explanation: '' });
  });

  it('stands beside the outcome, with the reasons and the story', async () => {
    const steps = await finished(asking(number, choice), amount(FAR), choose(0));
    const said = steps[3]?.said ?? [];
    expect(said.map(({ kind }) => kind)).toEqual(['verdict', 'verdict', 'text', 'text', 'story']);
    expect(said[0]).toMatchObject({
      grade: 'wrong',
      text: expect.stringMatching(
        `^How many mails are sent twice\\? You said .*; it is ${twice}: you said 10 times too much.`,
      ),
    });
    expect(said[1]).toMatchObject({
      text: 'Is a report lost? You said “Yes”. That is not what happens: it is “No”.',
    });
    expect(said[2]).toEqual({ kind: 'text', text: `Of ${report.produced}, some are gone.` });
    expect(said[3]).toEqual({ kind: 'text', text: '0 are gone.' });
    expect(said[4]).toMatchObject({ title: 'What happened, with seed 3' });
    expect(allSaid(steps.slice(3, 4))).toContain(`duplicates is ${twice}; it had to be exactly 0`);
  });

  it('alone is not told which question it answers', async () => {
    const steps = await finished(asking(number), amount(NEAR));
    expect(steps[2]?.said[0]).toEqual({
      kind: 'verdict',
      grade: 'right',
      text: `You said ${NEAR}, and so it is.`,
    });
  });

  it('of a curve is drawn beside that of the runs', async () => {
    const steps = await finished(asking(curve), form('1 s', '2 s', '3 s'));
    const drawn = steps[2]?.said.find(({ kind }) => kind === 'curves');
    expect(drawn).toMatchObject({
      title: 'How does it fall?',
      at: ['2s', '4s', '60s'],
      curves: [
        { name: 'you said', values: [1e6, 2e6, 3e6], words: ['1 s', '2 s', '3 s'] },
        { name: 'it is', words: [expect.any(String), expect.any(String), expect.any(String)] },
      ],
    });
  });

  it('tells no story where every check holds', async () => {
    const calm = exerciseOf(
      { kind: 'predict', asks: [number] },
      { set: [{ path: LEASE, value: '1m' }] },
    );
    const steps = await finished(calm, amount('0'));
    expect(steps[2]?.said.map(({ kind }) => kind)).toEqual(['verdict']);
  });

  it('ends with the debrief and the learner’s own words', async () => {
    const debrief = '{{duplicates}} came twice; with a longer lease {{solved.duplicates}}.';
    const steps = await finished({ ...asking(number), debrief }, amount(NEAR));
    expect(promptOf(steps[2], 'words').text).toBe('In a line: why?');
    expect(allSaid(steps.slice(3))).toBe(`${twice} came twice; with a longer lease 0.`);
    expect(resultOf(steps[3]).explanation).toBe('leases end');
  });

  it('goes another way with another seed', async () => {
    const again = asAgain(asking(number), 11);
    const other = runScenario(ready(again).scenario).report.duplicates ?? 0;
    expect(other).not.toBe(twice);
    const steps = await finished(again, amount(String(other)));
    expect(resultOf(steps[3]).predictions).toEqual([
      `How many mails are sent twice: you said ${other}, it is ${other} (right)`,
    ]);
    expect(allSaid(steps)).toContain('with seed 11');
  });
});

describe('the result of a prediction', () => {
  it.each([
    ['all right', NEAR, 1, 0, 3, true],
    ['all right, with a hint', NEAR, 1, 1, 2, true],
    ['one close', CLOSE, 1, 0, 2, true],
    ['one close, with a hint', CLOSE, 1, 1, 2, true],
    ['one wrong', FAR, 1, 0, 1, false],
    ['the other wrong', NEAR, 0, 0, 1, false],
    ['one close, one wrong', CLOSE, 0, 0, 1, false],
  ])('%s', async (_, said, place, hints, rating, passed) => {
    const start = begun(asking(number, choice));
    for (let hint = 0; hint < hints; hint += 1) start.dialogue.hint();
    const steps = await played(start, amount(said), choose(place), watched, words(''));
    expect(resultOf(steps[4])).toMatchObject({ rating, passed, hints, tries: 1, explanation: '' });
    expect(start.dialogue.soFar()).toEqual(resultOf(steps[4]));
  });

  it('keeps a line for each ask, with the grade at its end', async () => {
    const steps = await finished(
      asking(number, choice, curve),
      amount(FAR),
      choose(1),
      form('1 ms', '1 ms', '1 ms'),
    );
    const [first, second, third] = resultOf(steps[5]).predictions;
    expect(first).toMatch(/^How many mails are sent twice: you said [\d,]+, it is \d+ \(wrong\)$/);
    expect(second).toBe('Is a report lost: you said “No”, it is “No” (right)');
    expect(third).toMatch(
      /^How does it fall: you said 1 ms, 1 ms, 1 ms, it is .+ m?s \((close|wrong)\)$/,
    );
  });

  it('is not changed by a hint after the outcome', async () => {
    const start = begun(asking(number));
    await played(start, amount(NEAR), watched);
    start.dialogue.hint();
    expect(start.dialogue.soFar()).toMatchObject({ rating: 3, hints: 0 });
  });

  it('shortens a long question', async () => {
    const prompt = `${'How many mails of the many mails are sent '.repeat(3)}twice?`;
    const steps = await finished(asking({ ...number, prompt }, choice), amount(NEAR), choose(1));
    expect(resultOf(steps[4]).predictions[0]).toBe(
      `How many mails of the many mails are sent How many mails of…: you said ${NEAR}, it is ${NEAR} (right)`,
    );
  });
});

it('a run that has no checks can be predicted', async () => {
  const text = MAIL.replace(/checks:[\s\S]*/, '');
  const own = { scenario: { kind: 'own', text, line: 1 } as const };
  const steps = await finished({ ...asking(number), ...own }, amount(NEAR));
  expect(resultOf(steps[3]).passed).toBe(true);
});

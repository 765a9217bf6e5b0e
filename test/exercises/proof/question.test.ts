import { describe, expect, it } from 'vitest';
import type { SimulatedQuestion, SimulatedTask } from '../../../src/domain/question.ts';
import { proofOfQuestion, type ShippedScenario } from '../../../src/exercises/index.ts';
import { simulatedQuestion } from '../again/question.ts';
import { simulate } from '../exercise.ts';
import { shippedScenario } from '../guide.ts';

const question = simulatedQuestion();

async function problemsOf(
  changes: Partial<SimulatedTask>,
  { draws = 10, shipped = shippedScenario as ShippedScenario, answer = question.answer } = {},
): Promise<string[]> {
  const changed: SimulatedQuestion = {
    ...question,
    answer,
    task: { ...question.task, ...changes },
  };
  const problems = await proofOfQuestion(changed, shipped, simulate, draws);
  for (const { line } of problems) expect(line).toBe(question.line);
  return problems.map(({ what }) => what);
}

describe('the proof of a simulated question', () => {
  it('finds nothing wrong with a good one', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it('tells a scenario that isn’t there, also when nothing is run', async () => {
    const missing = { draws: 0, shipped: () => undefined };
    expect(await problemsOf({ scenario: 'gone' }, missing)).toEqual([
      'there is no scenario “gone”',
    ]);
  });

  it('tells a path that the scenario doesn’t have', async () => {
    const draws = [{ path: 'queues.none.visibilityTimeout', values: ['1s', '2s'] }];
    expect((await problemsOf({ draws })).join()).toMatch(/queues\.none/);
  });

  it('tells a metric that the report doesn’t have', async () => {
    const ask = { kind: 'number', metric: 'latency.p98', tolerance: 0.1 } as const;
    expect((await problemsOf({ ask })).join()).toMatch(/latency\.p98/);
  });

  it('tells what is drawn for nothing', async () => {
    const ask = { kind: 'number', metric: 'lost', tolerance: 0.1 } as const;
    expect(await problemsOf({ ask })).toEqual(['all 10 draws have the same answer']);
  });

  it('tells options of which none or several hold', async () => {
    const options = [
      { text: 'Some', when: { duplicates: { above: 1_000_000 } }, why: 'So.' },
      { text: 'None', when: { duplicates: 0 }, why: 'So.' },
    ];
    expect((await problemsOf({ ask: { kind: 'choice', options } })).join()).toMatch(
      /has no option that holds/,
    );
  });

  it('tells an answer that claims what no run has', async () => {
    expect((await problemsOf({}, { answer: 'It was {{nothing}}.' })).join()).toMatch(/{{nothing}}/);
  });
});

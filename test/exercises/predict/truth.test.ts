import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/domain/exercise.ts';
import { asAgain } from '../../../src/exercises/index.ts';
import { truthsOf, unitOf } from '../../../src/exercises/predict/truth.ts';
import { SECOND } from '../../../src/simulator/engine/time.ts';
import { runScenario } from '../../../src/simulator/scenario/index.ts';
import { exerciseOf, ready, simulate } from '../exercise.ts';

const option = (text: string, when: Record<string, unknown>) => ({ text, when, why: '' });
const asks: Ask[] = [
  { kind: 'number', prompt: '?', metric: 'duplicates', tolerance: 0.2 },
  {
    kind: 'choice',
    prompt: '?',
    options: [
      option('none', { duplicates: 0 }),
      option('some', { duplicates: { above: 0 }, lost: 0 }),
      option('worse', { duplicates: { above: 0 }, lost: { atLeast: 1 } }),
      option('unmeasured', { 'alarms.backlog.firstAt': { above: '0s' } }),
    ],
  },
  {
    kind: 'curve',
    prompt: '?',
    knob: 'queues.reports.visibilityTimeout',
    at: ['2s', '4s', '60s'],
    metric: 'duplicates',
    tolerance: 0.5,
  },
];
const exercise = exerciseOf({ kind: 'predict', asks });

describe('what a run answers', () => {
  it('is the number, the options that hold, and a point of each value of a curve', async () => {
    const prepared = ready(exercise);
    const run = runScenario(prepared.scenario);
    const [number, choice, curve] = await truthsOf(prepared, asks, run, simulate);
    expect(number).toEqual({ kind: 'number', value: run.report.duplicates, unit: 'count' });
    expect(run.report.duplicates).toBeGreaterThan(0);
    expect(choice).toEqual({ kind: 'choice', holds: [1] });
    if (curve?.kind !== 'curve') throw new Error('no curve');
    const [first = 0, second = 0, last] = curve.values;
    expect(first).toBe(run.report.duplicates);
    expect(second).toBeLessThan(first);
    expect(last).toBe(0);
  });

  it('has the unit of the metric', () => {
    const prepared = ready(exercise);
    expect(asks.map((ask) => unitOf(prepared, ask))).toEqual(['count', undefined, 'count']);
  });

  it('is another one again with another seed', async () => {
    const set = [{ path: 'runFor', value: '3m' }];
    expect(ready(asAgain({ ...exercise, set }, 77)).scenario.runFor).toBe(180 * SECOND);
    const again = ready(asAgain(exercise, 77));
    expect(again.scenario.seed).toBe(77);
    const run = runScenario(again.scenario);
    expect(run.seed).toBe(77);
    const before = runScenario(ready(exercise).scenario);
    expect(run.report.latency.mean).not.toBe(before.report.latency.mean);
    const truths = await truthsOf(again, asks, run, simulate);
    expect(truths[2]).toMatchObject({ values: [run.report.duplicates, expect.anything(), 0] });
  });
});

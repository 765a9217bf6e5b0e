import { describe, expect, it } from 'vitest';
import type { Knob } from '../../../src/domain/exercise.ts';
import { changed, settingNow } from '../../../src/exercises/changed.ts';
import { seedsOf } from '../../../src/exercises/simulate.ts';
import { solutionOf } from '../../../src/exercises/solution.ts';
import { failureOf } from '../../../src/exercises/tune/failure.ts';
import { tried } from '../../../src/exercises/tune/trial.ts';
import { exerciseOf, MAIL, ready, simulate } from '../exercise.ts';

const LEASE = 'queues.reports.visibilityTimeout';
const knobs: Knob[] = [{ path: LEASE, label: 'lease', range: { from: '1s', to: '5m' } }];
const prepared = ready(
  exerciseOf({
    kind: 'tune',
    knobs,
    shows: ['cost.dollars', 'alarms.backlog.firstAt', 'latency.p50'],
    solution: [{ path: LEASE, value: '1m' }],
  }),
);
const seeds = seedsOf(prepared, 5);
const lease = (value: string) => [{ path: LEASE, value }];

describe('a trial', () => {
  it('runs the scenario’s own seed first', () => {
    expect(seeds).toEqual([3, 4, 5, 6, 7]);
  });

  it('fails as shipped, and says with which seed first and what was found', async () => {
    const trial = await tried(prepared, [], seeds, simulate);
    expect(trial.passed).toBe(false);
    expect(trial.checks).toEqual([
      {
        metric: 'duplicates',
        wanted: 'exactly 0',
        held: 0,
        failing: { seed: 3, got: expect.stringMatching(/^\d+$/) },
      },
      { metric: 'lost', wanted: 'exactly 0', held: 5, failing: undefined },
    ]);
  });

  it('tells the story of the failing seed with the knobs as they were turned', async () => {
    const trial = await tried(prepared, lease('3s'), seeds, simulate);
    const failure = failureOf(prepared, trial);
    expect(failure?.seed).toBe(trial.checks[0]?.failing?.seed);
    const [story] = failure?.stories ?? [];
    const { got } = trial.checks[0]?.failing ?? {};
    expect(story?.lines[0]).toContain(`duplicates is ${got}; it had to be exactly 0. Look at`);
    expect(story?.lines.join('\n')).toContain('the visibility timeout of customers-');
  });

  it('passes with the solution, on every seed', async () => {
    const trial = await tried(prepared, solutionOf(prepared) ?? [], seeds, simulate);
    expect(trial.passed).toBe(true);
    expect(failureOf(prepared, trial)).toBeUndefined();
  });

  it('doesn’t pass with one lucky seed', async () => {
    const settings = lease('6s');
    const all = await tried(prepared, settings, seedsOf(prepared, 40), simulate);
    const [check] = all.checks;
    expect(check?.held).toBeGreaterThan(0);
    expect(check?.held).toBeLessThan(40);
    expect(all.passed).toBe(false);
    expect(failureOf(prepared, all)?.seed).toBe(check?.failing?.seed);
  });

  it('shows what is traded, over the seeds, in words', async () => {
    const { shows } = await tried(prepared, lease('1m'), seeds, simulate);
    const [cost, alarm, latency] = shows;
    expect(cost?.mean).toMatch(/^\$0\.000\d+$/);
    expect(alarm).toEqual({
      metric: 'alarms.backlog.firstAt',
      mean: 'none',
      lowest: 'none',
      highest: 'none',
    });
    expect(Number.parseFloat(latency?.lowest ?? '')).toBeLessThanOrEqual(
      Number.parseFloat(latency?.highest ?? ''),
    );
  });

  it('fails when a run is cut off, with a check that other seeds don’t have', async () => {
    const trial = await tried(
      prepared,
      [...lease('1m'), { path: 'maxEvents', value: '50' }],
      seeds,
      simulate,
    );
    expect(trial.passed).toBe(false);
    expect(trial.checks.find(({ metric }) => metric === 'ending')).toMatchObject({ held: 0 });
  });

  it('proves nothing without a check', async () => {
    const text = MAIL.replace(/checks:[\s\S]*/, '');
    const bare = exerciseOf(
      { kind: 'predict', asks: [] },
      { scenario: { kind: 'own', text, line: 1 } },
    );
    expect((await tried(ready(bare), [], seeds, simulate)).passed).toBe(false);
  });
});

describe('settings', () => {
  it('that don’t fit together are told with the knob that is to blame', () => {
    const together = [...lease('20s'), { path: 'consumers.workers.heartbeat.every', value: '5s' }];
    const { scenario, troubles } = changed(prepared, together);
    expect(scenario).toBeUndefined();
    expect(troubles).toEqual([
      {
        path: 'consumers.workers.heartbeat.every',
        what: 'consumers.workers.heartbeat.extendTo is missing',
        fix: expect.any(String),
      },
    ]);
    expect(changed(prepared, lease('20s')).scenario?.queues.reports).toMatchObject({
      visibilityTimeoutSeconds: 20,
    });
  });

  it('leave a scenario the title of its exercise', () => {
    const text = MAIL.replace('# The mail\n', '');
    const scenario = { kind: 'own', text, line: 1 } as const;
    const nameless = ready(exerciseOf({ kind: 'predict', asks: [] }, { scenario }));
    expect(changed(nameless, lease('20s')).scenario?.title).toBe('The mail that comes twice');
  });

  it('can be read as they stand', () => {
    expect(settingNow(prepared, [], LEASE)).toBe('2s');
    expect(settingNow(prepared, lease('20s'), LEASE)).toBe('20s');
    expect(settingNow(prepared, [], 'consumers.workers.count')).toBe('4');
    expect(settingNow(prepared, [], 'consumers.workers.steps.0.work')).toBe('{"exponential":"1s"}');
    expect(settingNow(prepared, [], 'queues.reports.delay')).toBeUndefined();
    expect(settingNow(prepared, [], 'queues.orders.delay')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type {
  DiagnoseTask,
  Exercise,
  PredictTask,
  TuneTask,
} from '../../../src/domain/exercise.ts';
import { proofOf } from '../../../src/exercises/index.ts';
import { Sandboxes } from '../../../src/platform/sandbox.ts';
import { exerciseOf, MAIL, ready, simulate } from '../exercise.ts';

const LEASE = 'queues.reports.visibilityTimeout';
const SOLUTION = [{ path: LEASE, value: '1m' }];
const tune: TuneTask = {
  kind: 'tune',
  knobs: [{ path: LEASE, label: 'lease', range: { from: '1s', to: '5m' } }],
  shows: [],
  solution: SOLUTION,
};
const diagnose: DiagnoseTask = {
  kind: 'diagnose',
  at: '1m',
  looks: [
    { title: 'Mails', minutes: 1, shows: { kind: 'series', metric: 'duplicates' } },
    { title: 'Workers', minutes: 1, shows: { kind: 'log', of: 'workers' } },
    { title: 'One', minutes: 1, shows: { kind: 'story', metric: 'duplicates' } },
    { title: 'Alarms', minutes: 1, shows: { kind: 'alarms' } },
  ],
  causes: [{ text: 'a', correct: true, why: 'It made {{duplicates}} too many.' }],
  actions: [{ text: 'b', correct: true, why: 'Then there are {{solved.duplicates}}.' }],
  solution: SOLUTION,
};
const option = (text: string, when: Record<string, unknown>) => ({ text, when, why: '' });
const predict: PredictTask = {
  kind: 'predict',
  asks: [
    { kind: 'number', prompt: 'How many?', metric: 'duplicates', tolerance: 0.2 },
    {
      kind: 'choice',
      prompt: 'Which?',
      options: [
        option('none', { duplicates: 0 }),
        option('some', { duplicates: { above: 0 }, lost: 0 }),
      ],
    },
    {
      kind: 'curve',
      prompt: 'Draw it',
      knob: LEASE,
      at: ['2s', '60s'],
      metric: 'duplicates',
      tolerance: 0.5,
    },
  ],
};

async function proof(exercise: Exercise): Promise<string[]> {
  const problems = await proofOf(ready(exercise), simulate, new Sandboxes());
  for (const { file, line } of problems) expect([file, line]).toEqual([exercise.file, 1]);
  return problems.map(({ what, fix }) => `${what} | ${fix}`);
}
const own = (text: string) => ({ scenario: { kind: 'own', text, line: 1 } as const });
const asking = (ask: PredictTask['asks'][number]) => exerciseOf({ kind: 'predict', asks: [ask] });

describe('the proof of an exercise', () => {
  it.each([predict, tune, diagnose])('holds where it does what it says: $kind', async (task) => {
    const debrief = 'Of {{produced}} mails {{duplicates}} came twice; then {{solved.duplicates}}.';
    expect(await proof(exerciseOf(task, { debrief }))).toEqual([]);
  });

  it.each([tune, diagnose])('fails where it passes as shipped: $kind', async (task) => {
    const text = MAIL.replace('visibilityTimeout: 2s', 'visibilityTimeout: 8s');
    const found = await proof(exerciseOf(task, own(text)));
    expect(found).toContainEqual(
      expect.stringMatching(/^as shipped it passes its checks with seed \d+ \| make the checks/),
    );
  });

  it('fails where the solution doesn’t hold with every seed', async () => {
    const solution = [{ path: LEASE, value: '6s' }];
    const found = await proof(exerciseOf({ ...tune, solution }));
    expect(found).toEqual([
      expect.stringMatching(
        /^with its solution and seed \d+ it fails: duplicates is \d, not exactly 0 \| mend/,
      ),
    ]);
    expect(await proof(exerciseOf({ ...predict, solution }))).toHaveLength(1);
  });

  it('fails where a learner can’t reach the solution', async () => {
    const elsewhere = [...SOLUTION, { path: 'consumers.workers.count', value: '5' }];
    expect(await proof(exerciseOf({ ...tune, solution: elsewhere }))).toEqual([
      `the solution sets consumers.workers.count, which is no knob | add it to knobs, or solve it with ${LEASE}`,
    ]);
    const far = [{ path: LEASE, value: '10m' }];
    expect(await proof(exerciseOf({ ...tune, solution: far }))).toEqual([
      `the solution sets ${LEASE} to 10m: 10min is out of range: from 1s to 5m. | widen the range`,
    ]);
  });

  it('fails where not exactly one option holds with every seed', async () => {
    const options = [option('few', { duplicates: { atMost: 1 } }), option('all', { lost: 0 })];
    const both = asking({ kind: 'choice', prompt: 'Which?', options: [...options, ...options] });
    expect((await proof(both))[0]).toContain(
      'with seed 3, “Which?” has several that hold: “all”, “all” | change the conditions',
    );
    const none = [option('none', { duplicates: 0 })];
    expect((await proof(asking({ kind: 'choice', prompt: 'Which?', options: none })))[0]).toContain(
      'with seed 3, “Which?” has no option that holds',
    );
  });

  it('fails where an ask has no answer', async () => {
    const metric = 'alarms.backlog.firstAt';
    expect(
      (await proof(asking({ kind: 'number', prompt: 'When?', metric, tolerance: 0.1 })))[0],
    ).toContain('with seed 3, “When?” has no answer');
    const curve = {
      kind: 'curve',
      prompt: 'Draw',
      knob: LEASE,
      at: ['2s'],
      tolerance: 0.1,
    } as const;
    expect((await proof(asking({ ...curve, metric })))[0]).toContain('“Draw” has no answer at 2s');
  });

  it('fails where a claim can’t be cited', async () => {
    const found = await proof(exerciseOf(tune, { debrief: '{{duplicate}}', hints: ['{{lots}}'] }));
    expect(found).toEqual([
      expect.stringContaining('{{lots}} cites no metric'),
      expect.stringContaining('{{duplicate}} cites no metric'),
    ]);
    const bare = exerciseOf(
      { kind: 'predict', asks: [] },
      { debrief: '{{solved.lost}}', ...own(MAIL.replace(/remedy:[\s\S]*/, '')) },
    );
    expect((await proof(bare))[0]).toContain('{{solved.lost}} cites a run with the solution');
  });

  it('fails where a look shows nothing', async () => {
    expect(await proof(exerciseOf({ ...diagnose, at: '3s' }))).toEqual([
      expect.stringContaining('the look “One” shows nothing at that moment'),
    ]);
  });

  it('fails where a run takes too long', async () => {
    const long = async (jobs: Parameters<typeof simulate>[0]) =>
      (await simulate(jobs)).map((result) => ({ ...result, events: 2_000_000 }));
    const problems = await proofOf(ready(exerciseOf(tune)), long, new Sandboxes());
    expect(problems.map(({ what }) => what)).toEqual([
      'a run takes 2000000 steps, and at most 300000 end within two seconds',
    ]);
  });

  it('tells what is wrong with the programs of a code exercise', async () => {
    const right =
      'export async function handle(m, { work, emails }) { await work(); await emails.add(m.id); await m.delete(); }';
    const task = {
      kind: 'code',
      role: 'consumer',
      part: 'workers',
      starter: right,
      solution: 'export const handle = 1 +',
      mistakes: [
        { id: 'none', effect: '', program: right, fails: 'lost' },
        {
          id: 'other',
          effect: '',
          program: 'export const handle = (m) => m.delete();',
          fails: 'lost',
        },
      ],
    } as const;
    const found = await proof(exerciseOf(task, { set: SOLUTION }));
    expect(found.map((each) => each.replace(/ \| .*/, ''))).toEqual([
      'the starter passes',
      'the solution fails: line 1: Unexpected token, at column 26',
      'the mistake none passes',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Exercise, TuneTask } from '../../../src/domain/exercise.ts';
import { TRIAL_SEEDS } from '../../../src/exercises/dialogue/tune.ts';
import { dialogueFor } from '../../../src/exercises/index.ts';
import type { Simulate } from '../../../src/exercises/simulate.ts';
import { exerciseOf, MAIL, ready, simulate } from '../exercise.ts';
import { allSaid, begun, form, played, promptOf, resultOf, rowWords, words } from './play.ts';

const LEASE = 'queues.reports.visibilityTimeout';
const COUNT = 'consumers.workers.count';
const task: TuneTask = {
  kind: 'tune',
  knobs: [
    { path: LEASE, label: 'How long a mail is hidden', range: { from: '1s', to: '5m' } },
    { path: COUNT, label: 'Workers', range: { choose: ['4', '8'] } },
  ],
  shows: ['latency.p99', 'cost.dollars'],
  solution: [{ path: LEASE, value: '87s' }],
};
const tuning = (changes: Partial<TuneTask> = {}): Exercise =>
  exerciseOf({ ...task, ...changes }, { hints: ['Longer.'], debrief: 'It was {{duplicates}}.' });

/** Holds with some seeds and not with others. */
const LUCKY = '6s';

describe('a form of knobs', () => {
  it('says what has to hold, and what it is as shipped', () => {
    const { first } = begun(tuning());
    const [story, must] = first.said;
    expect(story).toEqual({ kind: 'text', text: 'Mails go out.' });
    expect(must).toMatchObject({
      title: 'With each of 20 seeds this has to hold',
      heads: ['wanted', expect.stringMatching(/^as shipped, seed \d+$/)],
    });
    const rows = must?.kind === 'rows' ? must.rows.map(rowWords) : [];
    expect(rows).toEqual([
      expect.stringMatching(/^wrong \| duplicates \| exactly 0 \| \d+$/),
      'right | lost | exactly 0 | 0',
      expect.stringMatching(/^none \| latency\.p99 \| {2}\| [\d.]+ m?s$/),
      expect.stringMatching(/^none \| cost\.dollars \| {2}\| \$0\.\d+$/),
    ]);
  });

  it('begins as shipped', () => {
    const { fields, send } = promptOf(begun(tuning()).first, 'form');
    expect(send).toBe('run it');
    expect(fields).toMatchObject([
      { label: 'How long a mail is hidden', value: '2s', range: '1s to 5min' },
      { label: 'Workers', value: '4', steps: ['4', '8'], range: '4, 8' },
    ]);
    expect(fields[0]?.steps).toContain('30s');
  });

  it.each([
    [
      ['long', '4'],
      'How long a mail is hidden: “long” can’t be read here. Type something from 1s to 5m.',
    ],
    [['10m', '4'], 'How long a mail is hidden: 10min is out of range: from 1s to 5m.'],
    [['30s', '5'], 'Workers: Choose 4 or 8.'],
    [['30s'], 'Workers: Choose 4 or 8.'],
  ])('turned to %j says what is wrong, and runs nothing', async (values, trouble) => {
    const { dialogue, first } = begun(tuning());
    const step = await dialogue.answer(form(...values));
    expect(step).toEqual({ said: [], prompt: first.prompt, trouble });
    expect(dialogue.soFar()).toBeUndefined();
  });

  it('says what doesn’t fit together, at the knob that is to blame', async () => {
    const lambda = MAIL.replace('count: 4', 'lambda: { timeout: 2s }');
    const timeout = 'consumers.workers.lambda.timeout';
    const knobs = [
      { path: timeout, label: 'Time for a batch', range: { from: '1s', to: '5m' } },
      { path: LEASE, label: 'lease', range: { from: '2s', to: '5m' } },
    ];
    const own = { scenario: { kind: 'own', text: lambda, line: 1 } as const };
    const shipped = { set: [{ path: LEASE, value: '5m' }] };
    const { dialogue } = begun({ ...tuning({ knobs }), ...own, ...shipped });
    const step = await dialogue.answer(form('10s', '5s'));
    expect(step.trouble).toMatch(
      /^Time for a batch: consumers\.workers\.lambda\.timeout is longer than messages stay hidden, 5s; let /,
    );
  });

  it('leaves alone what is not set', async () => {
    const path = 'queues.reports.delay';
    const delay = { path, label: 'Delay', range: { from: '1s', to: '1m' } };
    const start = begun(tuning({ knobs: [...task.knobs, delay] }));
    expect(promptOf(start.first, 'form').fields[2]?.value).toBe('');
    const steps = await played(start, form('2m', '4', ''));
    expect(allSaid(steps)).toContain('none | Delay | not set | not set');
  });

  it('takes what is shipped, though it is out of the range', async () => {
    const knobs = [
      { path: LEASE, label: 'lease', range: { from: '1s', to: '5m' } },
      { path: COUNT, label: 'Workers', range: { choose: ['8', '16'] } },
    ];
    const steps = await played(begun(tuning({ knobs })), form('2m', '4'));
    expect(steps[1]?.prompt.kind).toBe('words');
  });
});

describe('a try that fails', () => {
  it('says with how many seeds it holds, beside what is shipped, and tells a story', async () => {
    const steps = await played(begun(tuning()), form('3s', '8'));
    const [verdict, table, story] = steps[1]?.said ?? [];
    expect(verdict).toEqual({
      kind: 'verdict',
      grade: 'wrong',
      text: 'duplicates has to be exactly 0. That holds in none of 20 seeds.',
    });
    expect(table).toMatchObject({ heads: ['wanted', 'now', 'as shipped'] });
    const rows = table?.kind === 'rows' ? table.rows.map(rowWords) : [];
    expect(rows).toEqual([
      expect.stringMatching(
        /^wrong \| duplicates \| exactly 0 \| 0 of 20, e\.g\. \d+ \| 0 of 20, e\.g\. \d+$/,
      ),
      'right | lost | exactly 0 | 20 of 20 | 20 of 20',
      expect.stringMatching(/^none \| latency\.p99 \| {2}\| \S+ m?s \| \S+ m?s$/),
      expect.stringMatching(/^none \| cost\.dollars \| {2}\| \$/),
    ]);
    // Three digits are enough.
    expect(rows.join()).not.toMatch(/\d\d\.\d\d+ m?s|\d\.\d{3,} m?s/);
    expect(story).toMatchObject({ kind: 'story', title: expect.stringMatching(/with seed \d+$/) });
  });

  it('is run with many seeds, each once', async () => {
    const seeds: (number | undefined)[] = [];
    const dialogue = dialogueFor(ready(tuning()), async (jobs) => {
      seeds.push(...jobs.map(({ seed }) => seed));
      return simulate(jobs);
    });
    dialogue.begin();
    await dialogue.answer(form('2s', '4'));
    expect(seeds).toHaveLength(TRIAL_SEEDS);
    expect(new Set(seeds).size).toBe(TRIAL_SEEDS);
  });

  it('is not saved by lucky seeds', async () => {
    const steps = await played(begun(tuning()), form(LUCKY, '4'));
    const [verdict] = steps[1]?.said ?? [];
    expect(verdict?.kind === 'verdict' && verdict.text).toMatch(
      /^duplicates has to be exactly 0\. That holds in ([1-9]|1\d) of 20 seeds: one lucky seed is not enough\.$/,
    );
    expect(steps[1]?.prompt.kind).toBe('form');
  });

  it('goes on from the knobs as they are now, and is what the next is compared with', async () => {
    const steps = await played(begun(tuning()), form('3', '8'), form('4s', '8'));
    const { fields } = promptOf(steps[1], 'form');
    expect(fields.map(({ value }) => value)).toEqual(['3s', '8']);
    expect(allSaid(steps.slice(2))).toContain('| wanted | now | before |');
    expect(allSaid(steps.slice(2))).not.toContain('as shipped');
  });

  it('has one row for what is both checked and shown, and the failing checks first', async () => {
    const shows = ['lost', 'duplicates', 'cost.dollars'];
    const steps = await played(begun(tuning({ shows })), form('3s', '8'));
    const [, table] = steps[1]?.said ?? [];
    const rows = table?.kind === 'rows' ? table.rows : [];
    expect(rows.map(({ name }) => name)).toEqual(['duplicates', 'lost', 'cost.dollars']);
    expect(rows[1]?.cells.slice(0, 2)).toEqual(['exactly 0', '20 of 20, 0']);
  });

  it('as shipped stands alone, with how far values lie apart', async () => {
    const steps = await played(begun(tuning()), form('2s', '4'));
    const said = allSaid(steps.slice(1));
    expect(said).toContain('| wanted | now |');
    expect(said).toContain('for the rest the mean (lowest to highest)');
    expect(said).toMatch(/none \| latency\.p99 \| {2}\| \S+ m?s \(\S+ m?s to \S+ m?s\)$/m);
  });

  it('isn’t run twice', async () => {
    const start = begun(tuning());
    await played(start, form('3s', '4'));
    const step = await start.dialogue.answer(form('3 s', '4'));
    expect(step.trouble).toBe('Nothing has changed since the last run. Turn a knob first.');
    expect(start.dialogue.soFar()).toMatchObject({ tries: 1 });
  });

  it('has to come back when the learner leaves', async () => {
    const start = begun(tuning());
    await played(start, form('3s', '4'), form('4s', '4'));
    start.dialogue.hint();
    expect(start.dialogue.soFar()).toEqual({
      passed: false,
      rating: 1,
      tries: 2,
      hints: 1,
      predictions: [],
      explanation: '',
    });
  });

  it('doesn’t count when it couldn’t be run', async () => {
    const broken: Simulate = async () => {
      throw new Error('no threads left');
    };
    const dialogue = dialogueFor(ready(tuning()), broken);
    dialogue.begin();
    await expect(dialogue.answer(form('3s', '4'))).rejects.toThrow('no threads left');
    expect(dialogue.soFar()).toBeUndefined();
  });
});

describe('a try that passes', () => {
  it('stands beside par', async () => {
    const steps = await played(begun(tuning()), form('2m', '8'));
    const said = allSaid(steps.slice(1));
    expect(said).toContain('Everything holds in 20 of 20 seeds, at the first try.');
    expect(said).toContain('none | How long a mail is hidden | 2min | 87s');
    expect(said).toContain('none | Workers | 8 | 4');
    expect(said).toContain('right | duplicates | exactly 0 | 20 of 20 | 20 of 20');
    expect(said).toMatch(/none \| cost\.dollars \| {2}\| \$.+ \| \$.+/);
  });

  it('ends with the learner’s words and the debrief', async () => {
    const start = begun(tuning());
    const steps = await played(start, form('2m', '4'), words('long enough'));
    expect(allSaid(steps.slice(2))).toMatch(/^It was \d+\.$/);
    expect(resultOf(steps[2])).toMatchObject({ passed: true, explanation: 'long enough' });
    expect(start.dialogue.soFar()).toEqual(resultOf(steps[2]));
  });

  it.each([
    [[], 0, 3],
    [['3s', '4s'], 0, 3],
    [['3s', '4s', '5s'], 0, 2],
    [[], 1, 2],
  ])('after %j and %d hints is rated by them', async (failed, hints, rating) => {
    const start = begun(tuning());
    for (let hint = 0; hint < hints; hint += 1) start.dialogue.hint();
    const steps = await played(
      start,
      ...[...failed, '2m'].map((value) => form(value, '4')),
      words(''),
    );
    const tries = failed.length + 1;
    expect(resultOf(steps.at(-1))).toMatchObject({ passed: true, rating, hints, tries });
  });

  it('is not changed by a hint that comes too late', async () => {
    const start = begun(tuning());
    await played(start, form('2m', '4'));
    start.dialogue.hint();
    expect(start.dialogue.soFar()).toMatchObject({ passed: true, rating: 3, hints: 0 });
  });

  it('is the first time that par is told', async () => {
    const start = begun(tuning());
    const steps = await played(start, form('3s', '4'), form(LUCKY, '8'), form('2m', '4'));
    const hint = start.dialogue.hint();
    expect(hint?.kind === 'text' && hint.text).not.toContain('87s');
    expect(allSaid(steps.slice(0, 3))).not.toMatch(/87 ?s/);
    expect(JSON.stringify(steps.slice(0, 3).map(({ prompt }) => prompt))).not.toContain('87s');
    expect(allSaid(steps)).toContain('87s');
  });
});

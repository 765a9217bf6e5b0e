import { describe, expect, it } from 'vitest';
import type { Part, Step } from '../../../src/domain/dialogue.ts';
import type { CodeTask } from '../../../src/domain/exercise.ts';
import { cutOff, type Judgement, judgeJob, judgingJob } from '../../../src/exercises/code/index.ts';
import { codeDialogue } from '../../../src/exercises/dialogue/code.ts';
import { Sandboxes } from '../../../src/platform/sandbox.ts';
import { exerciseOf, ready } from '../exercise.ts';

const RIGHT = `export async function handle(message, { work, smtp, emails }) {
  await work();
  await smtp.call();
  await emails.putIfAbsent(message.id, true);
  await message.delete();
}`;
const EARLY = `export async function handle(message, { work, smtp, emails, log }) {
  await message.delete();
  log('sending', message.id);
  await work();
  await smtp.call();
  await emails.put(message.id, true);
}`;
const TASK: CodeTask = {
  kind: 'code',
  role: 'consumer',
  part: 'workers',
  starter: 'export function handle() {}',
  solution: RIGHT,
  mistakes: [],
};
const PREPARED = ready(
  exerciseOf(TASK, {
    set: [
      { path: 'queues.reports.visibilityTimeout', value: '1m' },
      { path: 'faults', value: '[{ crash: workers, chance: 1/40, when: during-work, for: 2s }]' },
      { path: 'remedy', value: '{}' },
    ],
    hints: ['Look at the order.', 'Delete last.'],
    debrief: 'Of the recipe, {{duplicates}} mails go out twice.',
  }),
);

/** Two seeds are enough here. */
const really = (text: string) => {
  const job = judgingJob(PREPARED, TASK, text);
  return judgeJob({ ...job, seeds: job.seeds.slice(0, 2) }, new Sandboxes());
};
const PASS: Judgement = {
  passed: true,
  seeds: 20,
  troubles: [],
  run: undefined,
  story: undefined,
  log: [],
};
const FAIL: Judgement = { ...PASS, passed: false };

/** A dialogue about a file in memory. */
function about(judge: (text: string) => Promise<Judgement>) {
  const file = { text: RIGHT as string | undefined };
  const dialogue = codeDialogue(PREPARED, TASK, {
    path: '/w/mail-twice.js',
    read: () =>
      file.text === undefined
        ? { ok: false, why: 'there is no such file' }
        : { ok: true, text: file.text },
    judge,
  });
  const begun = dialogue.begin();
  const save = (text: string | undefined) => {
    file.text = text;
    return dialogue.answer({ kind: 'run' });
  };
  return { dialogue, begun, save };
}

const of = <Kind extends Part['kind']>({ said }: Step, kind: Kind) =>
  said.filter((part): part is Extract<Part, { kind: Kind }> => part.kind === kind);
const texts = (step: Step) => of(step, 'text').map(({ text }) => text);

describe('the dialogue about a program', () => {
  it('begins with the story, what has to hold, and where to write', () => {
    const { begun } = about(really);
    const [story, where] = texts(begun);
    expect(story).toBe('Mails go out.');
    expect(of(begun, 'rows')).toEqual([
      {
        kind: 'rows',
        title: 'With each of 20 seeds this has to hold',
        heads: ['wanted'],
        rows: expect.arrayContaining([{ name: 'duplicates', cells: ['exactly 0'] }]),
      },
    ]);
    expect(where).toMatch(/`handle` of `workers`.*`exercise\.d\.ts`/);
    expect(begun.prompt).toMatchObject({ kind: 'file', path: '/w/mail-twice.js' });
  });

  it('says which check fails, which faults it takes, how it came about, and what was written down', async () => {
    const { dialogue, save } = about(really);
    const step = await save(EARLY);
    expect(of(step, 'verdict')).toEqual([
      {
        kind: 'verdict',
        grade: 'wrong',
        text: expect.stringMatching(/^lost is \d+; it has to be exactly 0/),
      },
    ]);
    expect(of(step, 'rows')[0]?.rows[0]).toEqual({
      mark: 'wrong',
      name: 'lost',
      cells: ['exactly 0', expect.stringMatching(/^\d+$/)],
    });
    const [faults, story] = of(step, 'story');
    expect(faults?.title).toMatch(/^The fault that it takes, of \d+ in this run$/);
    expect(faults?.lines).toEqual([expect.stringMatching(/^\d+\.\d+ s {2}workers.*customers-\d+/)]);
    expect(story?.lines.join('\n')).toMatch(/lost is 1/);
    expect(of(step, 'log')[0]?.lines[0]).toMatch(/^\d+\.\d+ s {2}(customers-\d+) {2}sending \1$/);
    expect(of(step, 'log')[0]?.lines.length).toBe(20);
    expect(step.prompt.kind).toBe('file');
    expect(dialogue.soFar()).toMatchObject({ passed: false, rating: 1, tries: 1 });
  });

  it('shows the line that is wrong, and says what to do', async () => {
    const step = await about(really).save('export function handle() {\n  fetch("x");\n}');
    expect(of(step, 'verdict')[0]?.text).toBe('It can’t run as it is.');
    const [trouble] = texts(step);
    expect(trouble).toContain('**Line 2: fetch does not exist here.**');
    expect(trouble).toContain('fetch("x");\n');
    expect(trouble).toMatch(/What to do: exercises run offline/);
  });

  it('tells of messages that are never done with, and no story of what comes after that', async () => {
    const step = await about(really).save(
      'export async function handle(message, { work }) { await work(); }',
    );
    expect(texts(step)[0]).toMatch(
      /\d+ messages were handed out \d+ times in all, and most are never done with/,
    );
    expect(of(step, 'story')).toEqual([]);
  });

  it('judges nothing twice, and counts no run then', async () => {
    const { dialogue, save } = about(async () => FAIL);
    await save(EARLY);
    expect(await save(EARLY)).toMatchObject({
      said: [],
      trouble: expect.stringContaining('Nothing has changed'),
    });
    expect(dialogue.soFar()?.tries).toBe(1);
  });

  it('judges what had to be stopped once more, if that is wanted', async () => {
    const stopped = cutOff({ kind: 'slow', limit: 60, place: '' });
    const { dialogue, save } = about(async () => (dialogue.soFar() ? PASS : stopped));
    await save(EARLY);
    expect((await save(EARLY)).said[0]).toMatchObject({ kind: 'verdict', grade: 'right' });
  });

  it('says why a file can’t be read', async () => {
    const { dialogue, save } = about(really);
    const step = await save(undefined);
    expect(step.trouble).toMatch(/there is no such file/);
    expect(step.prompt.kind).toBe('file');
    expect(dialogue.soFar()).toBeUndefined();
  });

  it('stays where it is when nobody can judge', async () => {
    const verdicts = [() => Promise.reject(new Error('no thread')), async () => PASS];
    const { dialogue, save } = about(() => verdicts.shift()?.() ?? Promise.reject());
    await expect(save(RIGHT)).rejects.toThrow('no thread');
    expect(dialogue.soFar()).toBeUndefined();
    expect((await save(RIGHT)).prompt.kind).toBe('words');
  });

  it('ends a pass with another way to write it, the learner’s own words and the debrief', async () => {
    const { dialogue, save } = about(really);
    const passed = await save(RIGHT);
    expect(of(passed, 'verdict')).toEqual([
      { kind: 'verdict', grade: 'right', text: 'Everything holds with all 2 seeds.' },
    ]);
    expect(of(passed, 'rows')[0]?.rows).toContainEqual({
      mark: 'right',
      name: 'lost',
      cells: ['exactly 0', '0'],
    });
    expect(texts(passed)[0]).toContain(`\`\`\`js\n${RIGHT}\n\`\`\``);
    const end = await dialogue.answer({ kind: 'words', text: ' What is there stays there. ' });
    const result = {
      passed: true,
      rating: 3,
      tries: 1,
      hints: 0,
      predictions: [],
      explanation: 'What is there stays there.',
    };
    expect(texts(end)).toEqual([
      expect.stringMatching(/^Of the recipe, \d+ mails go out twice\.$/),
    ]);
    expect(end.prompt).toEqual({ kind: 'end', result });
    expect(dialogue.soFar()).toEqual(result);
  });

  it('is worth less with a hint, and after many runs', async () => {
    const helped = about(async () => PASS);
    helped.dialogue.hint();
    await helped.save(RIGHT);
    expect(helped.dialogue.soFar()).toMatchObject({ passed: true, rating: 2, hints: 1 });
    for (const [failures, rating] of [
      [9, 3],
      [10, 2],
    ]) {
      const { dialogue, save } = about(async (text) => (text === RIGHT ? PASS : FAIL));
      for (let run = 1; run <= (failures ?? 0); run += 1) await save(`// ${run}`);
      await save(RIGHT);
      expect(dialogue.soFar()).toMatchObject({ passed: true, rating, tries: (failures ?? 0) + 1 });
    }
  });
});

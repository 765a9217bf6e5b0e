import { describe, expect, it } from 'vitest';
import type { PredictTask } from '../../../src/domain/exercise.ts';
import { dialogueFor } from '../../../src/exercises/index.ts';
import { exerciseOf, ready, simulate } from '../exercise.ts';
import { amount, begun, choose, form, words } from './play.ts';

const task: PredictTask = {
  kind: 'predict',
  asks: [{ kind: 'number', prompt: 'How many?', metric: 'duplicates', tolerance: 0.2 }],
};
const hints = ['First, {{produced}} mails.', '- then `{{lost}}`', 'Last: {{solved.duplicates}}.'];

describe('a conversation', () => {
  it('begins with the story', () => {
    const { first } = begun(exerciseOf(task));
    expect(first).toEqual({
      said: [{ kind: 'text', text: 'Mails go out.' }],
      prompt: { kind: 'amount', text: 'How many?', example: '1500' },
    });
  });

  it('says nothing on an answer that doesn’t fit, and asks the same again', async () => {
    const { dialogue, first } = begun(exerciseOf(task));
    const step = await dialogue.answer(amount('a few'));
    expect(step.said).toEqual([]);
    expect(step.prompt).toBe(first.prompt);
    expect(step.trouble).toContain('“a few” can’t be read here.');
    expect((await dialogue.answer(amount('12'))).prompt.kind).toBe('watch');
  });

  it.each([words('12'), choose(0), form('12'), { kind: 'watched' }, { kind: 'run' }] as const)(
    'takes no answer of another kind: $kind',
    async (answer) => {
      const { dialogue } = begun(exerciseOf(task));
      await expect(dialogue.answer(answer)).rejects.toThrow('asked for amount');
    },
  );

  it('takes no answer before it begins', async () => {
    const dialogue = dialogueFor(ready(exerciseOf(task)), simulate);
    await expect(dialogue.answer(amount('12'))).rejects.toThrow('it didn’t begin');
  });

  it('stays where it was when a run can’t be done', async () => {
    let isBroken = true;
    const curve = {
      kind: 'curve',
      prompt: 'Draw',
      knob: 'consumers.workers.count',
      at: ['1', '4'],
      metric: 'done',
      tolerance: 1,
    } as const;
    const prepared = ready(exerciseOf({ kind: 'predict', asks: [curve] }));
    const dialogue = dialogueFor(prepared, async (jobs) => {
      if (isBroken) throw new Error('no threads left');
      return simulate(jobs);
    });
    dialogue.begin();
    await dialogue.answer(form('100', '100'));
    await expect(dialogue.answer({ kind: 'watched' })).rejects.toThrow('no threads left');
    expect(dialogue.soFar()).toBeUndefined();
    isBroken = false;
    expect((await dialogue.answer({ kind: 'watched' })).prompt.kind).toBe('words');
  });

  it('gives hints one at a time, with what the runs came to', () => {
    const { dialogue } = begun(exerciseOf(task, { hints }));
    expect(dialogue.hintsLeft).toBe(3);
    const given = [dialogue.hint(), dialogue.hint(), dialogue.hint()];
    expect(given.map((part) => part?.kind)).toEqual(['text', 'text', 'text']);
    const texts = given.map((part) => (part?.kind === 'text' ? part.text : ''));
    expect(texts[0]).toMatch(/^\*\*Hint 1 of 3\*\*\n\nFirst, \d+ mails\.$/);
    expect(texts[1]).toBe('**Hint 2 of 3**\n\n- then `{{lost}}`');
    expect(texts[2]).toBe('**Hint 3 of 3**\n\nLast: 0.');
    expect(dialogue.hintsLeft).toBe(0);
    expect(dialogue.hint()).toBeUndefined();
  });

  it('about a program is had elsewhere', () => {
    const starter = 'export const handle = (message) => message.delete();';
    const code = {
      kind: 'code',
      role: 'consumer',
      part: 'workers',
      starter,
      solution: starter,
      mistakes: [],
    } as const;
    expect(() => dialogueFor(ready(exerciseOf(code)), simulate)).toThrow(
      'mail-twice is about a program',
    );
  });
});

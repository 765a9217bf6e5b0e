import { expect, it } from 'vitest';
import { printPrompt, typed } from '../../../../src/commands/try/lines/prompt.ts';
import type { Prompt } from '../../../../src/domain/dialogue.ts';

const field = (label: string, value: string, steps: readonly string[] = []) => ({
  label,
  value,
  steps,
  range: '5 s to 10 min',
});
const form: Prompt = {
  kind: 'form',
  text: 'Turn them.',
  fields: [field('Lease', '30s', ['5s', '60s', '10m']), field('Workers', '4')],
  send: 'run it',
};
const choice: Prompt = {
  kind: 'choice',
  text: 'Which?',
  options: [{ text: 'One' }, { text: 'Two', note: '2 min' }],
};

const printed = (prompt: Prompt, values: readonly string[] = []) => {
  const lines: string[] = [];
  printPrompt(prompt, values, {
    say: (...more) => lines.push(...more),
    ask: () => undefined,
    print: async () => undefined,
  });
  return lines;
};

it('says what can be typed', () => {
  expect(printed(choice)).toEqual(['', 'Which?', '  1  One', '  2  Two (2 min)']);
  expect(printed(form, ['45s'])).toEqual([
    '',
    'Turn them.',
    '  1  Lease: 45s (5 s to 10 min)',
    '  2  Workers: 4 (5 s to 10 min)',
    'Set them, e.g. 1=60s; an empty line: run it.',
  ]);
});

it.each<[string, Prompt, readonly string[], unknown]>([
  ['2', choice, [], { kind: 'answer', answer: { kind: 'choice', place: 1 } }],
  ['3', choice, [], { kind: 'unclear', why: 'Type a number from 1 to 2.' }],
  ['two', choice, [], { kind: 'unclear', why: 'Type a number from 1 to 2.' }],
  ['1=60s 2 = 8', form, [], { kind: 'fields', values: ['60s', '8'] }],
  ['2=8', form, ['45s', '4'], { kind: 'fields', values: ['45s', '8'] }],
  ['1=1 min 30 s', form, [], { kind: 'fields', values: ['1 min 30 s', '4'] }],
  ['60s, 8', form, [], { kind: 'fields', values: ['60s', '8'] }],
  ['3=8', form, [], { kind: 'unclear', why: 'There is no 3: fields go from 1 to 2.' }],
  [
    '60s',
    form,
    [],
    { kind: 'unclear', why: 'Type field=value, e.g. 1=60s, or 2 values in order.' },
  ],
  [
    '1 min 30 s',
    { ...form, fields: [field('Lease', '30s')] },
    [],
    { kind: 'fields', values: ['1 min 30 s'] },
  ],
  ['', form, ['45s', '4'], { kind: 'answer', answer: { kind: 'form', values: ['45s', '4'] } }],
  [
    'about 40',
    { kind: 'amount', text: 'How many?', example: 'e.g. 40' },
    [],
    { kind: 'answer', answer: { kind: 'amount', text: 'about 40' } },
  ],
  ['', { kind: 'file', text: '', path: 'x.js' }, [], { kind: 'answer', answer: { kind: 'run' } }],
])('takes “%s” for what it means', (line, prompt, values, expected) => {
  expect(typed(line, prompt, values)).toEqual(expected);
});

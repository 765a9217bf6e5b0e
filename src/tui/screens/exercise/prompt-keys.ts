import type { Prompt } from '../../../domain/dialogue.ts';
import type { Binding } from './binding.ts';
import type { ExerciseState } from './state.ts';

/** Options beyond the ninth are reached by the arrows. */
const DIGITS = 9;

const choosing: readonly Binding[] = [
  {
    keys: ['Enter'],
    does: 'choose it',
    hint: 'Enter chooses',
    press: { type: 'send' },
  },
  { keys: ['j', '↓'], does: 'down', hint: 'j k move', press: { type: 'move', by: 1 } },
  { keys: ['k', '↑'], does: 'up', press: { type: 'move', by: -1 } },
];

const turning: readonly Binding[] = [
  {
    keys: ['→', '+', '='],
    does: 'the next value',
    hint: '← → turn',
    press: { type: 'turn', by: 1 },
  },
  { keys: ['←', '-'], does: 'the value before', press: { type: 'turn', by: -1 } },
];

/** The keys that the prompt makes something of while letters are keys. */
export function promptKeys(state: ExerciseState): readonly Binding[] {
  const { prompt } = state.asked;
  switch (prompt.kind) {
    case 'amount':
      return [
        {
          keys: ['i', 'Tab', 'Enter'],
          does: 'how it is typed',
          hint: '0-9 type',
          press: { type: 'startTyping' },
        },
      ];
    case 'choice':
      return [...choosing, ...digitKeys(prompt)];
    case 'form':
      return formKeys(prompt, state);
    case 'words':
      return [];
    case 'watch':
      return watching;
    case 'file':
      return writing;
    case 'end':
      return over(state);
  }
}

function digitKeys({ options }: Extract<Prompt, { kind: 'choice' }>): Binding[] {
  return options.slice(0, DIGITS).map((_, at) => ({
    keys: [String(at + 1)],
    does: 'go there',
    press: { type: 'moveTo', at },
  }));
}

function formKeys(prompt: Extract<Prompt, { kind: 'form' }>, { draft }: ExerciseState): Binding[] {
  const isLast = draft.at === prompt.fields.length - 1;
  const canTurn = (prompt.fields[draft.at]?.steps.length ?? 0) > 0;
  const enter: Binding = {
    keys: ['Enter'],
    does: isLast ? prompt.send : 'the next field',
    hint: isLast ? `Enter ${prompt.send}` : 'Enter next',
    press: { type: 'enter' },
  };
  const send: Binding = {
    keys: ['r'],
    does: isLast ? `${prompt.send}, from any field` : prompt.send,
    ...(isLast ? {} : { hint: `r ${prompt.send}` }),
    press: { type: 'send' },
  };
  return [
    enter,
    send,
    ...(canTurn ? turning : []),
    { keys: ['j', '↓', 'Tab'], does: 'down', hint: 'j k move', press: { type: 'move', by: 1 } },
    { keys: ['k', '↑'], does: 'up', press: { type: 'move', by: -1 } },
    {
      keys: ['i', 'Space'],
      does: 'edit it; digits replace',
      hint: '0-9 type',
      press: { type: 'startTyping' },
    },
  ];
}

const watching: readonly Binding[] = [
  { keys: ['Enter', 'w'], does: 'watch the run', hint: 'Enter watches', press: { type: 'watch' } },
  { keys: ['s'], does: 'straight to the outcome', hint: 's outcome', press: { type: 'send' } },
];

const writing: readonly Binding[] = [
  {
    keys: ['e', 'Enter'],
    does: 'write in your editor',
    hint: 'e edit',
    press: { type: 'openEditor' },
  },
  { keys: ['r'], does: 'judge it now', hint: 'r run', press: { type: 'send' } },
];

/** A program is only taken away from its place when the learner says so. */
function over({ view }: ExerciseState): readonly Binding[] {
  const type = view.kind === 'code' ? 'askToRestart' : 'restart';
  return [
    {
      keys: ['n', 'Enter'],
      does: 'the next exercise',
      hint: 'n Enter next',
      press: { type: 'leave', end: { go: 'next', code: 0 } },
    },
    { keys: ['r'], does: 'the same again', hint: 'r again', press: { type } },
  ];
}

/** The keys that mean something while letters go into a field. */
export function typingKeys(state: ExerciseState): readonly Binding[] {
  const { prompt } = state.asked;
  const isEmpty = state.draft.fields[0]?.text === '';
  if (prompt.kind === 'words')
    return [
      {
        keys: ['Enter'],
        does: isEmpty ? 'go on without' : 'done',
        hint: isEmpty ? 'Enter skips' : 'Enter done',
        press: { type: 'send' },
      },
      isEmpty
        ? { keys: ['Esc'], does: 'go on without', press: { type: 'send' } }
        : { keys: ['Esc'], does: 'empty the line', hint: 'Esc empties', press: { type: 'empty' } },
    ];
  if (prompt.kind !== 'form')
    return [
      { keys: ['Enter'], does: 'answer', hint: 'Enter sends', press: { type: 'send' } },
      { keys: ['Esc'], does: 'empty the field', hint: 'Esc empties', press: { type: 'empty' } },
    ];
  const isLast = state.draft.at === prompt.fields.length - 1;
  return [
    {
      keys: ['Enter'],
      does: isLast ? prompt.send : 'the next field',
      hint: isLast ? `Enter ${prompt.send}` : 'Enter next',
      press: { type: 'enter' },
    },
    { keys: ['Tab'], does: 'leave the field', hint: 'Tab done', press: { type: 'stopTyping' } },
    { keys: ['Esc'], does: 'as it was', hint: 'Esc as it was', press: { type: 'takeBack' } },
  ];
}

/** Text that begins to be typed where letters are keys. */
export function begins({ asked: { prompt } }: ExerciseState, text: string): boolean {
  return (prompt.kind === 'amount' || prompt.kind === 'form') && /^[\d$.]/.test(text);
}

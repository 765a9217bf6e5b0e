import { describe, expect, it } from 'vitest';
import { keyName } from '../../../../src/tui/screens/quiz/key-name.ts';
import { bindingsFor, helpOf } from '../../../../src/tui/screens/quiz/keys.ts';
import type { QuizState } from '../../../../src/tui/screens/quiz/state.ts';
import { keyed, keyOf, quiz, sheets, turnOf } from './sample.ts';

it.each([
  'Space',
  'Enter',
  'Alt-Enter',
  'Ctrl-J',
  'Ctrl-C',
  'Tab',
  'Esc',
  'Backspace',
  '↓',
  'PgUp',
  'Home',
  'j',
  'J',
  '?',
])('%s is called so', (name) => {
  const { input, key } = keyOf(name);
  expect(keyName(input, key)).toBe(name);
});

const start = (kind: keyof typeof sheets) => quiz(turnOf(sheets[kind]));

const places: Record<string, QuizState> = {
  'from memory': start('recall'),
  'while typing': keyed(start('recall'), 'i'),
  'after the answer': keyed(start('recall'), 'Space'),
  'a choice': start('choice'),
  'a choice, answered': keyed(start('choice'), 'a', 'Enter'),
  'a number': start('number'),
  'an order': start('order'),
  'a cloze': start('cloze'),
  'filling gaps': keyed(start('cloze'), 'i'),
  reworded: quiz(turnOf(sheets.recall, { isReworded: true })),
};

describe.each(Object.entries(places))('%s', (_, state) => {
  it('gives each key one meaning', () => {
    const keys = bindingsFor(state).flatMap((binding) => binding.keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('names all keys in the help, and says in the last line how to get there or away', () => {
    const named = helpOf({ ...state, overlay: { kind: 'help', top: 0 } }).flatMap(({ keys }) =>
      keys.split(' '),
    );
    expect(named.sort()).toEqual(
      bindingsFor(state)
        .flatMap(({ keys }) => keys)
        .sort(),
    );
    const hints = bindingsFor(state).flatMap(({ hint }) => hint ?? []);
    expect(hints.at(-1)).toMatch(/\? keys|Esc keys/);
  });

  it('can always be left', () => {
    expect(bindingsFor(state).some(({ keys }) => keys.includes('Ctrl-C'))).toBe(true);
  });
});

it.each<[string, string[], string[]]>([
  ['from memory', ['Space', 'Enter', 'i', 'h', 'c', 'd', 'e', 's', 'u', '/'], ['1', '4', 'x', 'r']],
  ['after the answer', ['1', '2', '3', '4', 'x', 'c', 'e', 's', 'u'], ['i', 'h', 'a']],
  ['while typing', ['Enter', 'Esc', 'Ctrl-J'], ['q', 'u', '1', '?', 'Space']],
  ['a choice', ['a', 'b', 'c', 'x', 'Enter', 'd', 'e'], ['1', 'i', 'h', 'J']],
  ['a choice, answered', ['1', '4', 'c'], ['a', 'x']],
  ['an order', ['J', 'K', 'x', 'Enter'], ['1', 'a']],
  ['filling gaps', ['Tab', 'Enter'], ['Ctrl-J', 'q']],
  ['reworded', ['k', 'r', 'Esc', 'q', 'u'], ['Space', 'Enter', '1', 'j']],
])('%s has the keys %j and not %j', (place, some, others) => {
  const keys = bindingsFor(places[place] ?? quiz()).flatMap((binding) => binding.keys);
  expect(keys).toEqual(expect.arrayContaining(some));
  expect(others.filter((key) => keys.includes(key))).toEqual([]);
});

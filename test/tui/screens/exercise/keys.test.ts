import { describe, expect, it } from 'vitest';
import { bindingsFor, helpOf } from '../../../../src/tui/screens/exercise/keys.ts';
import type { ExerciseState } from '../../../../src/tui/screens/exercise/state.ts';
import { endWith, exercise, prompts, typed } from './sample.ts';

const places: Record<string, ExerciseState> = {
  'an amount': exercise(prompts.amount),
  'an amount, typed': typed(exercise(prompts.amount), '2'),
  'a choice': exercise(prompts.choice),
  'a form': exercise(prompts.form),
  'a form, at its last field': typed(exercise(prompts.form), 'j'),
  'a form, typed': typed(exercise(prompts.form), '2'),
  'a curve': exercise(prompts.curve),
  'words, empty': exercise(prompts.words),
  words: typed(exercise(prompts.words), 'x'),
  'a run to watch': exercise(prompts.watch),
  'a file': exercise(prompts.file),
  'the end': exercise(endWith()),
  running: typed(exercise(prompts.form), 'r'),
  'begin anew?': typed(exercise(prompts.amount), 'x'),
  'the help': typed(exercise(prompts.amount), '?'),
};

const keysIn = (place: string) =>
  bindingsFor(places[place] ?? exercise()).flatMap(({ keys }) => keys);

describe.each(Object.entries(places))('%s', (place, state) => {
  it('gives each key one meaning', () => {
    expect(keysIn(place)).toEqual([...new Set(keysIn(place))]);
  });

  it('can always be left', () => {
    expect(keysIn(place)).toContain('Ctrl-C');
  });

  it('names all its keys in the help', () => {
    if (state.overlay) return;
    const named = helpOf({ ...state, overlay: { kind: 'help', top: 0 } });
    expect(named.flatMap(({ keys }) => keys.split(' ')).sort()).toEqual(keysIn(place).sort());
  });
});

it.each(['an amount', 'a choice', 'a form', 'a run to watch', 'a file'])(
  '%s says how to get help',
  (place) => {
    expect(bindingsFor(places[place] ?? exercise()).at(-1)?.hint).toBe('? keys');
  },
);

it.each<[string, string[], string[]]>([
  ['an amount', ['h', 's', 'l', 'c', 'x', 'n', 'q', '?', 'j', 'g', 'PgDn', 'Ctrl-D'], ['r', 'e']],
  ['an amount, typed', ['Enter', 'Esc', 'PgDn', '↓'], ['h', 'q', '?', 's', 'g', 'Home', 'Ctrl-U']],
  ['a choice', ['1', '5', 'j', '↑', 'Enter', 'h', 's', 'PgUp', 'G'], ['6', 'r', 'e']],
  ['a form', ['r', '→', '←', '+', '-', 'j', 'Enter', 'h', 'i'], ['e', '1']],
  ['a curve', ['r', 'Enter', 'j'], ['+', '-']],
  ['a form, typed', ['Enter', 'Esc', 'Tab'], ['r', 'h', '+', '-', '←', 'q']],
  ['words', ['Enter', 'Esc', '↑'], ['h', 'q', '?', 's', 'Space', 'Home']],
  ['a run to watch', ['Enter', 's', 'h', 'q', 'j'], ['r']],
  ['a file', ['e', 'r', 'h', 's', 'x', 'j'], []],
  ['the end', ['n', 'l', 'r', 'q', 'c', 'j'], ['h', 's', 'x']],
  ['running', ['Ctrl-C', 'Ctrl-Z', 'Ctrl-L'], ['q', 'Enter', 's', 'h', 'PgDn']],
  ['begin anew?', ['y', 'n', 'Esc'], ['x', 's', 'Enter']],
])('%s has the keys %j and not %j', (place, some, others) => {
  expect(keysIn(place)).toEqual(expect.arrayContaining(some));
  expect(others.filter((key) => keysIn(place).includes(key))).toEqual([]);
});

it('skips the watching, not the exercise, where there is a run to watch', () => {
  const bound = bindingsFor(places['a run to watch'] ?? exercise());
  expect(bound.find(({ keys }) => keys.includes('s'))?.press).toEqual({ type: 'send' });
});

it('offers the hints that are left, and none when there are none', () => {
  const hints = (hintsLeft: number) =>
    bindingsFor({ ...exercise(), hintsLeft }).flatMap(({ hint }) => hint ?? []);
  expect(hints(2)).toContain('h hint (2)');
  expect(hints(0).join(' ')).not.toContain('hint');
});

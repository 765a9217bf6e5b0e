import { describe, expect, it } from 'vitest';
import { keystrokes } from '../../src/tui/keystrokes.ts';
import { pressInPicker } from '../../src/tui/screens/picker/press.ts';
import { press } from '../../src/tui/screens/reader/press.ts';
import { pressed } from './screens/pressed.ts';
import { reader } from './screens/reader/sample.ts';

describe('keys that arrive as one text', () => {
  it.each([
    ['', []],
    ['x', ['x']],
    ['jj', ['j', 'j']],
    ['夜の', ['夜', 'の']],
    ['\t\t', ['tab', 'tab']],
    ['/a\r', ['/', 'a', 'return']],
    ['a\u007f\b', ['a', 'delete', 'backspace']],
    ['a\u0003', ['a', 'ctrl-c']],
  ])('%j are the keys %j', (input, names) => {
    const strokes = keystrokes(input, pressed()).map(({ input, key }) => {
      const name = (['tab', 'return', 'delete', 'backspace'] as const).find((each) => key[each]);
      return name ?? (key.ctrl ? `ctrl-${input}` : input);
    });
    expect(strokes).toEqual(names.length > 0 ? names : ['']);
  });

  it('leave a named or modified key as it is', () => {
    expect(keystrokes('', pressed('pageDown'))).toEqual([{ input: '', key: pressed('pageDown') }]);
    const key = pressed('escape', 'meta');
    expect(keystrokes('', key)).toEqual([{ input: '', key }]);
  });

  it.each(['[1;2P', '[I', '[O', '[<0;10;10M', '[<35;7;3m', '[200~', 'OM'])(
    'are none when it is what is left of a sequence without a name: %j',
    (input) => {
      expect(keystrokes(input, pressed())).toEqual([]);
    },
  );

  it.each(['q', 'ab', '['])('are none with Alt: %j', (input) => {
    expect(keystrokes(input, pressed('meta'))).toEqual([]);
  });

  it.each(['[', '[[', '[j', '[1]', 'OK', 'On'])('are what was typed: %j', (input) => {
    expect(keystrokes(input, pressed())).toHaveLength(input.length);
  });
});

describe('in the reader', () => {
  const type = (input: string) => press(reader(80, 12), input, pressed());

  it('each key counts for what the one before it made of the screen', () => {
    const found = type('/pilot\r');
    expect(found.overlay).toBeUndefined();
    expect(found.search).toMatchObject({ words: 'pilot', current: 0 });
    expect(type('oberths\r').top).toBeGreaterThan(0);
    expect(type('\t\t').selected).toBe(1);
  });

  it('nothing counts after a key that leaves or opens something', () => {
    expect(type('qjj')).toMatchObject({ requests: [{ kind: 'leave', code: 0 }], top: 0 });
    expect(type('\t\t\rjj')).toMatchObject({ requests: [{ kind: 'open' }], top: 0 });
    expect(type('/a\u0003b').requests).toEqual([{ kind: 'leave', code: 130 }]);
  });

  it('a request from before stops nothing', () => {
    const before = type('r');
    expect(before.requests).toEqual([{ kind: 'redraw' }]);
    expect(press(before, 'zjj', pressed()).top).toBe(2);
  });
});

it('in the picker, a filter and Enter may come at once, and nothing counts after it', () => {
  const choices = ['anchors', 'tides'].map((id) => ({ id, title: id, about: '' }));
  const size = { columns: 80, rows: 24 };
  const start = { choices, filter: '', at: 0, size, theme: 'mono' as const };
  expect(pressInPicker(start, 'tid\rq', pressed()).done).toEqual({ id: 'tides' });
  expect(pressInPicker(start, 'jq', pressed())).toMatchObject({ filter: 'jq', at: 0 });
});

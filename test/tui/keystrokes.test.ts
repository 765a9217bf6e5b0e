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
    expect(keystrokes('ab', pressed('meta'))).toEqual([{ input: 'ab', key: pressed('meta') }]);
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
    expect(type('qjj')).toMatchObject({ request: { kind: 'leave', code: 0 }, top: 0 });
    expect(type('\t\t\rjj')).toMatchObject({ request: { kind: 'open' }, top: 0 });
    expect(type('/a\u0003b').request).toEqual({ kind: 'leave', code: 130 });
  });

  it('a request of long ago stops nothing', () => {
    const before = { ...type('r'), request: { kind: 'redraw' as const } };
    expect(press(before, 'xjj', pressed()).top).toBe(2);
  });
});

it('in the picker, a filter and Enter may come at once, and nothing counts after it', () => {
  const choices = ['anchors', 'tides'].map((id) => ({ id, title: id, about: '' }));
  const size = { columns: 80, rows: 24 };
  const start = { choices, filter: '', at: 0, size, theme: 'mono' as const };
  expect(pressInPicker(start, 'tid\rq', pressed()).done).toEqual({ id: 'tides' });
  expect(pressInPicker(start, 'jq', pressed()).done).toEqual({ code: 0 });
});

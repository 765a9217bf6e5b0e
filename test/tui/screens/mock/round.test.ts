import { describe, expect, it } from 'vitest';
import { press } from '../../../../src/tui/screens/mock/press.ts';
import type { MockState } from '../../../../src/tui/screens/mock/state.ts';
import { type Named, pressed } from '../pressed.ts';
import {
  answers,
  askingIn,
  control,
  heard,
  pilot,
  round,
  shown,
  taken,
  tide,
  typed,
} from './sample.ts';

const ENTER = ['return'] as const;
const ESC = ['escape'] as const;
const TAB = ['tab'] as const;

describe('an answer', () => {
  it('is typed from the start, and given by Enter with the time it took', () => {
    const [requests] = taken(typed(round(), 'because', ' 2 < 3', ENTER));
    expect(requests).toEqual([
      { kind: 'answer', text: 'because 2 < 3', durationMs: 3000, isPassed: false },
    ]);
  });

  it('may be said aloud', () => {
    const [requests] = taken(typed(round(), ENTER));
    expect(requests).toMatchObject([{ kind: 'answer', text: '', isPassed: false }]);
  });

  it.each<[string, string, Named[]]>([
    ['Ctrl-J', '\n', []],
    ['Alt-Enter', '\r', ['return', 'meta']],
  ])('has another line by %s', (_, input, names) => {
    const state = press(typed(round(), 'one'), input, pressed(...names), 9000);
    expect(askingIn(typed(state, 'two')).field.text).toBe('one\ntwo');
  });

  it.each([
    ['a tab\tand\r\nlines\nof code\r', 'a tab  and\nlines\nof code', 1],
    ['Tab', 'Tab', 0],
    ['?why', '?why', 0],
    ['ends in a tab\t', 'ends in a tab  ', 0],
    ['ab\u007fc', 'ac', 0],
  ])('takes %j from one packet', (packet, text, given) => {
    const state = typed(round(), packet);
    expect(askingIn(state).field.text).toBe(text);
    expect(state.requests).toHaveLength(given);
  });

  it('is passed by Tab or Ctrl-N', () => {
    expect(typed(round(), TAB).requests).toMatchObject([{ kind: 'answer', isPassed: true }]);
    expect(control(round(), 'n').requests).toMatchObject([{ kind: 'answer', isPassed: true }]);
  });

  it.each([[ENTER], [TAB]])('is not given again by holding %j', (key) => {
    const [, asked] = taken(press(round(), '', pressed(...key), 1000));
    const next = heard(asked, { type: 'asked', question: pilot, nowMs: 1000 });
    for (const held of [1030, 1500, 1790])
      expect(press(next, '', pressed(...key), held).requests).toEqual([]);
    expect(press(next, '', pressed(...key), 2500).requests).toHaveLength(1);
  });

  it('is given by an Enter soon after the last one, when something was typed between', () => {
    const [, before] = taken(press(round(), '', pressed(...ENTER), 1000));
    const next = heard(before, { type: 'asked', question: pilot, nowMs: 1000 });
    for (const text of ['x', 'pasted text']) {
      const state = press(next, text, pressed(), 1100);
      expect(press(state, '', pressed(...ENTER), 1200).requests).toMatchObject([{ text }]);
    }
  });

  it('takes no keys between being given and the next question', () => {
    expect(askingIn(typed(round(), 'one', ENTER, 'two', 'three four')).field.text).toBe('one');
  });
});

describe('the next question', () => {
  it('begins with an empty field at its start', () => {
    const [, before] = taken(typed(round(), 'one', ENTER));
    const next = heard({ ...before, top: 3 }, { type: 'asked', question: pilot, nowMs: 60_000 });
    expect(askingIn(next)).toMatchObject({ number: 2, askedAtMs: 60_000, field: { text: '' } });
    expect(next.top).toBe(0);
    expect(shown(next).join('\n')).toContain('follows: Why does a ship wait for the tide?');
    expect(shown(next)[0]).toMatch(/^ The harbour {2}L2 · question 2 +29:00 left$/);
  });
});

describe('the renderers', () => {
  const tools = { highlight: (code: string) => [code] } as unknown as MockState['tools'];

  it('are for the question they were loaded for', () => {
    const state = heard(round(), { type: 'tools', for: tide, tools });
    expect(state.tools).toBe(tools);
    expect(heard(round(), { type: 'tools', for: pilot, tools }).tools).toEqual({});
    expect(heard(state, { type: 'asked', question: pilot, nowMs: 0 }).tools).toEqual({});
  });

  it('stay when the only question comes in the review', () => {
    const state = heard(round(), { type: 'tools', for: tide, tools });
    expect(heard(state, { type: 'over', answers }).tools).toBe(tools);
  });
});

describe('the end of the round', () => {
  it('is asked for once', () => {
    const asked = typed(round(), ESC);
    expect(shown(asked).at(-1)).toBe(' End the interview? y end  n go on');
    expect(typed(asked, 'x', ENTER, ' ').requests).toEqual([]);
    for (const no of ['n', ESC]) {
      const back = typed(asked, no, 'typed');
      expect(askingIn(back).field.text).toBe('typed');
    }
    expect(typed(asked, 'y').requests).toEqual([{ kind: 'end' }]);
  });

  it.each([
    ['an end', [ESC, 'y'], { kind: 'end' }],
    ['Ctrl-C', [], { kind: 'leave', code: 130 }],
  ] as const)('by %s keeps what was typed', (_, keys, last) => {
    const state = typed(round(), 'half a thought', ...keys);
    const { requests } = last.kind === 'leave' ? control(state, 'c') : state;
    expect(requests).toMatchObject([{ kind: 'answer', text: 'half a thought' }, last]);
  });

  it('by Ctrl-C keeps no answer twice, and none where nothing was typed', () => {
    const given = typed(round(), 'one', ENTER);
    expect(control(given, 'c').requests).toHaveLength(2);
    expect(control(typed(round(), '  '), 'c').requests).toEqual([{ kind: 'leave', code: 130 }]);
  });

  it('is the review, or nothing where nothing was answered', () => {
    expect(heard(round(), { type: 'over', answers }).scene.kind).toBe('reviewing');
    const none = heard(round(), { type: 'over', answers: [] });
    expect(none.requests).toEqual([{ kind: 'leave', code: 0 }]);
  });
});

describe('the time', () => {
  const at = (nowMs: number) => shown(heard(round(), { type: 'tick', nowMs }))[0];

  it('ticks in the header, and says in words when it is short', () => {
    expect(at(1000)).toMatch(/ 29:59 left$/);
    expect(at(28 * 60_000)).toMatch(/ last 2 minutes: 02:00$/);
    expect(at(30 * 60_000)).toMatch(/ time is over: finish this answer$/);
  });

  it('leaves what is typed alone, also when it is over', () => {
    const before = typed(round(), 'one');
    const after = typed(heard(before, { type: 'tick', nowMs: 31 * 60_000 }), ' two');
    expect(askingIn(after).field.text).toBe('one two');
  });
});

describe('the keys', () => {
  it('are shown by ? only while nothing is typed', () => {
    const help = typed(round(), '?');
    expect(shown(help).join('\n')).toMatch(/Tab Ctrl-N {2,}pass: new subject/);
    expect(askingIn(typed(help, ESC, 'a?')).field.text).toBe('a?');
    expect(shown(typed(round(), 'a')).at(-1)).not.toContain('?');
  });

  it('can be scrolled through on a low screen', () => {
    const help = typed(round(40, 12), '?');
    expect(shown(help).join()).not.toContain('Ctrl-C');
    const end = typed(help, ...Array(9).fill(' '));
    expect(shown(end).join()).toContain('Ctrl-C');
    expect(shown(typed(end, ...Array(9).fill(['pageUp'])))).toEqual(shown(help));
    expect(shown(typed(help, 'j', 'j', 'k'))).toEqual(shown(typed(help, 'j')));
  });

  it('move a long prompt while nothing is typed, and then the cursor is shown', () => {
    const long = { ...tide, follows: 'Why? '.repeat(80) };
    const start = round(40, 12, long);
    expect(shown(start).join()).not.toContain('█');
    expect(shown(start).at(-1)).toContain('↓ more');
    expect(shown(typed(start, ['downArrow']))[1]).toBe(shown(start)[2]);
    expect(shown(typed(start, ['downArrow'], ['upArrow']))).toEqual(shown(start));
    expect(shown(typed(start, ...Array(9).fill(['pageDown']))).join()).toContain('█');
    const writing = typed(start, 'typed');
    expect(shown(writing).join()).toContain('typed█');
    expect(shown(typed(writing, ...Array(9).fill(['pageUp'])))[1]).toBe(shown(start)[1]);
  });

  it('of the shell reach the world', () => {
    expect(control(round(), 'z').requests).toEqual([{ kind: 'suspendProcess' }]);
    expect(control(round(), 'l').requests).toEqual([{ kind: 'redraw' }]);
  });
});

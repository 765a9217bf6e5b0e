import { describe, expect, it } from 'vitest';
import { pressOnLadder } from '../../../../src/tui/screens/ladder/press.ts';
import { type LadderState, listed } from '../../../../src/tui/screens/ladder/state.ts';
import { type Named, pressed } from '../pressed.ts';
import { control, ladder, many, rows, shown, typed } from './sample.ts';

const ids = (state: LadderState) => listed(state).map(({ id }) => id);
const here = (state: LadderState) => listed(state)[state.at]?.id;

describe('the cursor', () => {
  it('begins at the exercise that comes next, or at the top', () => {
    expect(here(ladder())).toBe('cold-oven');
    expect(here(ladder(80, 24, { rows, next: undefined }))).toBe('two-cakes');
    expect(here(ladder(80, 24, { rows, next: 'gone' }))).toBe('two-cakes');
  });

  it.each<[string | Named[], string]>([
    ['j', 'in-line'],
    [['downArrow'], 'in-line'],
    ['k', 'a-long-lease'],
    [['upArrow'], 'a-long-lease'],
    ['g', 'two-cakes'],
    [['home'], 'two-cakes'],
    ['G', 'bake-once'],
    [['end'], 'bake-once'],
    [['pageDown'], 'bake-once'],
    [['pageUp'], 'two-cakes'],
    [' ', 'bake-once'],
    ['Gn', 'cold-oven'],
    ['jjjjjjjj', 'bake-once'],
    ['kkkkkkkk', 'two-cakes'],
  ])('%j takes it to %s', (key, id) => {
    expect(here(typed(ladder(), key))).toBe(id);
  });

  it('moves half a page with Ctrl-D and Ctrl-U', () => {
    const at = (state: LadderState) => control(state, 'd').at;
    expect(at(ladder(80, 24, { rows: many, next: undefined }))).toBe(8);
    expect(control(control(ladder(80, 24, { rows: many, next: undefined }), 'd'), 'u').at).toBe(0);
  });
});

describe('finding', () => {
  it.each([
    ['lease', ['a-long-lease']],
    ['OVEN', ['two-cakes', 'a-long-lease', 'cold-oven']],
    ['code', ['bake-once']],
    ['l2', ['cold-oven']],
    ['  counters   first ', ['in-line']],
    ['zebra', []],
  ])('by “%s” lists %j', (words, found) => {
    expect(ids(typed(ladder(), '/', words))).toEqual(found);
  });

  it('takes letters that are keys elsewhere, and gives them back when it is over', () => {
    const typing = typed(ladder(), '/fqn?');
    expect(typing.filter).toBe('fqn?');
    expect(typing.done).toBeUndefined();
    const erased = typed(typing, ['backspace'], ['delete'], ['backspace'], ['backspace']);
    expect(erased).toMatchObject({ filter: '', isTyping: true });
    expect(typed(typed(ladder(), '/o'), ['tab'], 'q').done).toEqual({ code: 0 });
    const cleared = typed(typing, ['escape']);
    expect(cleared).toMatchObject({ filter: '', isTyping: false });
    expect(ids(cleared)).toHaveLength(rows.length);
  });

  it('is undone by Escape once it is over, which never leaves', () => {
    const found = typed(ladder(), '/lease', ['tab']);
    expect(shown(found).at(-1)).toContain('“lease”: 1, Esc all');
    expect(typed(found, ['escape']).filter).toBe('');
    expect(typed(found, ['escape'], ['escape'], ['escape']).done).toBeUndefined();
  });

  it('stays where the learner is as long as that is listed, else goes to what comes next', () => {
    expect(here(typed(ladder(), 'g', '/two'))).toBe('two-cakes');
    expect(here(typed(ladder(), 'g', '/oven'))).toBe('two-cakes');
    expect(here(typed(ladder(), 'G', '/oven'))).toBe('cold-oven');
    expect(here(typed(ladder(), 'g', '/lease', ['escape']))).toBe('a-long-lease');
  });

  it('opens what was found with Enter', () => {
    expect(typed(ladder(), '/lease', ['return']).done).toEqual({ id: 'a-long-lease' });
    expect(typed(ladder(), '/zebra', ['return']).done).toBeUndefined();
  });
});

it('f goes through all, open, done and due', () => {
  expect(ids(ladder())).toHaveLength(5);
  expect(ids(typed(ladder(), 'f'))).toEqual(['a-long-lease', 'cold-oven', 'in-line', 'bake-once']);
  expect(ids(typed(ladder(), 'ff'))).toEqual(['two-cakes', 'a-long-lease']);
  expect(ids(typed(ladder(), 'fff'))).toEqual(['a-long-lease']);
  expect(ids(typed(ladder(), 'ffff'))).toHaveLength(5);
  const fresh = ladder(80, 24, { rows: many, next: undefined });
  expect(shown(typed(fresh, 'fff')).join('\n')).toContain('Nothing is due now.');
});

describe('leaving', () => {
  it.each<[string, LadderState['done']]>([
    ['q', { code: 0 }],
    ['j\r', { id: 'in-line' }],
    ['\rq', { id: 'cold-oven' }],
    ['qj\r', { code: 0 }],
  ])('%j ends with %j, and what comes after it does nothing', (keys, done) => {
    expect(typed(ladder(), keys).done).toEqual(done);
  });

  it('Ctrl-C leaves from everywhere', () => {
    for (const state of [ladder(), typed(ladder(), '/x'), typed(ladder(), '?')])
      expect(control(state, 'c').done).toEqual({ code: 130 });
  });

  it('Ctrl-Z and Ctrl-L are asked of the world outside', () => {
    expect(control(ladder(), 'z').request).toBe('suspendProcess');
    expect(control(ladder(), 'l').request).toBe('redraw');
  });
});

describe('the keys', () => {
  it('are shown with ?, scrolled and closed without leaving', () => {
    const help = typed(ladder(40, 12), '?');
    expect(shown(help).join('\n')).toContain('Keys');
    expect(shown(typed(help, 'G')).join('\n')).toContain('leave');
    expect(typed(help, 'G', 'k').keysTop).toBe(4);
    for (const key of ['q', '?', ['escape'] as const, ['return'] as const]) {
      const closed = typed(help, key);
      expect(closed.keysTop).toBeUndefined();
      expect(closed.done).toBeUndefined();
    }
    expect(typed(help, '/f').filter).toBe('');
  });

  it('do nothing with Alt', () => {
    expect(pressOnLadder(ladder(), 'q', pressed('meta'))).toEqual(ladder());
  });
});

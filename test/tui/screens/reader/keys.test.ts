import { describe, expect, it } from 'vitest';
import { HELP } from '../../../../src/tui/screens/reader/help.ts';
import { actionsFor } from '../../../../src/tui/screens/reader/keys.ts';
import type { Overlay } from '../../../../src/tui/screens/reader/state.ts';
import { type Named, pressed } from '../pressed.ts';

const prompt = (draft: string): Overlay => ({ kind: 'prompt', draft });
const outline = (filter: string): Overlay => ({ kind: 'outline', filter, at: 0 });

describe('over the page', () => {
  it.each([
    ['j', [{ type: 'scroll', lines: 1 }]],
    ['k', [{ type: 'scroll', lines: -1 }]],
    [' ', [{ type: 'page', pages: 1 }]],
    ['b', [{ type: 'page', pages: -1 }]],
    ['d', [{ type: 'page', pages: 0.5 }]],
    ['u', [{ type: 'page', pages: -0.5 }]],
    ['g', [{ type: 'start' }]],
    ['G', [{ type: 'end' }]],
    ['h', [{ type: 'sideways', columns: -8 }]],
    ['l', [{ type: 'sideways', columns: 8 }]],
    ['o', [{ type: 'outline' }]],
    ['/', [{ type: 'prompt' }]],
    ['n', [{ type: 'hit', by: 1 }]],
    ['N', [{ type: 'hit', by: -1 }]],
    ['a', [{ type: 'toggle' }]],
    ['A', [{ type: 'toggleAll' }]],
    ['t', [{ type: 'theme' }]],
    ['?', [{ type: 'help' }]],
    ['q', [{ type: 'leave', code: 0 }]],
    ['x', [{ type: 'try' }]],
    ['é', []],
  ])('%s means %j', (input, actions) => {
    expect(actionsFor(input, pressed(), undefined)).toEqual(actions);
  });

  it.each<[string, Named[], object[]]>([
    ['', ['downArrow'], [{ type: 'scroll', lines: 1 }]],
    ['', ['upArrow'], [{ type: 'scroll', lines: -1 }]],
    ['', ['leftArrow'], [{ type: 'sideways', columns: -8 }]],
    ['', ['rightArrow'], [{ type: 'sideways', columns: 8 }]],
    ['', ['pageDown'], [{ type: 'page', pages: 1 }]],
    ['', ['pageUp'], [{ type: 'page', pages: -1 }]],
    ['', ['home'], [{ type: 'start' }]],
    ['', ['end'], [{ type: 'end' }]],
    ['', ['tab'], [{ type: 'next' }]],
    ['', ['tab', 'shift'], [{ type: 'previous' }]],
    ['', ['return'], [{ type: 'activate' }]],
    ['', ['backspace'], [{ type: 'back' }]],
    ['', ['delete'], [{ type: 'back' }]],
    ['', ['escape', 'meta'], [{ type: 'escape' }]],
    ['c', ['ctrl'], [{ type: 'leave', code: 130 }]],
    ['z', ['ctrl'], [{ type: 'suspend' }]],
    ['o', ['ctrl'], [{ type: 'back' }]],
    ['l', ['ctrl'], [{ type: 'redraw' }]],
    ['x', ['ctrl'], []],
  ])('%s with %j means %j', (input, names, actions) => {
    expect(actionsFor(input, pressed(...names), undefined)).toEqual(actions);
  });

  it('a held key that arrives as several characters counts as often', () => {
    expect(actionsFor('jjk', pressed(), undefined)).toEqual([
      { type: 'scroll', lines: 1 },
      { type: 'scroll', lines: 1 },
      { type: 'scroll', lines: -1 },
    ]);
  });
});

describe('while something is typed', () => {
  it.each<[Overlay, string, Named[], object[]]>([
    [prompt(''), 'q', [], [{ type: 'type', text: 'q' }]],
    [prompt(''), 'jk', [], [{ type: 'type', text: 'jk' }]],
    [prompt(''), '夜', [], [{ type: 'type', text: '夜' }]],
    [prompt(''), 'a\tb\u0007', [], [{ type: 'type', text: 'ab' }]],
    [prompt(''), 'x', ['ctrl'], []],
    [prompt(''), 'x', ['meta'], []],
    [prompt('ab'), '', ['backspace'], [{ type: 'erase' }]],
    [prompt(''), '', ['backspace'], [{ type: 'escape' }]],
    [prompt('ab'), '', ['return'], [{ type: 'accept' }]],
    [prompt('ab'), '', ['escape'], [{ type: 'escape' }]],
    [outline(''), 'jk', [], [{ type: 'type', text: 'jk' }]],
    [outline(''), 'q', [], [{ type: 'type', text: 'q' }]],
    [outline(''), 'p', ['ctrl'], [{ type: 'choose', by: -1 }]],
    [outline(''), '', ['downArrow'], [{ type: 'choose', by: 1 }]],
    [outline(''), '', ['escape', 'meta'], [{ type: 'escape' }]],
    [outline(''), 'n', ['ctrl'], [{ type: 'choose', by: 1 }]],
    [outline(''), '', ['upArrow'], [{ type: 'choose', by: -1 }]],
    [outline(''), '', ['pageDown'], [{ type: 'choose', by: 10 }]],
    [outline('b'), 'jk', [], [{ type: 'type', text: 'jk' }]],
    [outline(''), 'b', [], [{ type: 'type', text: 'b' }]],
    [outline(''), '', ['delete'], [{ type: 'erase' }]],
  ])('over %j, %j with %j means %j', (overlay, input, names, actions) => {
    expect(actionsFor(input, pressed(...names), overlay)).toEqual(actions);
  });
});

describe('from everywhere', () => {
  const overlays: Overlay[] = [{ kind: 'help', top: 0 }, prompt('x'), outline('x')];
  it.each(overlays)('Ctrl-C leaves and Ctrl-Z suspends: %j', (overlay) => {
    expect(actionsFor('c', pressed('ctrl'), overlay)).toEqual([{ type: 'leave', code: 130 }]);
    expect(actionsFor('z', pressed('ctrl'), overlay)).toEqual([{ type: 'suspend' }]);
  });
});

describe('over the help', () => {
  const inHelp = (input: string, ...names: Named[]) =>
    actionsFor(input, pressed(...names), { kind: 'help', top: 0 });

  it.each<[string, Named[], number]>([
    ['j', [], 1],
    ['k', [], -1],
    ['', ['downArrow'], 1],
    ['', ['upArrow'], -1],
    [' ', [], 3],
    ['', ['pageUp'], -3],
  ])('%j with %j scrolls by %i', (input, names, by) => {
    expect(inHelp(input, ...names)).toEqual([{ type: 'choose', by }]);
  });

  it.each<[string, Named[]]>([
    ['q', []],
    ['?', []],
    ['', ['return']],
    ['', ['escape']],
  ])('%j with %j closes it', (input, names) => {
    expect(inHelp(input, ...names)).toEqual([{ type: 'escape' }]);
  });
});

describe('the help', () => {
  const named = HELP.flatMap(([keys]) => keys.split(/[ ,]+/));
  const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

  it('names every letter that does something, and no other', () => {
    const working = printable.filter((key) => actionsFor(key, pressed(), undefined).length > 0);
    expect(named.filter((key) => /^[!-~]$/.test(key)).sort()).toEqual(working.sort());
  });

  it('names every letter that does something with Ctrl, and no other', () => {
    const working = printable
      .filter((key) => /[a-z]/.test(key) && actionsFor(key, pressed('ctrl'), undefined).length > 0)
      .map((key) => `Ctrl-${key.toUpperCase()}`);
    expect(named.filter((key) => key.startsWith('Ctrl-')).sort()).toEqual(working.sort());
  });
});

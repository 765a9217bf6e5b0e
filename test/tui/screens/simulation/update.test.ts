import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../src/markdown/index.ts';
import {
  bakery,
  control,
  followed,
  heard,
  midway,
  over,
  run,
  shown,
  taken,
  typed,
} from './sample.ts';

const faults = [
  { key: 'crash', label: 'crash a baker' },
  { key: 'poison', label: 'make a cake impossible' },
];
const items = [
  { trace: 'cake-2', about: 'waits' },
  { trace: 'cake-1', about: 'done' },
];
const opened = () => heard(taken(typed(run(), 'f'))[1], { type: 'faults', faults });
const listed = () => heard(taken(typed(run(), ['tab']))[1], { type: 'items', search: '', items });

describe('time', () => {
  const ticked = (state = run(), ...times: number[]) =>
    heard(state, ...times.map((nowMs) => ({ type: 'tick' as const, nowMs })));

  it('passes as real time does, times the speed', () => {
    expect(ticked(run(), 1000).requests).toEqual([]);
    expect(ticked(run(), 1000, 1100).requests).toEqual([{ kind: 'advance', micros: 1_000_000 }]);
    const faster = typed(run(), '+');
    expect(ticked(faster, 0, 100).requests).toEqual([{ kind: 'advance', micros: 6_000_000 }]);
    const slower = typed(run(), '-', '-');
    expect(ticked(slower, 0, 100).requests).toEqual([{ kind: 'advance', micros: 10_000 }]);
  });

  it('is not asked for twice, and a nap of the machine is not made up for', () => {
    expect(ticked(run(), 0, 100, 200, 300).requests).toHaveLength(1);
    expect(ticked(run(), 0, 60_000).requests).toEqual([{ kind: 'advance', micros: 2_500_000 }]);
    expect(ticked(run(), 1000, 500).requests).toEqual([]);
  });

  it('stands still while it is paused, also what passed meanwhile', () => {
    const paused = typed(ticked(run(), 0), ' ');
    expect(ticked(paused, 100, 200).requests).toEqual([]);
    expect(shown(paused)[0]).toMatch(/1:35\.250 of 10:00 {2}paused$/);
    expect(ticked(typed(paused, ' '), 200).requests).toEqual([]);
  });

  it.each(['.', 'n', ['rightArrow' as const]])(
    'goes an event further with %s, and pauses',
    (key) => {
      const stepped = typed(run(), key);
      expect(stepped.requests).toEqual([{ kind: 'step' }]);
      expect(stepped.pace).toBe('paused');
    },
  );

  it('hurries to the end with e, and stops there', () => {
    const hurrying = ticked(typed(run(), 'e'), 0);
    expect(hurrying.requests).toEqual([{ kind: 'advance', micros: 504_750_000 }]);
    expect(shown(hurrying)[0]).toContain('to the end');
    const ended = heard(hurrying, { type: 'snapshot', snapshot: over });
    expect(ended.pace).toBe('paused');
    expect(shown(ended)[0]).toContain('ended at 10:00');
    expect(typed(ended, ' ', '.', 'e')).toEqual(ended);
  });

  it('has a fastest and a slowest speed, and says when the machine is too slow', () => {
    expect(shown(typed(run(), ...'++++++++++'))[0]).toContain('playing 36000x');
    expect(shown(typed(run(), ...'----------'))[0]).toContain('playing 1/1000x');
    expect(shown(typed(run(), '=', ']', '['))[0]).toContain('playing 60x');
    const behind = heard(run(), { type: 'snapshot', snapshot: midway, isBehind: true });
    expect(shown(behind)[0]).toContain('slower than 10x');
  });

  it('begins anew with r, and forgets what was still to be done', () => {
    const again = typed(ticked(run(), 0, 100), 'r');
    expect(again.requests).toEqual([{ kind: 'restart' }]);
    expect(again.pace).toBe('playing');
    expect(typed(typed(run(), ' '), 'r').pace).toBe('paused');
    expect(typed(heard(run(), { type: 'snapshot', snapshot: over }), 'r').pace).toBe('playing');
  });
});

describe('faults', () => {
  it('are asked for, chosen and done, and then the pipeline is shown', () => {
    expect(typed(run(), 'f').requests).toEqual([{ kind: 'faults' }]);
    const chosen = typed(opened(), 'j', ['return']);
    expect(chosen.requests).toEqual([{ kind: 'inject', key: 'poison' }]);
    expect(chosen.view.kind).toBe('pipeline');
    const done = heard(chosen, { type: 'injected', words: 'The next cake is impossible.' });
    expect(shown(done).at(-1)).toBe(' The next cake is impossible.');
    expect(shown(typed(done, 'j')).at(-1)).toContain('Space pause');
  });

  it('can be done by their number', () => {
    expect(typed(opened(), '2').requests).toEqual([{ kind: 'inject', key: 'poison' }]);
    expect(typed(opened(), '3').requests).toEqual([]);
  });

  it('strike no more once the run is over, also from a list that was open by then', () => {
    const over_ = heard(run(), { type: 'snapshot', snapshot: over });
    const late = heard(opened(), { type: 'snapshot', snapshot: over });
    for (const state of [typed(over_, 'f'), typed(late, ['return']), typed(late, '2')]) {
      expect([state.view.kind, state.requests]).toEqual(['pipeline', []]);
      expect(shown(state).at(-1)).toBe(' The run is over: r starts it again.');
    }
    expect(typed(over_, 'f', 'r').requests).toEqual([{ kind: 'restart' }]);
  });

  it('can be left alone, and there may be none', () => {
    for (const key of ['q', 'f', ['escape' as const]]) {
      const back = typed(opened(), key);
      expect([back.view.kind, back.requests]).toEqual(['pipeline', []]);
    }
    const none = heard(run(), { type: 'faults', faults: [] });
    expect(shown(none).join('\n')).toContain('Nothing in this run can be broken by hand.');
    expect(typed(none, 'j', ['return']).requests).toEqual([]);
  });
});

describe('a message', () => {
  it('is chosen from the last ones, and its story is one key away', () => {
    expect(typed(run(), ['tab']).requests).toEqual([{ kind: 'items', search: '' }]);
    const chosen = typed(listed(), 'j', ['return']);
    expect(chosen.requests).toEqual([{ kind: 'follow', trace: 'cake-1' }]);
    const following = heard(chosen, { type: 'snapshot', snapshot: followed });
    expect(shown(following).join('\n')).toContain('Following cake-7911: 1:31.010 baker 5');
    expect(shown(typed(following, ['return']))[1]).toBe(' The story of cake-7911');
  });

  it('is found by its name: letters are no keys then, until Escape', () => {
    const searching = typed(run(), '/', 'rq', ['backspace']);
    expect(searching.requests).toEqual([
      { kind: 'items', search: '' },
      { kind: 'items', search: 'r' },
      { kind: 'items', search: 'rq' },
      { kind: 'items', search: 'r' },
    ]);
    expect(shown(searching)[1]).toBe(' Follow a message  r█');
    const all = typed(searching, ['escape']);
    expect(all.requests.at(-1)).toEqual({ kind: 'items', search: '' });
    expect(typed(all, ['escape']).view.kind).toBe('pipeline');
    expect(typed(typed(run(), '/'), ['backspace']).view).toMatchObject({ search: undefined });
  });

  it('is not shown among what was found for less than is typed now', () => {
    const searching = typed(run(), '/', 'c');
    const late = heard(searching, { type: 'items', search: '', items });
    expect(shown(late).join('\n')).toContain('No message has that in its name.');
    const now = heard(late, { type: 'items', search: 'c', items: items.slice(1) });
    expect(shown(now).join('\n')).toContain('› cake-1  done');
    expect(typed(now, ['return']).requests.at(-1)).toEqual({ kind: 'follow', trace: 'cake-1' });
  });

  it('is followed no more after x or Escape; the next Escape does nothing', () => {
    const following = run(80, 24, followed);
    for (const key of ['x', ['escape' as const]]) {
      const [asked, state] = taken(typed(following, key));
      expect(asked).toEqual([{ kind: 'follow', trace: undefined }]);
      const free = heard(state, { type: 'snapshot', snapshot: midway });
      expect(shown(free).join('\n')).not.toContain('Following');
      expect(typed(free, key, ['return'])).toEqual(free);
    }
  });

  it('stays followed when Escape only closes another view', () => {
    const back = typed(run(80, 24, followed), 't', ['escape']);
    expect([back.view.kind, back.requests]).toEqual(['pipeline', []]);
  });

  it('is found and followed by a name that comes with its keys in one piece', () => {
    const burst = typed(run(), '/ke-2\r');
    expect(burst.view).toMatchObject({ search: 'ke-2', choosesNext: true });
    const early = heard(burst, { type: 'items', search: 'k', items });
    expect(early.requests.some(({ kind }) => kind === 'follow')).toBe(false);
    const found = heard(early, { type: 'items', search: 'ke-2', items: items.slice(0, 1) });
    expect(found.requests).toEqual([{ kind: 'follow', trace: 'cake-2' }]);
    expect(found.view.kind).toBe('pipeline');
    const none = heard(early, { type: 'items', search: 'ke-2', items: [] });
    expect([none.view.kind, none.requests]).toEqual(['items', []]);
    expect(shown(none).join('\n')).toContain('No message has that in its name.');
  });
});

describe('the views', () => {
  it.each([
    ['t', 'timeline'],
    ['c', 'checks'],
    ['?', 'help'],
  ])('%s shows the %s and closes it', (key, kind) => {
    const open = typed(run(), key);
    expect(open.view.kind).toBe(kind);
    for (const close of [key, 'q', ['escape' as const], ['return' as const]])
      expect(typed(open, close).view.kind).toBe('pipeline');
  });

  it('let time be turned, too', () => {
    expect(typed(run(), 't', ' ').pace).toBe('paused');
    expect(typed(listed(), '.').requests).toEqual([{ kind: 'step' }]);
  });

  it('are scrolled no further than their end', () => {
    const start = typed(run(80, 12), 't');
    expect(shown(start).at(-1)).toContain('↓ more');
    expect(shown(typed(start, 'j'))[1]).toBe(shown(start)[2]);
    const end = typed(start, 'G');
    expect(shown(end).at(-1)).not.toContain('↓ more');
    expect(typed(end, 'j', ['pageDown'])).toEqual(end);
    expect(shown(typed(end, 'k'))[2]).toBe(shown(end)[1]);
    expect(shown(typed(end, 'g'))).toEqual(shown(start));
    const help = typed(run(40, 12), '?');
    expect(shown(help).join('\n')).not.toContain('Ctrl-C');
    expect(shown(typed(help, 'G')).join('\n')).toContain('Ctrl-C');
  });

  it('fit a screen that changes while time passes, and time goes on', () => {
    for (const state of [run(), typed(run(), 'e'), typed(run(), 't', 'G'), typed(run(), '?', 'G')])
      for (const [columns, rows] of [
        [40, 12],
        [200, 60],
        [60, 20],
      ] as const) {
        const resized = heard(state, { type: 'resize', size: { columns, rows } });
        const lines = shown(resized);
        expect(resized.pace).toBe(state.pace);
        expect(lines).toHaveLength(rows - 1);
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
        expect(lines.slice(1, -1).join('')).not.toBe('');
      }
  });

  it('keep what is chosen in view', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ trace: `cake-${at}`, about: '' }));
    const list = heard(typed(run(), ['tab']), { type: 'items', search: '', items: many });
    expect(shown(typed(list, 'G')).join('\n')).toContain('› cake-59');
    expect(shown(typed(list, 'G', 'g')).join('\n')).toContain('› cake-0');
  });
});

describe('the way out', () => {
  it('is q, and not Escape: the run would be lost', () => {
    expect(typed(run(), 'q', '.').requests).toEqual([{ kind: 'leave', code: 0 }]);
    expect(typed(run(), ['escape']).requests).toEqual([]);
  });

  it('leads on where the run is part of something, by Enter as well once it is over', () => {
    const partOf = (snapshot = midway) => run(80, 24, snapshot, bakery, 'your result');
    expect(shown(partOf()).at(-1)).toMatch(/q your result$/);
    expect(typed(partOf(), ['return']).requests).toEqual([]);
    const ended = partOf({ ...followed, ended: over.ended ?? { words: '', lines: [] } });
    expect(shown(ended).at(-1)).toMatch(/Enter your result$/);
    expect(typed(ended, ['return']).requests).toEqual([{ kind: 'leave', code: 0 }]);
    expect(typed(ended, 'q').requests).toEqual([{ kind: 'leave', code: 0 }]);
    expect(typed(run(80, 24, over), ['return']).requests).toEqual([]);
  });

  it('is Ctrl-C everywhere, also while a name is typed', () => {
    for (const state of [run(), opened(), typed(run(), '/', 'a'), typed(run(), '?')])
      expect(control(state, 'c').requests.at(-1)).toEqual({ kind: 'leave', code: 130 });
  });

  it('to the shell is Ctrl-Z, and Ctrl-L draws again', () => {
    expect(control(run(), 'z').requests).toEqual([{ kind: 'suspendProcess' }]);
    expect(control(run(), 'l').requests).toEqual([{ kind: 'redraw' }]);
  });
});

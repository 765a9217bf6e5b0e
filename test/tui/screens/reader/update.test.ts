import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutTools, lineText, widthOf } from '../../../../src/markdown/index.ts';
import { frame } from '../../../../src/tui/screens/reader/frame.ts';
import { outlineEntries } from '../../../../src/tui/screens/reader/overlay.ts';
import { lastTop } from '../../../../src/tui/screens/reader/scroll.ts';
import {
  bodyRows,
  type OpenRequest,
  type ReaderState,
} from '../../../../src/tui/screens/reader/state.ts';
import { type Action, update } from '../../../../src/tui/screens/reader/update.ts';
import { runs } from '../../../fixtures/runs.ts';
import { acted, anySize, asked, documentOf, other, reader, sample, shown } from './sample.ts';

const tools: LayoutTools[] = [
  {},
  { drawMermaid: () => Array.from({ length: 30 }, (_, row) => '─'.repeat(row * 5)) },
  { highlight: (text) => text.split('\n').map((line) => [{ text: line, roles: ['code'] }]) },
];

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc
    .constantFrom(
      ...(['start', 'end', 'next', 'previous', 'activate', 'back', 'toggle', 'toggleAll'] as const),
      ...(['theme', 'escape', 'help', 'outline', 'prompt', 'redraw', 'erase', 'accept'] as const),
    )
    .map((type): Action => ({ type })),
  fc.integer({ min: -50, max: 50 }).map((lines): Action => ({ type: 'scroll', lines })),
  fc.constantFrom(-1, -0.5, 0.5, 1).map((pages): Action => ({ type: 'page', pages })),
  fc.constantFrom(-8, 8, 200).map((columns): Action => ({ type: 'sideways', columns })),
  fc.constantFrom<(1 | -1)[]>(-1, 1).map((by): Action => ({ type: 'hit', by })),
  fc.integer({ min: -12, max: 12 }).map((by): Action => ({ type: 'choose', by })),
  fc
    .constantFrom('e', 'the', 'berth', '夜の港', '👩‍🚀'.repeat(40), 'x'.repeat(300))
    .map((text): Action => ({ type: 'type', text })),
  anySize.map((size): Action => ({ type: 'resize', size })),
  fc.constantFrom(...tools).map((some): Action => ({ type: 'tools', for: sample, tools: some })),
  fc
    .constantFrom(sample, other, documentOf(''))
    .map((document): Action => ({ type: 'opened', answers: asked, document, tools: {} })),
  fc
    .constantFrom('short', 'words 夜 '.repeat(60))
    .map((why): Action => ({ type: 'notOpened', answers: asked, why })),
);

/** What must be true of every state, whatever led to it. */
function expectSound(state: ReaderState): void {
  const { size, page, selected, overlay, search } = state;
  expect(state.top).toBeGreaterThanOrEqual(0);
  expect(state.top).toBeLessThanOrEqual(lastTop(state));
  expect(state.left).toBeGreaterThanOrEqual(0);
  if (selected !== undefined) expect(page.targets[selected]).toBeDefined();
  if (search && search.hits.length > 0) expect(search.hits[search.current]).toBeDefined();
  if (overlay?.kind === 'outline')
    expect(overlay.at).toBeLessThanOrEqual(
      Math.max(0, outlineEntries(state, overlay.filter).length - 1),
    );
  const lines = frame(state).map(stripVTControlCharacters);
  expect(lines.length).toBeLessThanOrEqual(size.rows - 1);
  const wide = lines.filter((line) => widthOf(line) > size.columns);
  expect(wide).toEqual([]);
}

describe('after any actions', () => {
  it('the place, the selection, the search and the frame are sound', () => {
    fc.assert(
      fc.property(anySize, fc.array(anyAction, { maxLength: 25 }), (size, actions) => {
        let state = reader(size.columns, size.rows);
        expectSound(state);
        for (const action of actions) {
          state = acted(state, action);
          expectSound(state);
        }
      }),
      runs(120),
    );
  });

  it('the page is the one that its document, size, folds and tools make', () => {
    fc.assert(
      fc.property(anySize, fc.array(anyAction, { maxLength: 12 }), (size, actions) => {
        const state = acted(reader(size.columns, size.rows), ...actions);
        const anew = acted(state, { type: 'resize', size: state.size });
        expect(state.page).toEqual(anew.page);
      }),
      runs(60),
    );
  });

  it('a message lasts until the next key, whatever the world tells meanwhile', () => {
    const said = acted(reader(), 'back');
    expect(said.message).toBe('this is where you began');
    const tools = { type: 'tools', for: sample, tools: {} } as const;
    const size = { columns: 60, rows: 20 };
    expect(acted(said, tools, { type: 'resize', size }).message).toBe(said.message);
    expect(acted(said, { type: 'scroll', lines: 1 }).message).toBeUndefined();
  });
});

describe('a request', () => {
  const link = acted(reader(80, 12), 'next', 'next');
  const redraw = { kind: 'redraw' };

  it('stays until it was heard, whatever comes meanwhile', () => {
    const open = acted(link, 'activate', 'redraw', { type: 'scroll', lines: 1 });
    const more = acted(open, { type: 'tools', for: sample, tools: {} }, 'suspend');
    expect(more.requests).toEqual([asked, redraw, { kind: 'suspend' }]);
    const heard = acted(more, { type: 'heard', requests: open.requests });
    expect(heard.requests).toEqual([{ kind: 'suspend' }]);
  });

  it('to leave is the last: nothing changes after it', () => {
    const left = acted(reader(), { type: 'leave', code: 130 });
    expect(left.requests).toEqual([{ kind: 'leave', code: 130 }]);
    expect(acted(left, { type: 'scroll', lines: 1 }, { type: 'leave', code: 0 })).toBe(left);
    expect(acted(left, { type: 'resize', size: { columns: 40, rows: 9 } })).toBe(left);
  });
});

describe('links and answers', () => {
  const kinds = (state: ReaderState) =>
    state.page.targets.map((target) => (target.kind === 'link' ? target.to.kind : target.kind));

  it('are visited in reading order, forwards and backwards around the ends', () => {
    const start = reader(80, 60);
    const count = start.page.targets.length;
    expect(kinds(start)).toEqual(['heading', 'topic', 'file', 'web', 'details', 'details']);
    const forwards = Array.from({ length: count + 1 }, (_, presses) =>
      acted(start, ...Array<Action>(presses + 1).fill({ type: 'next' })),
    );
    expect(forwards.map(({ selected }) => selected)).toEqual([0, 1, 2, 3, 4, 5, 0]);
    expect(acted(start, 'previous', 'previous').selected).toBe(4);
  });

  it.each([1, -1])('a selected target is in view (%i)', (by) => {
    let state = reader(60, 8);
    for (let press = 0; press < 12; press += 1) {
      state = acted(state, by === 1 ? 'next' : 'previous');
      const line = state.page.targets[state.selected ?? -1]?.line ?? -1;
      expect(line).toBeGreaterThanOrEqual(state.top);
      expect(line).toBeLessThan(state.top + bodyRows(state.size));
    }
  });

  it.each([
    [1, undefined, { section: 'Tariff' }],
    [2, { kind: 'open', link: { kind: 'topic', id: 'lighthouse' } }, {}],
    [3, { kind: 'open', link: { kind: 'file', path: 'rules.md' } }, {}],
    [4, undefined, { message: 'https://example.org/chart' }],
  ])(
    'Enter on link %i asks for %j',
    (presses, request, {
      section,
      message,
    }: {
      section?: string;
      message?: string;
    }) => {
      const selected = acted(reader(80, 12), ...Array<Action>(presses).fill({ type: 'next' }));
      const state = acted(selected, 'activate');
      expect(state.requests).toEqual(request ? [request] : []);
      expect(state.message).toBe(message);
      if (section) {
        expect(lineText(state.page.lines[state.top] ?? { spans: [] })).toContain(section);
        expect(acted(state, 'back').top).toBe(selected.top);
      }
    },
  );

  it('Enter opens and closes a question, and the line of the question stays in view', () => {
    const selected = acted(reader(80, 12), 'end', 'previous');
    const open = acted(selected, 'activate');
    expect(open.page.targets.at(-2)).toMatchObject({ kind: 'details', open: true });
    expect(open.page.lines.length).toBeGreaterThan(selected.page.lines.length);
    const closed = acted(open, 'activate');
    expect(closed.page).toEqual(selected.page);
    expect(closed.selected).toBe(selected.selected);
  });

  it('a toggle takes the question in view; without one it says so', () => {
    expect(acted(reader(80, 60), 'toggle').open.size).toBe(1);
    expect(acted(reader(80, 6), 'toggle').message).toBe('there is no question here');
    expect(acted(reader(80, 24, other), 'toggleAll').message).toBe('there are no questions here');
  });

  it('all answers open, and close again when all are open', () => {
    const one = acted(reader(80, 60), 'toggle');
    const all = acted(one, 'toggleAll');
    expect([...all.open]).toHaveLength(2);
    expect(acted(all, 'toggleAll').open.size).toBe(0);
  });

  it('the same target stays selected when the width changes', () => {
    const wide = acted(reader(100, 40), 'next', 'next', 'next');
    const narrow = acted(wide, { type: 'resize', size: { columns: 24, rows: 10 } });
    const target = (state: ReaderState) => ({
      ...state.page.targets[state.selected ?? -1],
      line: 0,
    });
    expect(target(narrow)).toEqual(target(wide));
  });
});

describe('another document', () => {
  it('begins at its start without the search, and Backspace comes back', () => {
    const searching = acted(reader(80, 12), 'prompt', { type: 'type', text: 'tide' }, 'accept');
    const before = acted(searching, { type: 'scroll', lines: 9 }, 'next');
    const away = acted(before, { type: 'opened', answers: asked, document: other, tools: {} });
    expect(away).toMatchObject({ top: 0, selected: undefined, document: other });
    expect(away.search).toBeUndefined();
    const back = acted(away, 'back');
    expect(back).toMatchObject({ top: before.top, selected: before.selected, document: sample });
    expect(back.history).toEqual([]);
  });

  it('that was asked for twice is opened once', () => {
    const twice = acted(reader(80, 12), 'next', 'next', 'activate', 'activate');
    const [first, second] = twice.requests.filter((request) => request.kind === 'open');
    const opened = [first, second, second].map(
      (answers) => ({ type: 'opened', answers, document: other, tools: {} }) as Action,
    );
    expect(update(twice, opened[0] as Action).document).toBe(sample);
    expect(opened.reduce(update, twice).history).toHaveLength(1);
  });

  it('that comes after the reader went back is not shown, nor why there is none', () => {
    const away = acted(reader(80, 12), 'next', 'next', 'activate');
    const [answers] = away.requests as OpenRequest[];
    if (!answers) throw new Error('nothing was asked for');
    const shownMeanwhile = acted(away, { type: 'opened', answers, document: other, tools: {} });
    const late = update(shownMeanwhile, { type: 'opened', answers, document: other, tools: {} });
    expect(late).toBe(shownMeanwhile);
    expect(update(shownMeanwhile, { type: 'notOpened', answers, why: 'gone' })).toBe(late);
    expect(update(away, { type: 'notOpened', answers, why: 'gone' }).message).toBe('gone');
  });

  it('is not drawn by the tools of the one before', () => {
    const away = acted(reader(), { type: 'opened', answers: asked, document: other, tools: {} });
    expect(acted(away, { type: 'tools', for: sample, tools: {} })).toBe(away);
  });

  it('says what is wrong with it, first or by a link', () => {
    const broken = { ...other, trouble: 'line 3:\nno end' };
    expect(shown(reader(80, 12, broken)).at(-1)).toBe('line 3: no end');
    const opened = acted(reader(), { type: 'opened', answers: asked, document: broken, tools: {} });
    expect(shown(opened).at(-1)).toBe('line 3: no end');
    expect(acted(opened, 'back').message).toBeUndefined();
  });

  it('back from the first one says that there is nowhere to go', () => {
    expect(acted(reader(), 'back').message).toBe('this is where you began');
  });
});

describe('a search', () => {
  const search = (text: string, size = 12) =>
    acted(reader(80, size), 'prompt', { type: 'type', text }, 'accept');
  const currentLine = ({ search }: ReaderState) => search?.hits[search.current]?.[0]?.line ?? -1;

  it('goes to its hits in turn, around the end, each in view', () => {
    let state = search('berth');
    const count = state.search?.hits.length ?? 0;
    expect(count).toBeGreaterThan(3);
    const lines: number[] = [];
    for (let press = 0; press < count; press += 1) {
      expect(currentLine(state)).toBeGreaterThanOrEqual(state.top);
      expect(currentLine(state)).toBeLessThan(state.top + bodyRows(state.size));
      lines.push(currentLine(state));
      state = acted(state, { type: 'hit', by: 1 });
    }
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(state.search?.current).toBe(0);
    expect(acted(state, { type: 'hit', by: -1 }).search?.current).toBe(count - 1);
  });

  it('stays at its hit when the size changes or an answer opens that has none', () => {
    const third = acted(search('berth'), { type: 'hit', by: 1 }, { type: 'hit', by: 1 });
    const size = { columns: 50, rows: 30 };
    expect(acted(third, { type: 'resize', size }).search?.current).toBe(2);
    expect(acted(third, { type: 'resize', size }, 'toggle').search?.current).toBe(2);
  });

  it('finds more when the answers are unfolded', () => {
    const folded = search('days');
    expect(acted(folded, 'toggleAll').search?.hits.length).toBeGreaterThan(
      folded.search?.hits.length ?? 0,
    );
  });

  it('without a hit says so, and that answers are folded', () => {
    expect(search('captain').message).toBe('“captain” is not on this page; A unfolds the answers');
    expect(
      acted(acted(reader(), 'toggleAll'), 'prompt', { type: 'type', text: 'zebra' }, 'accept')
        .message,
    ).toBe('“zebra” is not on this page');
  });

  it('is forgotten by Escape, and asked for by n when there is none', () => {
    expect(acted(search('tide'), 'escape').search).toBeUndefined();
    expect(acted(reader(), { type: 'hit', by: 1 }).message).toBe('search with / first');
  });

  it('outlives an overlay that is opened and closed', () => {
    const state = search('tide');
    expect(acted(state, 'help', 'escape').search).toEqual(state.search);
  });
});

describe('the outline', () => {
  it('starts at the section on the screen and jumps to the chosen one', () => {
    const open = acted(reader(80, 10), 'outline');
    const titles = outlineEntries(open, '').map(({ title }) => title);
    expect(titles).toEqual(['The harbour', 'Berths', 'Night', 'Tariff', 'Questions', 'Leaving']);
    const jumped = acted(open, { type: 'choose', by: 3 }, 'accept');
    expect(lineText(jumped.page.lines[jumped.top] ?? { spans: [] })).toContain('Tariff');
    expect(jumped.overlay).toBeUndefined();
    expect(acted(jumped, 'outline').overlay).toMatchObject({ at: 3 });
    expect(acted(jumped, 'back').top).toBe(0);
  });

  it('is filtered by what is typed, and erasing widens it', () => {
    const filtered = acted(reader(), 'outline', { type: 'type', text: 'BER' });
    expect(outlineEntries(filtered, 'BER').map(({ title }) => title)).toEqual(['Berths']);
    expect(acted(filtered, 'erase').overlay).toMatchObject({ filter: 'BE', at: 0 });
    expect(acted(filtered, 'accept').history).toHaveLength(1);
  });

  it('with a filter that nothing matches closes without a jump', () => {
    const closed = acted(reader(), 'outline', { type: 'type', text: 'zebra' }, 'accept');
    expect(closed).toMatchObject({ top: 0, history: [] });
    expect(closed.overlay).toBeUndefined();
  });
});

it('the theme changes between dark and light, and not without colours', () => {
  const dark: ReaderState = { ...reader(), theme: 'dark' };
  expect(acted(dark, 'theme').theme).toBe('light');
  expect(acted(dark, 'theme', 'theme').theme).toBe('dark');
  expect(acted(reader(), 'theme')).toMatchObject({ theme: 'mono', message: 'colours are off' });
});

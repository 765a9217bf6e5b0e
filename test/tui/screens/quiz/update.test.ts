import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../src/markdown/index.ts';
import { frame } from '../../../../src/tui/screens/quiz/frame.ts';
import { hear } from '../../../../src/tui/screens/quiz/news.ts';
import { press } from '../../../../src/tui/screens/quiz/press.ts';
import type { QuizState, TopicRequest } from '../../../../src/tui/screens/quiz/state.ts';
import { runs } from '../../../fixtures/runs.ts';
import { documentOf } from '../reader/sample.ts';
import { anySize, keyed, keyOf, quiz, sheets, shown, turnOf } from './sample.ts';

const rated = ({ requests }: QuizState) =>
  requests.flatMap((request) => (request.kind === 'rate' ? [request.rating] : []));

const turned = (state: QuizState, turn = turnOf(sheets.choice)) =>
  hear({ ...state, requests: [] }, { type: 'turned', turn, nowMs: state.held?.atMs ?? 0 });

describe('a question from memory', () => {
  it.each(['Space', 'Enter'])('is revealed and then rated Good by %s', (key) => {
    const revealed = keyed(quiz(), key);
    expect(revealed.asking?.phase).toBe('revealed');
    expect(rated(revealed)).toEqual([]);
    expect(rated(keyed(revealed, key))).toEqual([3]);
  });

  it.each(['1', '2', '3', '4'])('is rated by %s, but not before it is revealed', (key) => {
    expect(rated(keyed(quiz(), key))).toEqual([]);
    expect(rated(keyed(quiz(), 'Space', key))).toEqual([Number(key)]);
  });

  it('tells how long it took, ten minutes at most', () => {
    const { requests } = keyed(quiz(), 'Space', '3');
    expect(requests).toEqual([{ kind: 'rate', rating: 3, durationMs: 2000 }]);
    const { input, key } = keyOf('3');
    const late = press(keyed(quiz(), 'Space'), input, key, 3_600_000);
    expect(late.requests).toMatchObject([{ durationMs: 600_000 }]);
    const back = press(keyed(quiz(), 'Space'), input, key, -5000);
    expect(back.requests).toMatchObject([{ durationMs: 0 }]);
  });

  it('takes a typed answer, whose words tick the key points', () => {
    const typed = keyed(quiz(), 'i', 'who knows', 'Enter');
    expect(typed.asking?.ticked).toEqual(new Set());
    expect(rated(keyed(typed, 'Space'))).toEqual([1]);
    const better = keyed(quiz(), 'Tab', 'pilot knows shoals, currents; captain remains', 'Enter');
    expect(better.asking?.ticked).toEqual(new Set([0, 1]));
    expect(rated(keyed(better, 'Space'))).toEqual([2]);
    expect(rated(keyed(better, 'x', 'Enter'))).toEqual([1]);
    expect(rated(keyed(better, 'j', 'j', 'x', 'Space'))).toEqual([3]);
  });

  it('keeps the text when typing is left, and Space is a letter of it', () => {
    const left = keyed(quiz(), 'i', 'a', 'Space', 'b', 'Esc');
    expect(left.asking).toMatchObject({ isTyping: false, attempt: { field: { text: 'a b' } } });
    expect(keyed(left, 'i', 'c').asking?.attempt).toMatchObject({ field: { text: 'a bc' } });
  });

  it.each(['Ctrl-J', 'Alt-Enter'])('has a new line by %s', (key) => {
    const typed = keyed(quiz(), 'i', 'a', key, 'b');
    expect(typed.asking?.attempt).toMatchObject({ field: { text: 'a\nb' } });
  });

  it('takes a pasted text with all its lines, and an Enter at its end', () => {
    const pasted = keyed(quiz(), 'i', 'one\r\ntwo\rthree');
    expect(pasted.asking?.attempt).toMatchObject({ field: { text: 'one\ntwo\nthree' } });
    expect(keyed(quiz(), 'i', 'one\r').asking?.phase).toBe('revealed');
  });

  it('shows its hint only when asked', () => {
    expect(shown(quiz()).join()).not.toContain('Who has been here');
    expect(shown(keyed(quiz(), 'h')).join()).toContain('Who has been here');
    expect(shown(keyed(quiz(), 'h')).at(-1)).not.toContain('h hint');
  });
});

describe('a choice', () => {
  const start = quiz(turnOf(sheets.choice));

  it('of one lets the former go', () => {
    const chosen = (state: QuizState) =>
      state.asking?.attempt.kind === 'choice' ? [...state.asking.attempt.chosen] : [];
    expect(chosen(keyed(start, 'a', 'b'))).toEqual([2]);
    expect(chosen(keyed(start, 'a', 'a'))).toEqual([]);
    expect(chosen(keyed(quiz(turnOf(sheets.choices)), 'a', 'j', 'x'))).toEqual([1, 2]);
  });

  it('suggests Good when right and Again when wrong, and the learner overrules', () => {
    expect(rated(keyed(start, 'c', 'Enter', 'Space'))).toEqual([3]);
    expect(rated(keyed(start, 'a', 'Enter', 'Space'))).toEqual([1]);
    expect(rated(keyed(start, 'a', 'Enter', '2'))).toEqual([2]);
  });

  it('is given up by a second Enter only', () => {
    const once = keyed(start, 'Enter');
    expect(once).toMatchObject({ asking: { phase: 'asked' } });
    expect(once.message).toMatch(/Enter again/);
    expect(keyed(once, 'j', 'Enter').asking?.phase).toBe('asked');
    expect(keyed(once, 'Enter').asking?.phase).toBe('revealed');
  });
});

it('a number is begun by a digit, and a wrong unit is told', () => {
  const start = quiz(turnOf(sheets.number));
  expect(rated(keyed(start, '9', '1', 'Enter', 'Space'))).toEqual([3]);
  expect(rated(keyed(start, 'Enter', '1.5 h', 'Enter', 'Space'))).toEqual([3]);
  expect(shown(keyed(start, '90 MB', 'Enter')).join()).toContain('the unit is min, not MB');
  expect(shown(keyed(start, '90 MB', 'Enter', 'Enter')).join()).toContain(
    'you answered in MB, it is in min',
  );
  expect(shown(keyed(start, 'i', 'many', 'Enter', 'Enter')).join()).toContain(
    '“many” is no number',
  );
  expect(shown(keyed(start, 'i', 'Enter', 'Enter')).join()).toContain('you gave no number');
});

it('an order is right when its items were moved into it', () => {
  const start = quiz(turnOf(sheets.order));
  expect(rated(keyed(start, 'Enter', 'Space'))).toEqual([1]);
  expect(rated(keyed(start, 'j', 'j', 'K', 'K', 'Enter', 'Space'))).toEqual([3]);
  expect(rated(keyed(start, '↓', '↓', 'x', '↑', '↑', 'x', 'Enter', 'Space'))).toEqual([3]);
});

it('the gaps of a cloze are filled one after another', () => {
  const start = quiz(turnOf(sheets.cloze));
  expect(rated(keyed(start, 'i', 'Port', 'Enter', 'starbord', 'Enter', 'Space'))).toEqual([3]);
  expect(rated(keyed(start, 'i', 'Tab', 'starboard', 'Tab', 'red', 'Tab', 'Enter', '1'))).toEqual([
    1,
  ]);
});

describe('a held key', () => {
  const held = (state: QuizState, name: string, ...times: readonly number[]) => {
    const { input, key } = keyOf(name);
    return times.reduce((now, atMs) => press(now, input, key, atMs), state);
  };

  it.each(['Space', 'Enter'])('shows the answer but never rates it: %s', (name) => {
    const repeats = Array.from({ length: 200 }, (_, index) => 500 + 33 * index);
    const state = held(quiz(), name, 0, ...repeats);
    expect(state.asking?.phase).toBe('revealed');
    expect(rated(state)).toEqual([]);
    expect(rated(held(state, name, 9000))).toEqual([3]);
  });

  it('that rated may show the next answer, but never rates it', () => {
    const next = turned(held(keyed(quiz(), 'i', 'x', 'Enter'), '3', 10_000), turnOf(sheets.recall));
    expect(rated(held(keyed(next, 'Space'), '3', 10_040))).toEqual([3]);
    const bySpace = turned(held(quiz(), 'Space', 0, 1000), turnOf(sheets.long));
    expect(held(bySpace, 'Space', 1500, 1533, 1566).requests).toEqual(bySpace.requests);
  });

  it('still scrolls', () => {
    const long = quiz(turnOf(sheets.long), 80, 12);
    expect(held(long, '↓', 0, 30, 60).top).toBe(held(long, '↓', 0, 500, 1000).top);
  });

  it('counts its letters while it is typed', () => {
    const typed = held(keyed(quiz(), 'i'), '3', 2000, 2030, 2060);
    expect(typed.asking?.attempt).toMatchObject({ field: { text: '333' } });
  });
});

describe('keys in one packet', () => {
  it('with the one that reveals do not rate', () => {
    expect(keyed(quiz(), ' 3').asking?.phase).toBe('revealed');
    expect(rated(keyed(quiz(), ' 3'))).toEqual([]);
    expect(rated(keyed(quiz(), '  '))).toEqual([]);
  });

  it('with a rating do not touch the next question', () => {
    expect(keyed(quiz(), 'Space', '3s').requests).toHaveLength(1);
  });

  it('while an answer is being kept are ignored, but for leaving', () => {
    const waiting = keyed(quiz(), 'Space', '3');
    expect(keyed(waiting, '4', 's').requests).toEqual(waiting.requests);
    expect(keyed(waiting, 'q').requests.at(-1)).toEqual({ kind: 'leave', code: 0 });
  });
});

describe('a turn', () => {
  it('brings the next question from its start', () => {
    const next = turned(keyed(quiz(), 'i', 'words', 'Enter', 'x'));
    expect(next.asking).toMatchObject({ phase: 'asked', ticked: undefined, focus: 0 });
    expect(next.top).toBe(0);
  });

  it('that could not be kept leaves the answer as it was, until it is kept', () => {
    const revealed = keyed(quiz(), 'i', 'the captain remains in command', 'Enter', '2');
    const failed = turned(revealed, turnOf(sheets.recall, { trouble: 'the disk is full' }));
    expect(shown(failed).join()).toContain('the disk is full');
    expect(failed.asking).toEqual(revealed.asking);
    expect(rated(keyed(failed, '2'))).toEqual([2]);
    expect(shown(turned(keyed(failed, '2'))).join()).not.toContain('the disk is full');
  });

  it('says its notice until the next key', () => {
    const state = turned(quiz(), turnOf(sheets.choice, { notice: 'undone:\nGood' }));
    expect(shown(state).at(-1)).toBe(' undone: Good');
    expect(shown(keyed(state, 'j')).at(-1)).toContain('? keys');
  });

  it('without a question leaves', () => {
    const { card: _, ...rest } = turnOf(sheets.recall);
    const over = turned(quiz(), { ...rest, card: undefined });
    expect(over.requests).toEqual([{ kind: 'leave', code: 0 }]);
    expect(quiz({ ...rest, card: undefined }).requests).toEqual([{ kind: 'leave', code: 0 }]);
  });
});

describe('a reworded question', () => {
  const start = quiz(turnOf(sheets.recall, { isReworded: true }));

  it.each([
    ['k', 'keep'],
    ['r', 'reset'],
  ])('%s decides: %s', (key, decision) => {
    expect(keyed(start, key).requests).toEqual([{ kind: 'decide', decision }]);
  });

  it('is not revealed before it is decided about or put off', () => {
    expect(keyed(start, 'Space').asking?.phase).toBe('reworded');
    expect(keyed(start, 'Esc', 'Space').asking?.phase).toBe('revealed');
  });
});

describe('the world is asked', () => {
  it.each([
    ['u', { kind: 'undo' }],
    ['s', { kind: 'suspend' }],
    ['e', { kind: 'edit', file: 'harbour/questions.md', line: 7 }],
    ['c', { kind: 'openTopic', id: 'harbour' }],
    ['q', { kind: 'leave', code: 0 }],
    ['Ctrl-C', { kind: 'leave', code: 130 }],
    ['Ctrl-Z', { kind: 'suspendProcess' }],
    ['Ctrl-L', { kind: 'redraw' }],
  ])('by %s for %j', (key, request) => {
    expect(keyed(quiz(), key).requests).toEqual([request]);
  });

  it('to leave by Ctrl-C from everywhere', () => {
    for (const before of [['i'], ['?'], ['/'], ['Space']])
      expect(keyed(quiz(), ...before, 'Ctrl-C').requests).toEqual([{ kind: 'leave', code: 130 }]);
  });
});

describe('a search', () => {
  const hits = ['a', 'b', 'c'].map((topic) => ({ topic, title: topic, context: '' }));

  it('asks for the words, and opens the topic that was chosen', () => {
    const asked = keyed(quiz(), '/', 'the lamq', 'Backspace', 'p', 'Enter');
    expect(asked.requests).toEqual([{ kind: 'search', words: 'the lamp' }]);
    const found = hear({ ...asked, requests: [] }, { type: 'found', words: 'the lamp', hits });
    expect(keyed(found, 'j', '↓', 'j', 'k', 'Enter').requests).toEqual([
      { kind: 'openTopic', id: 'b' },
    ]);
    expect(keyed(found, 'q').overlay).toBeUndefined();
  });

  it('without words or hits closes and says so', () => {
    expect(keyed(quiz(), '/', 'Space', 'Enter')).toMatchObject({
      overlay: undefined,
      requests: [],
    });
    const nothing = hear(quiz(), { type: 'found', words: 'zebra', hits: [] });
    expect(shown(nothing).at(-1)).toBe(' “zebra” is in no topic');
  });
});

describe('a topic card', () => {
  const document = documentOf('# Lighthouse');
  const asked = keyed(quiz(), 'c');
  const [answers] = asked.requests as TopicRequest[];
  if (!answers) throw new Error('nothing was asked for');
  const waiting = { ...asked, requests: [] };

  it('is read when it comes, and closed to the same question', () => {
    const reading = hear(waiting, { type: 'opened', answers, document, tools: {} });
    expect(reading.reading?.document).toBe(document);
    const closed = hear(reading, { type: 'closedReader', code: 0 });
    expect(closed).toMatchObject({ reading: undefined, requests: [], asking: asked.asking });
    expect(hear(reading, { type: 'closedReader', code: 130 }).requests).toEqual([
      { kind: 'leave', code: 130 },
    ]);
  });

  it('that can not be read is said, unless the learner went on meanwhile', () => {
    expect(hear(waiting, { type: 'notOpened', answers, why: 'gone' }).message).toBe('gone');
    const gone = keyed(waiting, 'Space');
    expect(hear(gone, { type: 'opened', answers, document, tools: {} })).toBe(gone);
    expect(hear(gone, { type: 'notOpened', answers, why: 'gone' })).toBe(gone);
  });
});

describe('a question higher than the screen', () => {
  const start = quiz(turnOf(sheets.long), 60, 14);

  it('is scrolled to its end, past its key points', () => {
    const end = keyed(keyed(start, 'Space'), ...Array<string>(99).fill('j'));
    expect(shown(end).join('\n')).toContain('夜の港');
    expect(end.asking?.focus).toBe(1);
    expect(keyed(end, ...Array<string>(99).fill('k'))).toMatchObject({ top: 0 });
  });

  it('shows the key point before it ticks it', () => {
    const revealed = keyed(start, 'Space');
    const found = keyed(revealed, 'x');
    expect(found.asking?.ticked).toBeUndefined();
    expect(shown(found).join('\n')).toContain('› [ ] ten a day');
    expect(keyed(found, 'x').asking?.ticked).toEqual(new Set([0]));
  });

  it('shows wide code by and by', () => {
    const right = keyed(start, '→', '→');
    expect(shown(right).join()).not.toBe(shown(start).join());
    expect(shown(keyed(right, '←', '←', '←'))).toEqual(shown(start));
  });

  it('keeps the cursor in view', () => {
    const typed = keyed(start, 'i', ...Array<string>(30).fill('line\n'.repeat(3)), 'end');
    expect(shown(typed).join()).toContain('end█');
  });
});

const KEYS = [
  ...['Space', 'Enter', 'Tab', 'Esc', 'Backspace', '↓', '↑', '→', '←', 'PgDn', 'PgUp', 'Home'],
  ...['End', 'Ctrl-J', 'Alt-Enter', 'Ctrl-W', 'Ctrl-U', 'j', 'k', 'J', 'K', 'x', 'a', 'b', 'c'],
  ...['d', 'h', 'i', '?', '/', 'q', '1', '2', '3', '4', '9.5 min', '夜の港', '👩‍🚀'.repeat(40)],
  ...['x'.repeat(300), 'two\rlines'],
];

it('whatever is pressed, the frame fits and nothing is rated before it is revealed', () => {
  const anyTurn = fc
    .record({
      sheet: fc.constantFrom(...Object.values(sheets)),
      isReworded: fc.boolean(),
      follows: fc.constantFrom('short', 'words 夜 '.repeat(60)),
      topicTitle: fc.constantFrom('short', 'words 夜\n'.repeat(60)),
      notice: fc.constantFrom('short', 'words 夜\n'.repeat(60)),
      trouble: fc.constantFrom('short', 'words 夜\n'.repeat(60)),
    })
    .map(({ sheet, ...changes }) => turnOf(sheet, changes));
  const anyEvent = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...KEYS) }, anySize, anyTurn);
  fc.assert(
    fc.property(anySize, anyTurn, fc.array(anyEvent, { maxLength: 40 }), (size, turn, events) => {
      let state = quiz(turn, size.columns, size.rows);
      for (const event of events) {
        const before = state;
        if (typeof event === 'string') state = keyed(state, event);
        else if ('columns' in event) state = hear(state, { type: 'resize', size: event });
        else state = turned(state, event);
        if (rated(state).length > rated(before).length)
          expect(before.asking?.phase).toBe('revealed');
        const lines = frame(state).map(stripVTControlCharacters);
        expect(lines).toHaveLength(state.size.rows - 1);
        expect(lines.filter((line) => widthOf(line) > state.size.columns)).toEqual([]);
        expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
        state = { ...state, requests: [] };
      }
    }),
    runs(60),
  );
});

import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part, Prompt } from '../../../../src/domain/dialogue.ts';
import { widthOf } from '../../../../src/markdown/index.ts';
import { frame } from '../../../../src/tui/screens/exercise/frame.ts';
import type { ExerciseState } from '../../../../src/tui/screens/exercise/state.ts';
import { runs } from '../../../fixtures/runs.ts';
import type { Named } from '../pressed.ts';
import {
  answered,
  endWith,
  exercise,
  heard,
  outcome,
  parse,
  prompts,
  series,
  shown,
  story,
  tried,
  typed,
} from './sample.ts';

const frames = resolve(import.meta.dirname, 'frames');

type View = (columns: number, rows: number) => ExerciseState;

const views: Record<string, View> = {
  amount: (...size) => exercise(prompts.amount, ...size),
  'amount-typed': (...size) => typed(exercise(prompts.amount, ...size), '212'),
  'amount-trouble': (...size) =>
    answered(typed(exercise(prompts.amount, ...size), '212', 'x', ['return']), {
      said: [],
      prompt: prompts.amount,
      trouble: '“212x” can’t be read here. Type a number, e.g. 1500, 1,500 or 1.5k.',
    }),
  choice: (...size) => typed(exercise(prompts.choice, ...size), 'j'),
  looked: (...size) =>
    answered(typed(exercise(prompts.choice, ...size), ['return']), {
      said: [series],
      prompt: prompts.choice,
    }),
  'looked-long': (...size) => {
    const title = 'How deep is `orders`?';
    const lines = Array.from({ length: 30 }, (_, at) => `1:${at + 10}.000  cake ${at} baked`);
    return answered(typed(exercise(prompts.choice, ...size), ['return']), {
      said: [{ kind: 'log', title, lines }],
      prompt: prompts.choice,
    });
  },
  tried: (...size) =>
    answered(typed(exercise(prompts.form, ...size), 'r'), { said: tried, prompt: prompts.form }),
  curve: (...size) => typed(exercise(prompts.curve, ...size), '900', ['return'], '300', ['return']),
  form: (...size) => typed(exercise(prompts.form, ...size), ['rightArrow']),
  'form-typing': (...size) => typed(exercise(prompts.form, ...size), '45s'),
  watch: (...size) => exercise(prompts.watch, ...size),
  running: (...size) => typed(exercise(prompts.form, ...size), 'r'),
  outcome: (...size) =>
    answered(typed(exercise(prompts.watch, ...size), 's'), {
      said: outcome,
      prompt: prompts.words,
    }),
  'outcome-below': (...size) => typed(views.outcome?.(...size) ?? exercise(), ['pageDown']),
  words: (...size) => typed(exercise(prompts.words, ...size), 'the lease is shorter than the work'),
  file: (...size) => exercise(prompts.file, ...size),
  judging: (...size) => heard(exercise(prompts.file, ...size), { type: 'saved' }),
  hint: (...size) =>
    heard(typed(exercise(prompts.amount, ...size), 'h'), {
      type: 'hinted',
      part: { kind: 'text', text: '**Hint 1 of 2**\n\nSome cakes take more than 30 s.' },
      hintsLeft: 1,
      parse,
    }),
  restart: (...size) => typed(exercise(prompts.amount, ...size), 'x'),
  passed: (...size) =>
    answered(
      typed(exercise(prompts.words, ...size), 'the lease ends too soon', ['return']),
      { said: [story], prompt: endWith() },
      'it comes back in 6 days',
    ),
  failed: (...size) =>
    answered(typed(exercise(prompts.words, ...size), ['return']), {
      said: [story],
      prompt: endWith({ passed: false, tries: 3, hints: 1 }),
    }),
  help: (...size) => typed(exercise(prompts.form, ...size), '?'),
};

describe.each([
  [40, 12],
  [80, 24],
])('on %i columns and %i rows', (columns, rows) => {
  it.each(Object.keys(views))('the exercise looks as drawn: %s', async (view) => {
    const state = views[view]?.(columns, rows) ?? exercise();
    const file = join(frames, `${view}-${columns}x${rows}.txt`);
    await expect(`${shown(state).join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

it.each([
  [19, 24],
  [80, 6],
  [3, 1],
])('of %i columns and %i rows says that it is too small', (columns, rows) => {
  expect(frame(exercise(prompts.amount, columns, rows))).toEqual(['too small'.slice(0, columns)]);
});

it('is painted in each theme, and without colour in mono', () => {
  const state = answered(typed(exercise(prompts.watch), 's'), {
    said: outcome,
    prompt: prompts.words,
  });
  const painted = (theme: ExerciseState['theme']) => frame({ ...state, theme }).join('\n');
  expect(new Set([painted('dark'), painted('light'), painted('mono')]).size).toBe(3);
  expect(painted('mono')).not.toMatch(/\u001b\[[\d;]*38;5/);
});

it('colours code and draws diagrams once their renderers are there', () => {
  const code = { kind: 'text', text: '```js\nbake();\n```' } as const;
  const state = exercise(prompts.amount, 80, 24, [code]);
  const highlight = () => [[{ text: 'BAKE', roles: ['syntaxName' as const] }]];
  const later = heard(state, { type: 'tools', for: state.said, tools: { highlight } });
  expect(shown(later).join('\n')).toContain('BAKE');
  // They were loaded for less than is shown now.
  const late = heard(state, { type: 'tools', for: [], tools: { highlight } });
  expect(shown(late).join('\n')).toContain('bake();');
});

it('stays at about the same words when the size changes', () => {
  const many = Array.from({ length: 40 }, (_, at) => `Line ${at} of a story.`).join('\n\n');
  const state = typed(
    exercise(prompts.amount, 80, 24, [{ kind: 'text', text: many }]),
    ['pageDown'],
    ['pageDown'],
  );
  const first = shown(state)[2] ?? '';
  const small = heard(state, { type: 'resize', size: { columns: 40, rows: 12 } });
  expect(shown(small).join('\n')).toContain(first.trim());
  expect(shown(small)).toHaveLength(11);
});

describe('curves', () => {
  const curve = (values: readonly (number | undefined)[], columns = 80): string => {
    const part: Part = {
      kind: 'curves',
      title: 'Depth',
      at: values.map((_, at) => `${at} s`),
      curves: [{ name: 'depth', values, words: values.map((value) => `${value ?? '–'}`) }],
    };
    return shown(exercise(prompts.watch, columns, 40, [part])).join('\n');
  };
  const rising = Array.from({ length: 20 }, (_, at) => at * 10);

  it('that are long are drawn over time, and told by their first, last, highest and lowest', () => {
    expect(curve(rising)).toContain('┤');
    expect(curve(rising).replace(/\s+/g, ' ')).toContain(
      'depth: first 0 at 0 s, highest 190 at 19 s, lowest 0 at 0 s, last 190 at 19 s',
    );
  });

  it('are drawn from where something was measured', () => {
    const late = rising.map((value, at) => (at < 5 ? undefined : value));
    expect(curve(late)).toMatch(/5 s +19 s/);
    expect(curve(late)).toContain('first 50 at 5 s');
    expect(curve(rising.map(() => undefined))).toContain('depth: nothing was measured.');
  });

  it('of small numbers are drawn without an axis of whole numbers', () => {
    const share = curve(rising.map((value) => value / 200));
    expect(share).not.toContain('┤');
    expect(share).toContain('█');
  });

  it('tell nothing from what was not measured', () => {
    expect(curve([4, 0, undefined])).toContain('██████______······');
  });

  it('are told in words alone where there is little room', () => {
    expect(curve([4, 0, undefined], 50)).not.toMatch(/[█▁┤]/);
    expect(curve([4, 0, undefined], 50)).toMatch(/0 s +4\n *1 s +0\n *2 s +–/);
  });
});

describe('rows of values', () => {
  const rowsAt = (columns: number): string =>
    shown(exercise(prompts.watch, columns, 40, tried.slice(1, 2))).join('\n');

  it('stand in columns, and values rather than names go on below themselves', () => {
    expect(rowsAt(100)).toContain(
      '✗ producers.customers.latency.p99  below 1 min  3 of 20, e.g. 218 s     0 of 20, e.g. 412 s',
    );
    expect(rowsAt(80)).toMatch(/latency\.p99 {2}below 1 min {2}3 of 20, +0 of 20,\n +e\.g\. 218 s/);
  });

  it('tell their values below the names where it is narrow', () => {
    expect(rowsAt(40)).toMatch(
      /✗ producers\.customers\.latency\.p99\n +wanted below 1 min · now 3 of 20,\n +e\.g\. 218 s/,
    );
    expect(rowsAt(40)).not.toContain('wanted  ·');
  });
});

describe('what was looked at', () => {
  const looked = (options: number, lines: number, rows = 24) => {
    const many = Array.from({ length: options }, (_, at) => ({ text: `Look ${at + 1}` }));
    const prompt: Prompt = { kind: 'choice', text: 'What now?', options: many };
    const told = Array.from({ length: lines }, (_, at) => `line ${at + 1}`);
    const part: Part = { kind: 'log', title: 'Look 1', lines: told };
    const asking = typed(exercise(prompt, 80, rows), ['return']);
    return answered(asking, { said: [part], prompt });
  };

  it('has at least half of the screen, and the options are cut to those around the chosen one', () => {
    const state = looked(12, 40);
    expect(shown(state).filter((line) => line.startsWith('  line '))).toHaveLength(12);
    expect(shown(state).slice(-7, -2)).toEqual([
      '  What now?',
      '  › 1 Look 1',
      '    2 Look 2',
      '    3 Look 3',
      '      … 9 more',
    ]);
    const last = typed(state, ...Array<string>(11).fill('j'));
    expect(shown(last).slice(-7, -2)).toEqual([
      '  What now?',
      '      Look 10',
      '      Look 11',
      '  ›   Look 12',
      '      … 9 more',
    ]);
  });

  it('leaves the options whole where it needs no more room', () => {
    expect(shown(looked(8, 3)).join('\n')).toMatch(/1 Look 1\n(.*\n){6} +8 Look 8/);
  });

  it('has the choice as its title, not above it once more', () => {
    const text = shown(looked(8, 3)).join('\n');
    expect(text.match(/Look 1$/gm)).toHaveLength(2);
    expect(text).toMatch(/^ {2}Look 1\n {2}line 1\n/m);
  });
});

it('a form that comes back shows what was answered, so that its outcome is seen first', () => {
  const again = Array.from({ length: 9 }, () => tried).flat();
  const asking = typed(exercise(prompts.form), 'r');
  const state = answered(asking, { said: again, prompt: prompts.form });
  expect(shown(state)[2]).toMatch(/^ {2}✗ duplicates/);
  expect(shown(typed(state, ['pageUp'])).join('\n')).toContain(
    '› How long an order is hidden: 30s',
  );
});

type Step = (state: ExerciseState) => ExerciseState;

const anyKey: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...'jkhsxnlrc?ygG+-=i159$. ', '夜', 'a\tb\rc', '30 s').map(
    (input): Step =>
      (state) =>
        typed(state, input),
  ),
  fc
    .constantFrom<Named[]>(
      ['return'],
      ['escape'],
      ['backspace'],
      ['tab'],
      ['upArrow'],
      ['downArrow'],
      ['leftArrow'],
      ['rightArrow'],
      ['pageDown'],
    )
    .map(
      (names): Step =>
        (state) =>
          typed(state, names),
    ),
);

const anySize = fc.record({
  columns: fc.integer({ min: 1, max: 200 }),
  rows: fc.integer({ min: 1, max: 60 }),
});

const anyText = fc.oneof(
  fc.string({ maxLength: 200, unit: 'binary' }),
  fc.constantFrom('夜の港 '.repeat(20), '| a | b |\n|---|---|\n| 1 | 2 |', 'x'.repeat(150)),
);

const anyNumber = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: undefined });

const anyPart: fc.Arbitrary<Part> = fc.oneof(
  anyText.map((text): Part => ({ kind: 'text', text })),
  anyText.map((text): Part => ({ kind: 'verdict', grade: 'close', text })),
  fc
    .tuple(anyText, fc.array(anyText, { maxLength: 5 }))
    .map(([title, lines]): Part => ({ kind: 'story', title, lines })),
  fc.tuple(fc.array(anyText, { maxLength: 3 }), fc.array(anyText, { maxLength: 4 })).map(
    ([heads, names]): Part => ({
      kind: 'rows',
      title: names[0] ?? '',
      heads,
      rows: names.map((name, at) => ({
        ...(at === 0 ? { mark: 'wrong' } : {}),
        name: name.slice(0, 30),
        cells: names.map((cell) => cell.slice(at, 50)),
      })),
    }),
  ),
  fc.array(fc.tuple(anyNumber, anyNumber), { maxLength: 30 }).map(
    (values): Part => ({
      kind: 'curves',
      title: 'it',
      at: values.map((_, at) => `${at} s`),
      curves: (['you said', 'it is'] as const).map((name, which) => ({
        name,
        values: values.map((pair) => pair[which]),
        words: values.map((pair) => String(pair[which])),
      })),
    }),
  ),
);

const anyPrompt: fc.Arbitrary<Prompt> = fc.oneof(
  fc.constantFrom<Prompt>(...Object.values(prompts), endWith()),
  fc.array(anyText, { minLength: 1, maxLength: 15 }).map(
    (texts): Prompt => ({
      kind: 'choice',
      text: texts[0] ?? '',
      options: texts.map((text, at) => ({ text, note: text.slice(0, 20), done: at % 2 === 0 })),
    }),
  ),
  fc.array(anyText, { minLength: 1, maxLength: 15 }).map(
    (texts): Prompt => ({
      kind: 'form',
      text: texts[0] ?? '',
      fields: texts.map((label) => ({ label, value: label, steps: texts, range: label })),
      send: 'run it',
    }),
  ),
);

it('fits, whatever is said, asked and pressed and how large it is', () => {
  const anyNews = fc
    .record({
      said: fc.array(anyPart, { maxLength: 4 }),
      prompt: anyPrompt,
      trouble: fc.option(anyText, { nil: undefined }),
    })
    .map(({ said, prompt, trouble }): Step => {
      const step = trouble === undefined ? { said, prompt } : { said: [], prompt, trouble };
      return (state) => {
        if (state.waiting === undefined) return state;
        return answered(
          state,
          trouble === undefined ? step : { ...step, prompt: state.asked.prompt },
        );
      };
    });
  const anyResize = anySize.map(
    (size): Step =>
      (state) =>
        heard(state, { type: 'resize', size }),
  );
  fc.assert(
    fc.property(
      fc.array(anyPart, { maxLength: 3 }),
      anyPrompt,
      anySize,
      fc.array(fc.oneof(anyKey, anyKey, anyNews, anyResize), { maxLength: 20 }),
      (said, prompt, size, steps) => {
        let state = exercise(prompt, size.columns, size.rows, said);
        for (const step of steps) {
          state = step(state);
          if (state.requests.some(({ kind }) => kind === 'leave')) return;
          const lines = frame(state);
          const { columns, rows } = state.size;
          expect(lines).toHaveLength(columns < 20 || rows < 7 ? 1 : rows - 1);
          expect(lines.filter((line) => widthOf(line) > columns || line.includes('\n'))).toEqual(
            [],
          );
        }
      },
    ),
    runs(40),
  );
});

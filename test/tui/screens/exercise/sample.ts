import { stripVTControlCharacters } from 'node:util';
import type { Key } from 'ink';
import type { Part, Prompt, Result, Step } from '../../../../src/domain/dialogue.ts';
import { parseMarkdown } from '../../../../src/markdown/parsing.ts';
import type { News } from '../../../../src/tui/screens/exercise/actions.ts';
import { frame } from '../../../../src/tui/screens/exercise/frame.ts';
import { hear } from '../../../../src/tui/screens/exercise/news.ts';
import { press } from '../../../../src/tui/screens/exercise/press.ts';
import {
  type ExerciseState,
  initialState,
  type Request,
} from '../../../../src/tui/screens/exercise/state.ts';
import type { ExerciseView } from '../../../../src/tui/screens/exercise/world.ts';
import { type Named, pressed } from '../pressed.ts';

export const parse = (text: string) => ({ blocks: parseMarkdown(text).blocks });

export const story: Part = {
  kind: 'text',
  text: 'Ten bakers bake what is ordered. An order is hidden for **30 s** while a baker works on it; most cakes take 20 s, some take longer.',
};

export const prompts = {
  amount: { kind: 'amount', text: 'How many cakes are baked twice?', example: '1500' },
  choice: {
    kind: 'choice',
    text: 'The counter is full of cakes that nobody ordered. Have a look, or name the cause.',
    options: [
      { text: 'How deep is `orders`?', note: '1 min' },
      { text: 'What the bakers wrote down', note: 'looked at', done: true },
      { text: 'The slowest cake', note: '5 min' },
      { text: 'Alarms', note: '30 s' },
      { text: 'Name the cause' },
    ],
  },
  curve: {
    kind: 'form',
    text: 'How many are baked twice as the lease grows?',
    fields: ['30 s', '60 s', '180 s'].map((label) => ({
      label,
      value: '',
      steps: [],
      range: 'a number, e.g. 1500',
    })),
    send: 'keep it',
  },
  form: {
    kind: 'form',
    text: 'Turn the knobs until all checks hold.',
    fields: [
      {
        label: 'How long an order is hidden',
        value: '30s',
        steps: ['5s', '10s', '30s', '1min', '3min', '10min'],
        range: '5 s to 10 min',
      },
      { label: 'Bakers', value: '10', steps: ['10', '20', '40'], range: '10, 20 or 40' },
    ],
    send: 'run it',
  },
  words: { kind: 'words', text: 'In a line: why are some baked twice?' },
  watch: { kind: 'watch', text: 'Your prediction is kept. Watch the run.' },
  file: {
    kind: 'file',
    text: 'Write `handle`, so that each cake is baked once.',
    path: '~/swelearn/workspace/bake-once/bake-once.js',
  },
} satisfies Record<string, Prompt>;

export function endWith(result: Partial<Result> = {}): Prompt {
  const none = { passed: true, rating: 3, tries: 1, hints: 0, predictions: [], explanation: '' };
  return { kind: 'end', result: { ...none, ...result } as Result };
}

export const outcome: readonly Part[] = [
  { kind: 'verdict', grade: 'wrong', text: 'Baked twice: you said `12`, it is `212`.' },
  { kind: 'verdict', grade: 'close', text: 'Lost: you said 3, it is 4.' },
  { kind: 'verdict', grade: 'right', text: 'No cake was lost.' },
  {
    kind: 'story',
    title: 'The story of cake-7911',
    lines: [
      '1:00.900  customers sent it to cake-orders.fifo',
      '1:01.000  baker 3 began to work on cake 7,911, which takes 42 s',
      '1:31.000  cake 7,911 became visible again: its visibility timeout of 30 s ran out',
      '1:31.010  baker 5 received cake 7,911 for the second time',
    ],
  },
  {
    kind: 'curves',
    title: 'Baked twice as the lease grows',
    at: ['30 s', '60 s', '180 s'],
    curves: [
      { name: 'you said', values: [100, 50, 10], words: ['100', '50', '10'] },
      { name: 'it is', values: [212, 8, 0], words: ['212', '8', '0'] },
    ],
  },
  { kind: 'log', title: 'What baker 5 wrote down', lines: ['1:31.010 cake 7,911: baking', ''] },
  { kind: 'text', text: '| check | wanted | got |\n|---|---|---|\n| `duplicates` | 0 | 212 |' },
];

export const tried: readonly Part[] = [
  {
    kind: 'verdict',
    grade: 'wrong',
    text: 'duplicates has to be exactly 0. That holds in 3 of 20 seeds.',
  },
  {
    kind: 'rows',
    title: 'In how many seeds it holds',
    heads: ['wanted', 'now', 'before'],
    rows: [
      {
        mark: 'wrong',
        name: 'producers.customers.latency.p99',
        cells: ['below 1 min', '3 of 20, e.g. 218 s', '0 of 20, e.g. 412 s'],
      },
      { mark: 'right', name: 'lost', cells: ['exactly 0', '20 of 20', '20 of 20'] },
      { name: 'cost.dollars', cells: ['', '$3.60 ($3.20 to $4.10)', '$3.60'] },
    ],
  },
  { kind: 'story', title: 'What happened, with seed 7', lines: ['1:00.900  it was sent'] },
];

export const series: Part = {
  kind: 'curves',
  title: 'Depth of orders',
  at: Array.from({ length: 41 }, (_, minute) => `${minute}:00`),
  curves: [
    {
      name: 'depth',
      values: Array.from({ length: 41 }, (_, minute) => (minute < 5 ? undefined : minute * 30)),
      words: Array.from({ length: 41 }, (_, minute) => (minute < 5 ? '–' : String(minute * 30))),
    },
  ],
};

export function viewOf(step: Step, changes: Partial<ExerciseView> = {}): ExerciseView {
  return {
    title: 'The cake that came twice',
    topicTitle: 'Visibility timeout',
    kind: 'predict',
    level: 1,
    minutes: 3,
    place: '12 of 46',
    hintsLeft: 2,
    step,
    ...changes,
  };
}

/** An exercise on a screen without colours, at a prompt; `said` is what came before. */
export function exercise(
  prompt: Prompt = prompts.amount,
  columns = 80,
  rows = 24,
  said: readonly Part[] = [story],
): ExerciseState {
  const view = viewOf({ said, prompt });
  return initialState(view, { columns, rows }, 'mono', parse);
}

/** Time between two keys: more than a key that is held needs. */
const PAUSE_MS = 1000;

/** The state after keys: text as it is typed, or the names that ink has for a key. */
export function typed(
  state: ExerciseState,
  ...keys: readonly (string | readonly Named[])[]
): ExerciseState {
  return keys.reduce<ExerciseState>((now, key) => {
    const atMs = (now.held?.atMs ?? 0) + PAUSE_MS;
    // Ink tells of Enter by its name when it comes alone.
    if (key === '\r') return press(now, '', pressed('return'), atMs);
    return typeof key === 'string'
      ? press(now, key, pressed(), atMs)
      : press(now, '', pressed(...key), atMs);
  }, state);
}

export function control(state: ExerciseState, letter: string): ExerciseState {
  const key: Key = pressed('ctrl');
  return press(state, letter, key, (state.held?.atMs ?? 0) + PAUSE_MS);
}

export function heard(state: ExerciseState, ...news: readonly News[]): ExerciseState {
  return news.reduce(hear, state);
}

/** The requests that wait, and the state in which they were heard. */
export function taken(state: ExerciseState): readonly [readonly Request[], ExerciseState] {
  const { requests } = state;
  return [requests, hear(state, { type: 'heard', requests })];
}

/** The state after what it asked for was answered by this step. */
export function answered(state: ExerciseState, step: Step, kept?: string): ExerciseState {
  const [requests, now] = taken(state);
  const request = requests.find((each) => each.kind === 'answer');
  const answer = request?.kind === 'answer' ? request.answer : { kind: 'run' as const };
  const { hintsLeft } = state;
  return hear(now, { type: 'answered', step, answer, kept, hintsLeft, parse });
}

export function shown(state: ExerciseState): string[] {
  return frame(state).map((line) => stripVTControlCharacters(line).trimEnd());
}

import { stripVTControlCharacters } from 'node:util';
import type { News } from '../../../../src/tui/screens/simulation/actions.ts';
import { frame } from '../../../../src/tui/screens/simulation/frame.ts';
import { hear } from '../../../../src/tui/screens/simulation/news.ts';
import { press } from '../../../../src/tui/screens/simulation/press.ts';
import {
  initialState,
  type Request,
  type SimulationState,
} from '../../../../src/tui/screens/simulation/state.ts';
import type {
  Pipeline,
  PipelineNode,
  Reading,
  Snapshot,
} from '../../../../src/tui/screens/simulation/world.ts';
import { type Named, pressed } from '../pressed.ts';

export function node(id: string, kind: PipelineNode['kind'], name = id): PipelineNode {
  return { id, kind, name };
}

export function reading(
  parts: Readonly<Record<string, number>>,
  full: number,
  counts: Readonly<Record<string, number>> = {},
): Reading {
  const amounts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of).map(([label, value]) => ({ label, value }));
  return { parts: amounts(parts), full, counts: amounts(counts) };
}

/** A bakery: customers order, bakers work from a queue, what they give up on goes to another. */
export const bakery: Pipeline = {
  nodes: [
    node('shop', 'producer', 'customers'),
    node('orders', 'queue', 'cake-orders.fifo'),
    node('bakers', 'consumer', 'bakers'),
    { ...node('burnt', 'queue', 'burnt-cakes.fifo'), isDeadLetterQueue: true },
    node('oven', 'service', 'oven'),
  ],
  links: [
    ['shop', 'orders'],
    ['orders', 'bakers'],
    ['orders', 'burnt'],
    ['bakers', 'oven'],
    ['burnt', 'orders'],
  ],
};

const queue = (visible: number, flight: number, delayed: number, full: number) =>
  reading({ visible, 'in flight': flight, delayed }, full);

export const midway: Snapshot = {
  nowMicros: 95_250_000,
  readings: new Map([
    ['shop', reading({}, 1, { sent: 12_480, '/s': 20 })],
    ['orders', queue(240, 60, 12, 500)],
    ['bakers', reading({ busy: 6, idle: 2 }, 8, { done: 12_090, failed: 31 })],
    ['burnt', queue(3, 0, 0, 10)],
    ['oven', { ...reading({ busy: 4 }, 4, { waiting: 2 }), warning: 'slow' }],
  ]),
  totals: [
    { label: 'produced', value: 12_480 },
    { label: 'done', value: 12_090 },
    { label: 'done twice', value: 4, isBad: true },
    { label: 'lost', value: 0, isBad: true },
    { label: 'dead-lettered', value: 3 },
  ],
  checks: [
    { label: 'no cake is lost', got: '0 lost', standing: 'open' },
    { label: 'no cake is baked twice', got: '4 baked twice', standing: 'fails' },
    { label: 'the queue stays below 500', got: 'at most 312', standing: 'holds' },
  ],
  story: [
    { atMicros: 61_000_000, words: 'baker 3 crashed while it worked on cake 7,911' },
    {
      atMicros: 91_004_200,
      words: 'cake 7,911 became visible again: its visibility timeout of 30 s ran out',
    },
    { atMicros: 91_010_000, words: 'baker 5 received cake 7,911 for the second time' },
    { atMicros: 95_000_001, words: 'cake 8,002 was moved to burnt-cakes.fifo after 3 receives' },
  ],
  series: [
    {
      label: 'cake-orders.fifo depth',
      unit: 'messages',
      values: [0, 4, 9, 80, 200, 312, 300, 252, 240],
    },
    { label: 'done', unit: '/s', values: [0, 18, 20, 20, 20, 12, 14, 20, 20] },
    { label: 'arrivals', unit: '/s', values: [20, 20, 20, 20, 20, 20, 20, 20, 20] },
  ],
};

export const over: Snapshot = {
  ...midway,
  nowMicros: 600_000_000,
  checks: midway.checks.map((check) =>
    check.standing === 'open' ? { ...check, standing: 'holds' } : check,
  ),
  ended: {
    words: 'The 10 minutes are over.',
    lines: ['4 cakes were baked twice, each after a baker crashed.', '', 'seed 42, rules 3'],
  },
};

export const followed: Snapshot = {
  ...midway,
  followed: {
    trace: 'cake-7911',
    lines: [
      { atMicros: 60_900_000, words: 'customers sent it to cake-orders.fifo' },
      ...midway.story.slice(0, 3),
    ],
  },
};

/** A run on a screen without colours; `changes` replaces what it begins with. */
export function run(
  columns = 80,
  rows = 24,
  snapshot: Snapshot = midway,
  pipeline: Pipeline = bakery,
  next?: string,
): SimulationState {
  const world = {
    title: 'The bakery at Christmas',
    seed: 42,
    runsForMicros: 600_000_000,
    pipeline,
    snapshot: () => snapshot,
  };
  return initialState(world, { columns, rows }, 'mono', undefined, next);
}

export function heard(state: SimulationState, ...news: readonly News[]): SimulationState {
  return news.reduce(hear, state);
}

/** The state after keys: text as it is typed, or the names that ink has for a key. */
export function typed(
  state: SimulationState,
  ...keys: readonly (string | readonly Named[])[]
): SimulationState {
  return keys.reduce<SimulationState>(
    (now, key) =>
      typeof key === 'string' ? press(now, key, pressed()) : press(now, '', pressed(...key)),
    state,
  );
}

/** The requests that wait, and the state in which they were heard. */
export function taken(state: SimulationState): readonly [readonly Request[], SimulationState] {
  const { requests } = state;
  return [requests, hear(state, { type: 'heard', requests })];
}

export function shown(state: SimulationState): string[] {
  return frame(state).map((line) => stripVTControlCharacters(line).trimEnd());
}

export function control(state: SimulationState, letter: string): SimulationState {
  return press(state, letter, pressed('ctrl'));
}

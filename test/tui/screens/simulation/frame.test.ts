import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../src/markdown/index.ts';
import { frame } from '../../../../src/tui/screens/simulation/frame.ts';
import { press } from '../../../../src/tui/screens/simulation/press.ts';
import type { SimulationState } from '../../../../src/tui/screens/simulation/state.ts';
import type { Pipeline, PipelineNode } from '../../../../src/tui/screens/simulation/world.ts';
import { type Named, pressed } from '../pressed.ts';
import { followed, heard, midway, node, over, reading, run, shown, typed } from './sample.ts';

const frames = resolve(import.meta.dirname, 'frames');

const faults = [
  { key: 'crash', label: 'crash a baker before it deletes' },
  { key: 'poison', label: 'make the next cake impossible' },
];
const items = [
  { trace: 'cake-8002', about: 'in burnt-cakes.fifo' },
  { trace: 'cake-7911', about: 'in flight, at baker 5' },
];

const views: Record<string, (columns: number, rows: number) => SimulationState> = {
  playing: (columns, rows) => run(columns, rows),
  paused: (columns, rows) => typed(run(columns, rows), ' '),
  over: (columns, rows) => heard(run(columns, rows), { type: 'snapshot', snapshot: over }),
  followed: (columns, rows) => run(columns, rows, followed),
  story: (columns, rows) => typed(run(columns, rows, followed), ['return']),
  timeline: (columns, rows) => typed(run(columns, rows), 't'),
  checks: (columns, rows) => typed(run(columns, rows, over), 'c'),
  faults: (columns, rows) => heard(typed(run(columns, rows), 'f'), { type: 'faults', faults }),
  items: (columns, rows) =>
    heard(typed(run(columns, rows), '/', '8'), { type: 'items', search: '8', items }),
  help: (columns, rows) => typed(run(columns, rows), '?'),
};

describe.each([
  [40, 12],
  [40, 20],
  [60, 20],
  [80, 24],
  [120, 40],
])('on %i columns and %i rows', (columns, rows) => {
  it.each(Object.keys(views))('the simulation looks as drawn: %s', async (view) => {
    const state = views[view]?.(columns, rows) ?? run();
    const file = join(frames, `${view}-${columns}x${rows}.txt`);
    await expect(`${shown(state).join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

it.each([
  [19, 24],
  [80, 5],
  [3, 1],
])('of %i columns and %i rows says that it is too small', (columns, rows) => {
  expect(frame(run(columns, rows))).toEqual(['too small'.slice(0, columns)]);
});

it.each(Object.keys(views))('has no colour where none is wanted: %s', (view) => {
  const painted = frame(views[view]?.(80, 24) ?? run()).join('\n');
  // A colour is a parameter from 30 to 48 or from 90 to 107; bold and the like are none.
  expect(painted).not.toMatch(/\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/);
});

it('is painted in each theme, and without colour in mono', () => {
  const painted = (theme: SimulationState['theme']) => frame({ ...run(), theme }).join('\n');
  expect(new Set([painted('dark'), painted('light'), painted('mono')]).size).toBe(3);
  expect(painted('mono')).not.toMatch(/\u001b\[[\d;]*38;5/);
});

it('tells in words which queue takes what was given up on, and shouts when something is there', () => {
  const empty = new Map(midway.readings).set('burnt', reading({ visible: 0 }, 10));
  for (const [columns, rows] of [
    [80, 24],
    [60, 20],
    [40, 20],
  ] as const) {
    expect(shown(run(columns, rows)).join('\n')).toContain('! DLQ');
    const quiet = shown(run(columns, rows, { ...midway, readings: empty })).join('\n');
    expect(quiet).toContain('DLQ');
    expect(quiet).not.toContain('! DLQ');
  }
});

it('draws boxes where they fit, else a list, and says where each leads to', () => {
  expect(shown(run(80, 24)).join('\n')).toContain('╭ bakers');
  const narrow = shown(run(70, 24)).join('\n');
  expect(narrow).not.toContain('╭');
  expect(narrow).toContain('cake-orders.fifo  queue  → bakers, burnt-cakes.fifo');
});

const KINDS: readonly PipelineNode['kind'][] = [
  'producer',
  'queue',
  'topic',
  'log',
  'consumer',
  'service',
  'store',
];

const anyName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
  fc.constantFrom('注文のキュー', 'a'.repeat(40), '🎂 cakes', 'line\nbreak'),
);

const anyPipeline: fc.Arbitrary<Pipeline> = fc
  .array(fc.tuple(anyName, fc.constantFrom(...KINDS), fc.boolean()), {
    minLength: 1,
    maxLength: 20,
  })
  .chain((made) => {
    const nodes = made.map(([name, kind, isDeadLetterQueue], at) => ({
      ...node(`n${at}`, kind, name),
      isDeadLetterQueue,
    }));
    const id = fc.constantFrom(...nodes.map((each) => each.id), 'nobody');
    return fc.record({
      nodes: fc.constant(nodes),
      links: fc.array(fc.tuple(id, id), { maxLength: 30 }),
    });
  });

const anySize = fc.record({
  columns: fc.integer({ min: 1, max: 200 }),
  rows: fc.integer({ min: 1, max: 60 }),
});

const anyKey = fc.oneof(
  fc
    .constantFrom(...' .n+-=][ertxcf/?jkgGq1', '夜', 'tt', 'cake')
    .map((input) => (state: SimulationState) => press(state, input, pressed())),
  fc
    .constantFrom<Named>('return', 'tab', 'escape', 'backspace', 'upArrow', 'downArrow', 'pageDown')
    .map((name) => (state: SimulationState) => press(state, '', pressed(name))),
);

it('fits, whatever the pipeline, the size and the keys', () => {
  const anyValue = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }));
  const anyReading = fc
    .tuple(anyValue, anyValue, anyValue, fc.boolean())
    .map(([visible, flight, full, isDown]) => ({
      ...reading({ visible, 'in flight': flight }, full, { done: visible }),
      ...(isDown ? { warning: 'down' } : {}),
    }));
  fc.assert(
    fc.property(
      anyPipeline,
      fc.array(anyReading, { maxLength: 20 }),
      anySize,
      fc.array(fc.oneof(anyKey, anySize), { maxLength: 20 }),
      fc.constantFrom(midway, followed, over),
      (pipeline, readings, size, steps, snapshot) => {
        const known = new Map(readings.map((each, at) => [`n${at}`, each]));
        let state = run(size.columns, size.rows, { ...snapshot, readings: known }, pipeline);
        for (const step of steps) {
          state =
            typeof step === 'function' ? step(state) : heard(state, { type: 'resize', size: step });
          for (const request of state.requests) {
            if (request.kind === 'leave') return;
            if (request.kind === 'faults') state = heard(state, { type: 'faults', faults });
            if (request.kind === 'items')
              state = heard(state, { type: 'items', search: request.search, items });
          }
          state = heard(state, { type: 'heard', requests: state.requests });
          const lines = frame(state);
          const { columns, rows } = state.size;
          expect(lines.length).toBeLessThanOrEqual(Math.max(1, rows - 1));
          expect(lines.filter((line) => widthOf(line) > columns || line.includes('\n'))).toEqual(
            [],
          );
        }
      },
    ),
  );
});

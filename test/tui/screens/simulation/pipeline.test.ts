import { expect, it } from 'vitest';
import { lineText } from '../../../../src/markdown/index.ts';
import { boxLines } from '../../../../src/tui/screens/simulation/pipeline/box.ts';
import { boxes } from '../../../../src/tui/screens/simulation/pipeline/boxes.ts';
import { list } from '../../../../src/tui/screens/simulation/pipeline/list.ts';
import { ranksOf } from '../../../../src/tui/screens/simulation/pipeline/ranks.ts';
import { drawnWires } from '../../../../src/tui/screens/simulation/pipeline/wires.ts';
import type { Pipeline } from '../../../../src/tui/screens/simulation/world.ts';
import { bakery, midway, node, reading } from './sample.ts';

const named = (pipeline: Pipeline) =>
  ranksOf(pipeline).columns.map((column) => column.map((place) => place.node?.id ?? '-'));

const pipelineOf = (ids: string, ...links: string[]): Pipeline => ({
  nodes: [...ids].map((id) => node(id, 'queue')),
  links: links.map((link) => [link.charAt(0), link.charAt(1)]),
});

it('puts each node right of all that leads to it, and lets long links pass between', () => {
  expect(named(bakery)).toEqual([['shop'], ['orders'], ['bakers', 'burnt'], ['oven']]);
  expect(named(pipelineOf('abcd', 'ab', 'bc', 'ad', 'cd'))).toEqual([
    ['a'],
    ['b', '-'],
    ['c', '-'],
    ['d'],
  ]);
});

it('orders a column by what leads to it', () => {
  expect(named(pipelineOf('abcd', 'ad', 'bc'))).toEqual([
    ['a', 'b'],
    ['d', 'c'],
  ]);
});

it('tells what goes back, and forgets links to nobody and links said twice', () => {
  const { back, columns } = ranksOf(pipelineOf('ab', 'ab', 'ab', 'ba', 'bb', 'xb'));
  expect(back.map(([from, to]) => from.id + to.id)).toEqual(['ba', 'bb']);
  expect(columns[0]?.[0]?.to).toHaveLength(1);
});

it('draws wires straight, apart and together', () => {
  const box = (row: number) => ({ row, isBox: true });
  expect(drawnWires([{ from: 0, to: [box(0)] }], 1)).toEqual(['───→']);
  expect(drawnWires([{ from: 1, to: [box(0), box(2)] }], 3)).toEqual([' ╭─→', '─┤  ', ' ╰─→']);
  const crossing = [
    { from: 0, to: [box(2)] },
    { from: 2, to: [{ row: 0, isBox: false }] },
  ];
  expect(drawnWires(crossing, 3)).toEqual(['─╮ ╭──', ' │ │  ', '─┴─┴─→']);
  expect(drawnWires([{ from: 0, to: [] }], 1)).toEqual(['    ']);
});

it('draws fewer numbers before it gives the boxes up', () => {
  const drawn = (columns: number, rows: number) =>
    boxes(bakery, midway, { columns, rows })?.map(lineText).join('\n');
  expect(drawn(118, 30)).toContain('▒ 12 delayed');
  expect(drawn(118, 11)).toContain('█ 240 visible');
  expect(drawn(118, 11)).not.toContain('delayed');
  expect(drawn(118, 8)).toBeUndefined();
  expect(drawn(70, 30)).toBeUndefined();
});

it('gives a number the spaces beside it before it is cut', () => {
  const rows = (sent: number) =>
    boxLines(node('a', 'queue'), reading({}, 1, { delivered: sent }), 16, 0).map(lineText);
  expect(rows(120)[1]).toBe('│120 delivered │');
  expect(rows(12)[1]).toBe('│ 12 delivered │');
  expect(rows(12_345)[1]).toBe('│12.3k deliver…│');
});

it('lists a node in two lines, or in one where there are fewer rows', () => {
  const listed = (rows: number) => list(bakery, midway, { columns: 78, rows }).map(lineText);
  expect(listed(10)).toHaveLength(10);
  expect(listed(9)).toHaveLength(5);
  expect(listed(9)[1]).toMatch(/^cake-orders.fifo +queue +█+▓+▒·+ +240 visible/);
});

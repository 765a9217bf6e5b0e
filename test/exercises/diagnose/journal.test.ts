import { describe, expect, it } from 'vitest';
import { Journal } from '../../../src/exercises/diagnose/journal.ts';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';

const clock = (at: number) => `${at}`;
const answer = (at: number, caller = 'workers-1'): SimulationEvent => ({
  kind: 'call-ended',
  at,
  service: 'db',
  caller,
  trace: 'shop-1',
  outcome: 'ok',
  startedAt: at,
  waited: 0,
});
const failure = (at: number, worker = 'workers-1'): SimulationEvent => ({
  kind: 'work-ended',
  at,
  consumer: worker.replace(/-\d+$/, ''),
  worker,
  trace: 'shop-1',
  source: 'orders',
  message: 'm1',
  outcome: 'failed',
  why: 'a step failed',
  startedAt: at,
  producedAt: at,
});
const soldOut = (at: number): SimulationEvent => ({
  kind: 'effect',
  at,
  store: 'inventory',
  operation: 'reserve',
  key: 'concert',
  trace: 'shop-1',
  worker: 'workers-2',
  outcome: 'refused',
  left: 0,
});
const crash = (at: number): SimulationEvent => ({
  kind: 'fault-fired',
  at,
  fault: 0,
  key: 'x',
  what: 'crashes',
  target: 'workers-1',
  trace: '',
});

/** The times of the lines that are left of these events. */
function times(part: string, ...events: SimulationEvent[]): number[] {
  const journal = new Journal(part);
  for (const event of events) journal.see(event);
  return journal.lines(clock).map((line) => Number.parseInt(line, 10));
}
const many = (count: number, make: (at: number) => SimulationEvent, from = 0) =>
  Array.from({ length: count }, (_, place) => make(from + place));

describe('a log', () => {
  it('has the last twelve lines of what goes as it should', () => {
    expect(times('workers', ...many(30, answer))).toEqual(many(12, answer, 18).map(({ at }) => at));
  });

  it('keeps what went wrong though much went well since', () => {
    expect(times('workers', ...many(10, failure), ...many(90, answer, 10))).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 96, 97, 98, 99,
    ]);
  });

  it('is full of what went wrong when nothing else happened', () => {
    expect(times('workers', ...many(30, failure))).toEqual(many(12, failure, 18).map((e) => e.at));
    expect(times('workers', answer(0), ...many(30, failure, 1))).toHaveLength(12);
  });

  it('is of one part only, and of its workers', () => {
    const events = [answer(1), failure(2, 'workers-old-1'), soldOut(3), failure(4, 'others-1')];
    expect(times('workers', ...events)).toEqual([1, 3]);
    expect(times('db', ...events)).toEqual([1]);
    expect(times('workers-old', ...events)).toEqual([2]);
  });

  it('takes the group of a message for nobody', () => {
    const received: SimulationEvent = {
      kind: 'received',
      at: 1,
      queue: 'orders.fifo',
      message: 'm1',
      trace: 'buyers-1',
      by: 'workers-1',
      group: 'shop-1',
      receiveCount: 2,
      hiddenUntil: 2,
      sentAt: 0,
      copy: false,
    };
    expect(times('shop', received)).toEqual([]);
    expect(times('workers', received)).toEqual([1]);
  });

  it('knows nothing of faults', () => {
    expect(times('workers', crash(1), failure(2))).toEqual([2]);
  });
});

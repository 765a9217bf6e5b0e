import { describe, expect, it } from 'vitest';
import { Attempts } from '../../../src/simulator/actors/attempts.ts';
import type { LogRecord } from '../../../src/simulator/broker/log/index.ts';

const record = (offset: number, partition = 0) => ({ partition, offset }) as LogRecord;

describe('the attempts of a group', () => {
  it('count what comes again, by record', () => {
    const attempts = new Attempts();
    const counts = [record(0), record(1), record(1), record(0), record(1), record(1, 1)];
    expect(counts.map((one) => attempts.delivered(one))).toEqual([1, 1, 2, 2, 3, 1]);
  });

  it('count failures, by record', () => {
    const attempts = new Attempts();
    const counts = [record(3), record(3), record(4), record(3, 1)];
    expect(counts.map((one) => attempts.failed(one))).toEqual([1, 2, 1, 1]);
  });

  it('forget what is settled, and nothing else', () => {
    const attempts = new Attempts();
    for (const one of [record(0), record(1), record(0), record(1), record(0), record(1)])
      attempts.delivered(one);
    for (const one of [record(0), record(1), record(1, 1)]) attempts.failed(one);
    attempts.settled(0, 1);
    expect([record(0), record(1)].map((one) => attempts.delivered(one))).toEqual([2, 4]);
    expect([record(0), record(1), record(1, 1)].map((one) => attempts.failed(one))).toEqual([
      1, 2, 2,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/scheduling/item.ts';
import { dueAhead } from '../../src/statistics/due-ahead.ts';
import { item } from '../fixtures/items.ts';

const due = (dueDay: number, suspended = false): Item =>
  item(`due ${dueDay}`, { dueDay, suspended });

describe('what is due ahead', () => {
  it('is counted by day, and what is overdue with today', () => {
    const items = [due(7), due(10), due(11), due(12), due(12), due(13)];
    expect(dueAhead(items, 10, 3)).toEqual([2, 1, 2]);
  });

  it('leaves out new and suspended questions', () => {
    expect(dueAhead([item('new'), due(10, true)], 10, 2)).toEqual([0, 0]);
  });
});

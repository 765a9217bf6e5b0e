import { expect, it } from 'vitest';
import { readSetting } from '../../../../src/simulator/scenario/index.ts';
import { PLANT } from './reading.ts';

const FAULTY = `${PLANT}faults: [{ crash: workers, chance: 1/4 }]\n`;

it.each([
  ['producers.buyers.arrivals', '20/s'],
  ['stores.inventory.items.concert', '500'],
  ['stores.inventory.items', '{"concert":500}'],
  ['queues.seats.fifo', '{}'],
  ['faults.0.chance', '1/4'],
  ['queues.orders.delay', undefined],
  ['queues.none.delay', undefined],
  ['faults.1.chance', undefined],
])('%s is as it would be set: %s', (path, value) => {
  expect(readSetting(FAULTY, [], path)).toBe(value);
});

it('knows of changes', () => {
  const changes = [{ path: 'queues.orders.delay', value: '5s' }];
  expect(readSetting(PLANT, changes, 'queues.orders.delay')).toBe('5s');
});

it('finds nothing in a text that can’t be read', () => {
  expect(readSetting('queues: [', [], 'queues')).toBeUndefined();
});

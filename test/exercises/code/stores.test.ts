import { describe, expect, it } from 'vitest';
import { findings, judged } from './judged.ts';
import { TICKETS, VIEWS } from './tickets.ts';

describe('a seller of tickets', () => {
  it.each([
    [
      'takes and notes in one transaction',
      `await transaction((tx) => {
         tx.sold.putIfAbsent(message.id, true);
         tx.inventory.take('concert');
       });`,
    ],
    [
      'compares, swaps and tries again',
      `for (;;) {
         const left = await inventory.get('concert');
         if (left === 0 || (await sold.get(message.id))) break;
         const won = await transaction((tx) => {
           tx.sold.putIfAbsent(message.id, true);
           tx.inventory.update('concert', left, left - 1);
         });
         if (won) break;
       }`,
    ],
  ])('passes when it %s', async (_, body) => {
    const program = handler(body, 'inventory, sold, work, transaction');
    expect(findings(await judged(TICKETS, 'workers', program, 10))).toEqual([]);
  });

  it.each([
    [
      'writes what it reckoned from an old reading',
      'oversold',
      `const left = await inventory.get('concert');
       if (left > 0 && (await sold.putIfAbsent(message.id, true)))
         await inventory.put('concert', left - 1);`,
    ],
    [
      'gives up when another was faster',
      'lost',
      `const left = await inventory.get('concert');
       if (left > 0) await inventory.update('concert', left, left - 1);`,
    ],
  ])('is caught when it %s', async (_name, metric, body) => {
    const program = handler(body, 'inventory, sold, work, transaction');
    expect(findings(await judged(TICKETS, 'workers', program, 5))).toContain(metric);
  });
});

describe('a seller of tickets that never run out', () => {
  it('is caught when it takes again what it took', async () => {
    const plenty = TICKETS.replace('concert: 20', 'concert: 100');
    const program = handler(`await inventory.take('concert');`, 'inventory, work');
    expect(findings(await judged(plenty, 'workers', program))).toContain('duplicates');
  });
});

describe('a counter', () => {
  it('passes when the store adds', async () => {
    const program = handler(`await counts.add('page', 1);`, 'counts, work');
    expect(findings(await judged(VIEWS, 'counters', program))).toEqual([]);
  });

  it('is caught when it loses updates', async () => {
    const program = handler(
      `await counts.put('page', (await counts.get('page')) + 1);`,
      'counts, work',
    );
    expect(findings(await judged(VIEWS, 'counters', program))).toEqual(['stores.counts.left.page']);
  });
});

function handler(body: string, uses: string): string {
  return `export async function handle(message, { ${uses} }) {
  await work();
  ${body}
  await message.delete();
}`;
}

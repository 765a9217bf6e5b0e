import { describe, expect, it } from 'vitest';
import { findings, judged } from './judged.ts';

/** Changes of accounts that must stay in order for each account, and be known when they come again. */
const CHANGES = `
runFor: 20s
queues: { changes.fifo: { visibilityTimeout: 20s } }
stores: { ledger: {} }
producers:
  bank:
    sendsTo: changes.fifo
    arrivals: { constant: 40/s }
    count: 100
    messageGroupId: all
    body: "account-{1..5}"
    retry: { attempts: 10, backoff: 100ms, max: 1s }
consumers:
  clerks: { receivesFrom: changes.fifo, count: 5, steps: [{ work: 50ms }, { write: ledger }, delete] }
faults: [{ lose-response: bank, chance: 1/10 }]
checks:
  - { queues.changes.fifo.sent: 100 }
  - { latency.p99: { below: 1s } }
  - { lost: 0 }
  - { rejected: 0 }
`;

function bank(says: string): string {
  return `export function message(item) { return ${says}; }`;
}

describe('a producer', () => {
  it.each([
    [
      'by its account and its id',
      '({ messageGroupId: item.body, messageDeduplicationId: item.id })',
    ],
    [
      'with more said',
      '({ ...item, messageGroupId: item.body, messageDeduplicationId: "change-" + item.number, attributes: { kind: "change" } })',
    ],
  ])('passes when it knows a change %s', async (_, says) => {
    expect(findings(await judged(CHANGES, 'bank', bank(says)))).toEqual([]);
  });

  it('is caught when everything is one group', async () => {
    const found = findings(
      await judged(
        CHANGES,
        'bank',
        bank('({ messageGroupId: "all", messageDeduplicationId: item.id })'),
      ),
    );
    expect(found).toContain('latency.p99');
  });

  it('is caught when each sending is a new message', async () => {
    const says = '({ messageGroupId: item.body, messageDeduplicationId: crypto.randomUUID() })';
    expect(findings(await judged(CHANGES, 'bank', bank(says)))).toContain(
      'queues.changes.fifo.sent',
    );
  });

  it('is told that a message is written at once', async () => {
    const program = 'export async function message(item) { return { body: item.id }; }';
    const { troubles } = await judged(CHANGES, 'bank', program);
    expect(troubles).toEqual([expect.objectContaining({ what: 'message gives a promise' })]);
  });

  it('is told of its mistakes', async () => {
    const { troubles } = await judged(CHANGES, 'bank', bank('item.customer.id'));
    expect(troubles).toEqual([expect.objectContaining({ kind: 'programming-error', line: 1 })]);
  });
});

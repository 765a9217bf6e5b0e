import fc from 'fast-check';
import { duration, seconds } from './amounts.ts';
import type { Data } from './pipeline.ts';
import { call } from './producing.ts';

const limit = fc.constant('60/s');
const shedOlderThan = seconds(5, 30);
const autoscale = fc.constant({
  backlogPerWorker: 10,
  min: 1,
  max: 5,
  every: '5s',
  cooldown: '5s',
});

/** How a consumer works, with a table of its own: what two consumers claim in one table, only one of them does. */
export function working(consumer: string): fc.Arbitrary<{ work: Data; stores: Data }> {
  const ledger = `${consumer}-ledger`;
  return fc
    .record(
      {
        count: fc.integer({ min: 1, max: 4 }),
        batch: fc.integer({ min: 1, max: 10 }),
        service: duration,
        effect: fc.oneof(
          fc.constantFrom<unknown>(
            { write: ledger },
            [{ check: ledger }, { write: ledger }, { record: ledger }],
            [{ transaction: [{ claim: ledger }, { write: ledger }] }],
            { reserve: { store: 'stock', how: 'conditional' } },
            { reserve: { store: 'stock', how: 'read-then-write' } },
          ),
          call.map((settings) => ({ call: settings })),
        ),
        limit,
      },
      { requiredKeys: ['count', 'service', 'effect'] },
    )
    .map((work) => ({ work, stores: { [ledger]: {} } }));
}

/** What a consumer of a queue may have besides. */
export const queueWorking = fc.record(
  {
    concurrency: fc.integer({ min: 1, max: 3 }),
    waitTime: seconds(0, 20),
    heartbeat: fc.constant({ every: '2s', extendTo: '6s' }),
    deletes: fc.constantFrom('each', 'batch'),
    onFailure: fc.constantFrom('leave', { showAfter: '1s' }, { showAfter: { backoff: '1s' } }),
    shedOlderThan,
    autoscale,
  },
  { requiredKeys: [] },
);

/** What a consumer of several queues may have besides. */
export const severalWorking = fc.record(
  { concurrency: fc.integer({ min: 1, max: 3 }), shedOlderThan, autoscale },
  { requiredKeys: [] },
);

/** What a consumer of a log may have besides. */
export const logWorking = fc.record({ shedOlderThan, autoscale }, { requiredKeys: [] });

/** Consumers among these that look at a clock. */
export function skewedOf(
  consumers: Readonly<Record<string, { shedOlderThan?: string }>>,
): string[] {
  return Object.keys(consumers).filter((name) => consumers[name]?.shedOlderThan !== undefined);
}

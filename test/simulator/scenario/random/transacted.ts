import fc from 'fast-check';
import { duration, group, millis } from './amounts.ts';
import type { Pipeline } from './pipeline.ts';
import { producing } from './producing.ts';
import { working } from './working.ts';

/** From log to log in transactions, with readers who see what is committed only, and one who sees all. */
export function transacted(id: string): fc.Arbitrary<Pipeline> {
  const [from, to] = [`in${id}`, `out${id}`];
  const sessionTimeout = '6s';
  return fc
    .record({
      made: producing,
      key: group,
      time: duration,
      count: fc.integer({ min: 1, max: 3 }),
      batch: fc.integer({ min: 1, max: 10 }),
      protocol: fc.constantFrom('eager', 'cooperative', 'consumer'),
      reader: working(`d${id}`),
      watcher: working(`e${id}`),
      watches: millis(0, 50),
    })
    .map(({ made, key, time, count, batch, protocol, reader, watcher, watches }) => ({
      sections: {
        stores: { ...reader.stores, ...watcher.stores },
        logs: { [from]: { partitions: 3 }, [to]: { partitions: 2 } },
        producers: { [`p${id}`]: { sendsTo: from, key, idempotent: true, ...made } },
        consumers: {
          [`c${id}`]: {
            receivesFrom: from,
            count,
            batch,
            group: { protocol, commit: 'transaction', sessionTimeout },
            steps: [{ work: time }, { send: to }, 'delete'],
          },
          [`d${id}`]: {
            receivesFrom: to,
            group: { isolation: 'read_committed', skipAfter: 3, sessionTimeout },
            ...reader.work,
          },
          [`e${id}`]: {
            receivesFrom: to,
            group: { skipAfter: 3, sessionTimeout },
            ...watcher.work,
            service: watches,
          },
        },
      },
      targets: {
        producers: [`p${id}`],
        consumers: [`c${id}`, `d${id}`, `e${id}`],
        places: [from, to, `c${id}`],
      },
      endless: [`p${id}`],
    }));
}

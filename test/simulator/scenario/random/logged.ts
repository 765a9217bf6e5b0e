import fc from 'fast-check';
import { group, seconds } from './amounts.ts';
import type { Pipeline } from './pipeline.ts';
import { producing } from './producing.ts';
import { logWorking, skewedOf, working } from './working.ts';

const replay = fc.record({
  at: seconds(5, 18),
  from: fc.oneof(fc.constant('earliest'), seconds(0, 5)),
});
const heartbeats = fc.constantFrom(
  { sessionTimeout: '10s' },
  { sessionTimeout: '6s', heartbeatInterval: '1s', maxPollInterval: '10s' },
);

/** A log that a consumer group and a share group read. */
export function logged(id: string): fc.Arbitrary<Pipeline> {
  return fc
    .record({
      made: producing,
      grouped: working(`c${id}`),
      groupedMore: logWorking,
      sharing: working(`s${id}`),
      sharingMore: logWorking,
      partitions: fc.integer({ min: 1, max: 4 }),
      minInsyncReplicas: fc.integer({ min: 2, max: 3 }),
      protocol: fc.constantFrom('eager', 'cooperative', 'consumer'),
      commit: fc.constantFrom('after', 'before', 'auto'),
      heartbeats,
      replay: fc.option(replay, { nil: undefined }),
      failing: fc.constantFrom<'endless' | 'skipped' | 'buried'>('endless', 'skipped', 'buried'),
      key: group,
      idempotent: fc.boolean(),
    })
    .map(({ made, grouped, groupedMore, sharing, sharingMore, failing, ...random }) => ({
      sections: {
        stores: { ...grouped.stores, ...sharing.stores },
        logs: {
          [`l${id}`]: {
            partitions: random.partitions,
            minInsyncReplicas: random.minInsyncReplicas,
          },
        },
        queues: { [`dead${id}`]: {} },
        producers: {
          [`p${id}`]: {
            sendsTo: `l${id}`,
            key: random.key,
            idempotent: random.idempotent,
            ...made,
          },
        },
        consumers: {
          [`c${id}`]: {
            receivesFrom: `l${id}`,
            group: {
              protocol: random.protocol,
              commit: random.commit,
              ...random.heartbeats,
              ...(random.replay ? { replay: random.replay } : {}),
              ...(failing === 'endless' ? {} : { skipAfter: 3 }),
              ...(failing === 'buried' ? { deadLetters: `dead${id}` } : {}),
            },
            ...grouped.work,
            ...groupedMore,
          },
          [`s${id}`]: { receivesFrom: `l${id}`, share: true, ...sharing.work, ...sharingMore },
        },
      },
      targets: {
        producers: [`p${id}`],
        consumers: [`c${id}`, `s${id}`],
        skewed: skewedOf({ [`c${id}`]: groupedMore, [`s${id}`]: sharingMore }),
        places: [`l${id}`, `c${id}`],
      },
      endless: failing === 'endless' ? [`p${id}`] : [],
      mayLose: random.commit === 'before',
    }));
}

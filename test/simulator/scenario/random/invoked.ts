import fc from 'fast-check';
import { duration } from './amounts.ts';
import type { Pipeline } from './pipeline.ts';
import { producing } from './producing.ts';
import { working } from './working.ts';

/** Lambda on a queue, handing on to whatever there is: a queue, one that is FIFO, a topic, a log. */
export function invoked(id: string): fc.Arbitrary<Pipeline> {
  const [queue, dead] = [`q${id}`, `dead${id}`];
  const hidden = { visibilityTimeout: '30s', redrive: { to: dead, maxReceiveCount: 6 } };
  const [next, ordered, topic, log] = [`r${id}`, `o${id}.fifo`, `t${id}`, `l${id}`];
  return fc
    .record({
      made: producing,
      worker: working(`d${id}`),
      reader: working(`e${id}`),
      time: duration,
      targets: fc.shuffledSubarray([next, ordered, topic, log], { minLength: 1 }),
      reportBatchItemFailures: fc.boolean(),
    })
    .map(({ made, worker, reader, time, targets, reportBatchItemFailures }) => ({
      sections: {
        stores: { ...worker.stores, ...reader.stores },
        topics: { [topic]: { subscriptions: { on: { to: next } } } },
        logs: { [log]: { partitions: 2 } },
        queues: {
          [queue]: hidden,
          [next]: hidden,
          [ordered]: { visibilityTimeout: '30s' },
          [dead]: {},
        },
        producers: { [`p${id}`]: { sendsTo: queue, ...made } },
        consumers: {
          [`c${id}`]: {
            receivesFrom: queue,
            batch: 5,
            lambda: { timeout: '5s', maximumConcurrency: 10, reportBatchItemFailures },
            steps: [{ work: time }, ...targets.map((send) => ({ send })), 'delete'],
          },
          [`d${id}`]: { receivesFrom: [next, ordered], ...worker.work },
          [`e${id}`]: { receivesFrom: log, group: { skipAfter: 3 }, ...reader.work },
        },
      },
      targets: {
        producers: [`p${id}`],
        consumers: [`c${id}`, `d${id}`, `e${id}`],
        receivers: [`c${id}`, `d${id}`],
        queues: [queue, next],
        standard: [queue, next],
        places: [queue, next, topic, log],
      },
      endless: targets.includes(ordered) ? [`p${id}`] : [],
    }));
}

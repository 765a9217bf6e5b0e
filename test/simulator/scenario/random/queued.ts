import fc from 'fast-check';
import { chance, group, seconds, visibilityTimeout } from './amounts.ts';
import type { Pipeline } from './pipeline.ts';
import { producing } from './producing.ts';
import { queueWorking, skewedOf, working } from './working.ts';

/** What a standard queue leaves open, and a delay. */
const nature = fc.record(
  { duplicates: chance, reorder: chance, shortPollMisses: chance },
  { requiredKeys: [] },
);

const at = seconds(5, 300);

/** Dead letters are put back, perhaps slowly; the queue is emptied. */
const acting = (queue: string, dead: string) =>
  fc.array(
    fc.oneof(
      fc.record({ at, redrive: fc.constant(dead) }),
      fc.record({ at, redrive: fc.constant(dead), rate: fc.constant('1/s') }),
      fc.record({ at: seconds(5, 25), purge: fc.constant(queue) }),
    ),
    { maxLength: 2 },
  );

/** Producers, a queue with dead letters, workers, and somebody who looks after the dead letters: standard or FIFO. */
export function queued(id: string, ending: '' | '.fifo'): fc.Arbitrary<Pipeline> {
  const [queue, dead, end] = [`q${id}${ending}`, `q${id}-dlq${ending}`, `q${id}-end${ending}`];
  const fifo = ending !== '';
  return fc
    .record({
      made: producing,
      worker: working(`c${id}`),
      more: queueWorking,
      undertaker: working(`u${id}`),
      isDeadRead: fc.boolean(),
      hidden: visibilityTimeout,
      nature,
      delay: seconds(0, 5),
      group,
      batch: fc.integer({ min: 1, max: 10 }),
      shedAbove: fc.option(fc.constant(25), { nil: undefined }),
      actions: acting(queue, dead),
    })
    .map(({ made, worker, more, undertaker, isDeadRead, hidden, ...random }) => {
      const reader = { receivesFrom: dead, ...undertaker.work };
      return {
        sections: {
          stores: { ...worker.stores, ...undertaker.stores },
          queues: {
            [queue]: {
              visibilityTimeout: hidden,
              delay: random.delay,
              redrive: { to: dead, maxReceiveCount: 3 },
              ...(fifo ? {} : { nature: random.nature }),
            },
            [dead]: isDeadRead ? { redrive: { to: end, maxReceiveCount: 3 } } : {},
            [end]: {},
          },
          producers: {
            [`p${id}`]: {
              sendsTo: queue,
              ...made,
              batch: random.batch,
              linger: '50ms',
              ...(fifo ? { messageGroupId: random.group } : {}),
              ...(random.shedAbove === undefined ? {} : { shedAbove: random.shedAbove }),
            },
          },
          consumers: {
            [`c${id}`]: { receivesFrom: queue, ...worker.work, ...more },
            ...(isDeadRead ? { [`u${id}`]: reader } : {}),
          },
        },
        targets: {
          producers: [`p${id}`],
          consumers: [`c${id}`],
          receivers: [`c${id}`],
          skewed: skewedOf({ [`c${id}`]: more }),
          queues: [queue],
          standard: fifo ? [] : [queue],
          places: [queue, `c${id}`],
        },
        actions: random.actions,
      };
    });
}

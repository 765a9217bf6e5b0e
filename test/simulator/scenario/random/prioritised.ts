import fc from 'fast-check';
import { millis, visibilityTimeout } from './amounts.ts';
import type { Pipeline } from './pipeline.ts';
import { producing } from './producing.ts';
import { severalWorking, skewedOf, working } from './working.ts';

/** Workers who take an urgent queue first, then one with priorities, then another; each has a producer. */
export function prioritised(id: string): fc.Arbitrary<Pipeline> {
  const [urgent, sorted, other] = [`urgent${id}`, `sorted${id}`, `other${id}`];
  return fc
    .record({
      urgentMade: producing,
      sortedMade: producing,
      otherMade: producing,
      worker: working(`c${id}`),
      // What fails comes back at once: without any time for the work, it would be tried without end at one moment.
      service: millis(5, 150),
      more: severalWorking,
      alone: working(`d${id}`),
      hidden: visibilityTimeout,
      shedAbove: fc.option(fc.constant(25), { nil: undefined }),
    })
    .map(({ worker, alone, service, more, hidden, shedAbove, ...made }) => {
      const redrive = { to: `dead${id}`, maxReceiveCount: 4 };
      const queue = { visibilityTimeout: hidden, redrive };
      return {
        sections: {
          stores: { ...worker.stores, ...alone.stores },
          queues: { [urgent]: queue, [other]: queue, [`dead${id}`]: {} },
          priorityQueues: { [sorted]: { priorities: 3 } },
          producers: {
            [`p${id}`]: { sendsTo: urgent, ...made.urgentMade },
            [`q${id}`]: {
              sendsTo: sorted,
              ...made.sortedMade,
              attributes: { priority: '{0..2}' },
              ...(shedAbove === undefined ? {} : { shedAbove }),
            },
            [`r${id}`]: { sendsTo: other, ...made.otherMade },
          },
          consumers: {
            [`c${id}`]: {
              receivesFrom: [urgent, sorted, other],
              ...worker.work,
              ...more,
              service,
              onFailure: { showAfter: '1s' },
            },
            [`d${id}`]: { receivesFrom: sorted, ...alone.work, service },
          },
        },
        targets: {
          producers: [`p${id}`, `q${id}`, `r${id}`],
          consumers: [`c${id}`, `d${id}`],
          receivers: [`c${id}`, `d${id}`],
          skewed: skewedOf({ [`c${id}`]: more }),
          queues: [urgent, other],
          standard: [urgent, other],
          places: [urgent, sorted, `c${id}`],
        },
        endless: [`q${id}`],
      };
    });
}

import fc from 'fast-check';
import { group, seconds, visibilityTimeout } from './amounts.ts';
import type { Data, Pipeline } from './pipeline.ts';
import { producing } from './producing.ts';
import { queueWorking, skewedOf, working } from './working.ts';

const KINDS = { attributes: { kind: { choose: { a: 1, b: 1 } } } };

/** A topic that delivers to a queue, to a queue by a filter, and pushes. */
export function fannedOut(id: string): fc.Arbitrary<Pipeline> {
  return fc
    .record({
      made: producing,
      all: working(`c${id}`),
      some: working(`d${id}`),
      pushed: working(`e${id}`),
      more: queueWorking,
      hidden: visibilityTimeout,
      batch: fc.integer({ min: 1, max: 10 }),
      deliveryPolicy: fc.constantFrom(
        { numRetries: 10 },
        { numRetries: 2, minDelayTarget: '1s', maxDelayTarget: '3s' },
      ),
    })
    .map(({ made, all, some, pushed, more, hidden, batch, deliveryPolicy }) => {
      const queue = queueWith(hidden, `dead${id}`);
      return {
        sections: {
          stores: { ...all.stores, ...some.stores, ...pushed.stores },
          topics: {
            [`t${id}`]: {
              nature: { duplicates: 0.1, reorder: 0.1 },
              subscriptions: {
                all: { to: `all${id}`, rawMessageDelivery: true },
                some: { to: `some${id}`, filterPolicy: { kind: ['a'] } },
              },
            },
          },
          queues: { [`all${id}`]: queue, [`some${id}`]: queue, [`dead${id}`]: {} },
          producers: {
            [`p${id}`]: { sendsTo: `t${id}`, ...made, batch, linger: '50ms', ...KINDS },
          },
          consumers: {
            [`c${id}`]: { receivesFrom: [`all${id}`], ...all.work, ...more },
            [`d${id}`]: { receivesFrom: [`some${id}`], ...some.work, ...more },
            [`e${id}`]: {
              receivesFrom: `t${id}`,
              subscription: { deadLetters: `dead${id}`, deliveryPolicy },
              ...pushedOne(pushed.work),
            },
          },
        },
        targets: {
          producers: [`p${id}`],
          consumers: [`c${id}`, `d${id}`, `e${id}`],
          receivers: [`c${id}`, `d${id}`],
          pushed: [`e${id}`],
          skewed: skewedOf({ [`c${id}`]: more, [`d${id}`]: more }),
          queues: [`all${id}`, `some${id}`],
          standard: [`all${id}`, `some${id}`],
          places: [`all${id}`, `t${id}`, `e${id}`],
        },
      };
    });
}

/** A FIFO topic that delivers to a FIFO queue, to one by a filter, and to a standard queue. */
export function fannedOutInOrder(id: string): fc.Arbitrary<Pipeline> {
  const [topic, dead] = [`t${id}.fifo`, `dead${id}.fifo`];
  const [all, some, loose] = [`all${id}.fifo`, `some${id}.fifo`, `loose${id}`];
  return fc
    .record({
      made: producing,
      inAll: working(`c${id}`),
      inSome: working(`d${id}`),
      inLoose: working(`e${id}`),
      more: queueWorking,
      hidden: visibilityTimeout,
      messageGroupId: group,
      throughputScope: fc.constantFrom('Topic', 'MessageGroup'),
      batch: fc.integer({ min: 1, max: 10 }),
      replays: fc.array(seconds(30, 400), { maxLength: 1 }),
    })
    .map(({ made, inAll, inSome, inLoose, more, hidden, batch, replays, ...ofTopic }) => ({
      sections: {
        stores: { ...inAll.stores, ...inSome.stores, ...inLoose.stores },
        topics: {
          [topic]: {
            archive: '1d',
            throughputScope: ofTopic.throughputScope,
            subscriptions: {
              all: { to: all, deadLetters: dead },
              some: { to: some, filterPolicy: { kind: ['a'] } },
              loose: { to: loose },
            },
          },
        },
        queues: {
          [all]: queueWith(hidden, dead),
          [some]: queueWith(hidden, dead),
          [loose]: queueWith(hidden, `dead${id}`),
          [dead]: {},
          [`dead${id}`]: {},
        },
        producers: {
          [`p${id}`]: {
            sendsTo: topic,
            ...made,
            messageGroupId: ofTopic.messageGroupId,
            batch,
            linger: '50ms',
            ...KINDS,
          },
        },
        consumers: {
          [`c${id}`]: { receivesFrom: all, ...inAll.work, ...more },
          [`d${id}`]: { receivesFrom: some, ...inSome.work, ...more },
          [`e${id}`]: { receivesFrom: loose, ...inLoose.work },
        },
      },
      targets: {
        producers: [`p${id}`],
        consumers: [`c${id}`, `d${id}`, `e${id}`],
        receivers: [`c${id}`, `d${id}`, `e${id}`],
        skewed: skewedOf({ [`c${id}`]: more, [`d${id}`]: more }),
        queues: [all, some, loose],
        standard: [loose],
        places: [all, loose, topic, `c${id}`],
      },
      actions: replays.map((at) => ({ at, replay: topic, to: 'all', from: '5s' })),
    }));
}

function queueWith(visibilityTimeout: string, to: string): Data {
  return { visibilityTimeout, redrive: { to, maxReceiveCount: 6 } };
}

/** A push brings one message, and there are enough who take it. */
function pushedOne({ batch: _batch, limit: _limit, ...work }: Data): Data {
  return { ...work, count: 8 };
}

import { describe, expect, it } from 'vitest';
import { PriorityQueue } from '../../../../src/simulator/broker/priority/index.ts';
import type { Delivery } from '../../../../src/simulator/broker/queue/commands.ts';
import { Refusal } from '../../../../src/simulator/broker/refusal.ts';
import { RandomStream } from '../../../../src/simulator/engine/index.ts';
import type { BrokerEvent } from '../../../../src/simulator/events/index.ts';

function queueOf(priorities: number) {
  const events: BrokerEvent[] = [];
  let ids = 0;
  const queue = new PriorityQueue(
    {
      timers: { at: () => undefined },
      random: (name) => new RandomStream(1, name),
      newId: () => {
        ids += 1;
        return `m${ids}`;
      },
      emit: (event) => events.push(event),
    },
    'jobs',
    priorities,
  );
  const send = (body: string, priority?: number) =>
    queue.send(0, {
      body,
      attributes:
        priority === undefined ? undefined : { priority: { type: 'Number', value: `${priority}` } },
    });
  const receive = (by = 'workers-1', max = 1): readonly Delivery[] => {
    let got: readonly Delivery[] = [];
    queue.receive(0, { maxNumberOfMessages: max, by }, (_now, result) => {
      if (!(result instanceof Refusal)) got = result;
    });
    return got;
  };
  const bodies = (deliveries: readonly Delivery[]) => deliveries.map(({ body }) => body);
  return { queue, send, receive, bodies, events };
}

describe('a priority queue', () => {
  it('hands out the highest priority first and, among equals, the oldest', () => {
    const { send, receive, bodies } = queueOf(10);
    send('low');
    send('high 1', 9);
    send('middle', 5);
    send('high 2', 9);
    expect(bodies(receive('workers-1', 10))).toEqual(['high 1', 'high 2', 'middle', 'low']);
  });

  it('takes a priority above its levels for the highest of them', () => {
    const { send, receive, bodies } = queueOf(3);
    send('second', 2);
    send('also highest', 200);
    expect(bodies(receive('workers-1', 10))).toEqual(['second', 'also highest']);
  });

  it('lets a receiver wait, and serves those who wait in their order', () => {
    const { queue, send } = queueOf(3);
    const got: string[] = [];
    queue.receive(0, { by: 'a' }, () => got.push('a'));
    const stop = queue.receive(0, { by: 'b' }, () => got.push('b'));
    queue.receive(0, { by: 'c' }, () => got.push('c'));
    stop();
    send('one');
    send('two');
    expect(got).toEqual(['a', 'c']);
  });

  it('holds a message for its receiver until it is acknowledged', () => {
    const { queue, send, receive } = queueOf(3);
    send('one');
    const [delivery] = receive();
    expect(receive()).toEqual([]);
    expect(queue.counts()).toEqual({ visible: 0, inFlight: 1 });
    queue.delete(0, delivery?.receiptHandle ?? '');
    expect(queue.counts()).toEqual({ visible: 0, inFlight: 0 });
  });

  it('gives what a broken connection held to the next, and counts the delivery', () => {
    const { queue, send, receive } = queueOf(3);
    send('one');
    send('two');
    receive('workers-1');
    receive('workers-2');
    queue.release(0, 'workers-1');
    expect(
      receive('workers-3').map(({ body, approximateReceiveCount }) => [
        body,
        approximateReceiveCount,
      ]),
    ).toEqual([['one', 2]]);
  });

  it('ignores an acknowledgement of what was given back', () => {
    const { queue, send, receive, events } = queueOf(3);
    send('one');
    const [delivery] = receive();
    queue.giveBack(0, delivery?.receiptHandle ?? '');
    queue.delete(0, delivery?.receiptHandle ?? '');
    expect(queue.counts()).toEqual({ visible: 1, inFlight: 0 });
    expect(events.map(({ kind }) => kind)).toEqual(['sent', 'received', 'appeared']);
  });
});

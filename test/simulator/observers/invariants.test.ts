import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import {
  Conservation,
  ExactlyOnce,
  GroupOrder,
  HandOuts,
  LittlesLaw,
  LogPositions,
  ReceiveCounts,
  TopicOrder,
} from '../../../src/simulator/observers/index.ts';
import { event } from './events.ts';

interface Invariant {
  readonly violation: string | undefined;
  see(event: SimulationEvent): void;
}

function violationIn(invariant: Invariant, events: readonly SimulationEvent[]) {
  for (const one of events) invariant.see(one);
  return invariant.violation;
}

const sent = (message: string, at = 0, group = 'a') =>
  event('sent', at, { message, group, visibleAt: at });
const received = (message: string, at: number, by = 'w-1', receiveCount = 1) =>
  event('received', at, { message, by, group: 'a', receiveCount, hiddenUntil: at + 30 });
const appeared = (message: string, at: number) =>
  event('appeared', at, { message, because: 'visibility-timeout' });
const deleted = (message: string, at: number) => event('deleted', at, { message });
const deadLettered = (message: string, at: number, receiveCount = 1) =>
  event('dead-lettered', at, { message, to: 'dlq', receiveCount });

const RECORD = { log: 'clicks', partition: 0, offset: 0, group: 'g', member: 'g-1' };

describe('the order of groups', () => {
  const order = (...events: SimulationEvent[]) => violationIn(new GroupOrder(['orders']), events);

  it('holds where one receive takes the oldest, and the next waits until they are gone', () => {
    expect(
      order(
        sent('m1'),
        sent('m2'),
        sent('m3'),
        received('m1', 1),
        received('m2', 1),
        deleted('m1', 2),
        deleted('m2', 2),
        received('m3', 3, 'w-2'),
      ),
    ).toBeUndefined();
  });

  it('notices a message that is handed out before an older one of its group', () => {
    expect(order(sent('m1'), sent('m2'), received('m2', 1))).toMatch(/m2 was handed out before m1/);
  });

  it('notices that a group is served twice at once', () => {
    expect(order(sent('m1'), sent('m2'), received('m1', 1), received('m2', 2))).toMatch(
      /m2 was handed out while m1 was in flight/,
    );
  });

  it('goes on in a dead-letter queue, in the order in which messages came there', () => {
    const inDead = (...events: SimulationEvent[]) =>
      violationIn(new GroupOrder(['orders', 'dlq']), [
        sent('m1'),
        sent('m2'),
        deadLettered('m2', 1),
        deadLettered('m1', 2),
        ...events,
      ]);
    const first = event('received', 3, { message: 'm2', queue: 'dlq', by: 'u-1' });
    const second = event('received', 3, { message: 'm1', queue: 'dlq', by: 'u-1' });
    expect(inDead(first, second)).toBeUndefined();
    expect(inDead(second)).toMatch(/m1 was handed out before m2/);
  });

  it('lets a message that came back be received again', () => {
    expect(
      order(sent('m1'), received('m1', 1), appeared('m1', 31), received('m1', 32, 'w-2')),
    ).toBe(undefined);
  });

  it('says nothing of other groups and of queues that are not FIFO', () => {
    expect(order(sent('m1'), sent('m2', 0, 'b'), received('m2', 1))).toBeUndefined();
    expect(
      violationIn(new GroupOrder(['other']), [sent('m1'), sent('m2'), received('m2', 1)]),
    ).toBeUndefined();
  });
});

describe('receive counts', () => {
  const counts = (...events: SimulationEvent[]) =>
    violationIn(new ReceiveCounts({ orders: 2 }), events);
  const acquired = (at: number, deliveryCount: number) =>
    event('record-acquired', at, { ...RECORD, deliveryCount, lockedUntil: at + 30 });

  it('go up by one', () => {
    expect(counts(sent('m1'), received('m1', 1), received('m1', 2, 'w-2', 2))).toBeUndefined();
    expect(counts(acquired(1, 1), acquired(2, 2))).toBeUndefined();
  });

  it.each([1, 3])('must not go from 1 to %i', (next) => {
    expect(counts(received('m1', 1), received('m1', 2, 'w-2', next))).toMatch(`1 to ${next}`);
    expect(counts(acquired(1, 1), acquired(2, next))).toMatch(`1 to ${next}`);
  });

  it('begin with 1', () => {
    expect(counts(sent('m1'), received('m1', 1, 'w-1', 2))).toMatch('0 to 2');
  });

  it('stop at the limit of the queue', () => {
    const twice = [sent('m1'), received('m1', 1), received('m1', 2, 'w-2', 2)];
    expect(counts(...twice, deadLettered('m1', 3, 2))).toBeUndefined();
    expect(counts(...twice, received('m1', 3, 'w-3', 3))).toMatch(/receive 3 in orders, of 2/);
  });

  it('are told as they are when a message comes back or is put aside', () => {
    const back = event('appeared', 2, { because: 'visibility-timeout', receiveCount: 2 });
    expect(counts(sent('m1'), received('m1', 1), back)).toMatch(/2 receives, not 1/);
    expect(counts(sent('m1'), received('m1', 1), deadLettered('m1', 2, 5))).toMatch(/5 receives/);
  });

  it('start anew once the message is gone', () => {
    expect(counts(received('m1', 1), deleted('m1', 2), received('m1', 3))).toBeUndefined();
  });
});

describe('hand-outs', () => {
  const handOuts = (...events: SimulationEvent[]) => violationIn(new HandOuts(), events);
  const copy = (at: number) =>
    event('received', at, { message: 'm1', by: 'w-2', copy: true, hiddenUntil: at + 30 });

  it('are one at a time, until the time is over or the message is given back', () => {
    const released = event('appeared', 40, { because: 'released' });
    expect(
      handOuts(
        sent('m1'),
        received('m1', 1),
        appeared('m1', 31),
        received('m1', 31, 'w-2', 2),
        released,
        received('m1', 40, 'w-3', 3),
      ),
    ).toBeUndefined();
  });

  it('notice a second receive of what is in flight, unless it is a copy', () => {
    expect(handOuts(sent('m1'), received('m1', 1), received('m1', 30, 'w-2'))).toMatch(
      /m1 was handed out, and w-1 has it until 31/,
    );
    expect(handOuts(sent('m1'), received('m1', 1), copy(30))).toBeUndefined();
  });

  it.each([30, 32])('notice a message that comes back at %i, when 31 is right', (at) => {
    expect(handOuts(sent('m1'), received('m1', 1), appeared('m1', at))).toMatch(/end at 31/);
  });

  it('notice a receive of what is delayed', () => {
    const delayed = event('sent', 0, { message: 'm1', visibleAt: 10 });
    expect(handOuts(delayed, received('m1', 9))).toMatch(/until 10/);
  });

  it('go by the deadline that a heartbeat has moved', () => {
    const extended = event('visibility-changed', 20, { message: 'm1', hiddenUntil: 50 });
    expect(handOuts(sent('m1'), received('m1', 1), extended, appeared('m1', 50))).toBeUndefined();
    expect(handOuts(sent('m1'), received('m1', 1), extended, appeared('m1', 31))).toMatch(/at 50/);
  });

  it('notice a record that two members of a share group have, and who settles what it has not', () => {
    const acquired = (at: number, member: string) =>
      event('record-acquired', at, { ...RECORD, member, deliveryCount: 1, lockedUntil: at + 30 });
    const accepted = (at: number, member: string) =>
      event('record-settled', at, { ...RECORD, member, outcome: 'accepted' });
    expect(handOuts(acquired(0, 's-1'), accepted(9, 's-1'))).toBeUndefined();
    expect(handOuts(acquired(0, 's-1'), acquired(9, 's-2'))).toMatch(/s-1 has it until 30/);
    expect(handOuts(acquired(0, 's-1'), accepted(9, 's-2'))).toMatch(/s-2 settled .*not hold/);
  });
});

describe('positions in a log', () => {
  const positions = (...events: SimulationEvent[]) => violationIn(new LogPositions(), events);
  const appended = (offset: number) => event('appended', 0, { ...RECORD, offset });
  const fetched = (from: number, to: number, member = 'g-1') =>
    event('fetched', 1, { ...RECORD, member, from, to });
  const committed = (committedOffset: number, member = 'g-1') =>
    event('committed', 2, { ...RECORD, member, committedOffset, logEndOffset: 3 });
  const assigned = (member = 'g-1') =>
    event('partitions-assigned', 0, { ...RECORD, member, partitions: [0] });
  const revoked = (member = 'g-1') =>
    event('partitions-revoked', 1, { ...RECORD, member, partitions: [0], lost: false });
  const reset = event('offset-reset', 1, { ...RECORD, from: 0, to: 2, because: 'replay' });
  const three = [appended(0), appended(1), appended(2), assigned()];

  it('go from record to record, back to what is not committed, and on with the next owner', () => {
    expect(
      positions(
        ...three,
        fetched(0, 2),
        committed(1),
        revoked(),
        assigned('g-2'),
        fetched(1, 3, 'g-2'),
        committed(3, 'g-2'),
      ),
    ).toBeUndefined();
  });

  it.each<[string, SimulationEvent[], RegExp]>([
    ['an offset that was there already', [appended(1)], /offset 1 came after 2/],
    ['a record that is passed over', [fetched(0, 1), fetched(2, 3)], /offset 1 was passed over/],
    ['a fetch of who is not the owner', [fetched(0, 1, 'g-2')], /g-2 fetched from it, and g-1/],
    ['a commit of who is not the owner', [fetched(0, 1), committed(1, 'g-2')], /g-2 committed/],
    ['a commit of what was never fetched', [fetched(0, 1), committed(2)], /2 was committed/],
    ['a second owner', [assigned('g-2')], /g-2 got it, and g-1 has it/],
    ['who loses what it has not', [revoked('g-2')], /g-2 lost it, and g-1 has it/],
  ])('notice %s', (_, events, what) => {
    expect(positions(...three, ...events)).toMatch(what);
  });

  it('may pass over what a reset or retention leaves out', () => {
    const gone = event('records-deleted', 1, { ...RECORD, logStartOffset: 2, because: 'age' });
    expect(positions(...three, reset, fetched(2, 3))).toBeUndefined();
    expect(positions(...three, gone, fetched(2, 3))).toBeUndefined();
  });
});

describe('exactly once, from log to log', () => {
  const passage = (...events: SimulationEvent[]) => {
    const invariant = new ExactlyOnce([{ from: 'clicks', to: 'counts' }]);
    violationIn(invariant, events);
    return invariant;
  };
  const came = event('appended', 0, RECORD);
  const handedOn = event('appended', 1, { ...RECORD, log: 'counts', by: 'w-1' });
  const ended = (outcome: 'committed' | 'aborted' | 'fenced') =>
    event('transaction-ended', 2, { producer: 'w-1', outcome });

  it('is so where what was aborted is handed on again', () => {
    const all = [came, handedOn, ended('aborted'), handedOn, ended('fenced')];
    expect(passage(...all, handedOn, ended('committed'))).toMatchObject({
      violation: undefined,
      owed: [],
    });
    expect(passage(...all).owed).toEqual(['buyers-1']);
  });

  it('notices what is handed on twice', () => {
    const twice = [came, handedOn, ended('committed'), handedOn, ended('committed')];
    expect(passage(...twice).violation).toMatch(/buyers-1 on once too often/);
  });
});

describe('the order of a FIFO topic', () => {
  const order = (...events: SimulationEvent[]) =>
    violationIn(new TopicOrder({ news: ['all'] }), events);
  const published = (message: string, group = 'a') =>
    event('published', 0, { topic: 'news', message, group });
  const attempted = (message: string, more: { subscription?: string; fails?: true } = {}) =>
    event('delivery-attempted', 1, {
      topic: 'news',
      message,
      subscription: more.subscription ?? 'all',
      outcome: more.fails ? 'server-error' : 'delivered',
      retryAt: more.fails && 5,
    });
  const givenUp = (message: string) =>
    event('delivery-given-up', 2, { topic: 'news', message, subscription: 'all' });
  const fails = { fails: true } as const;

  it('is that of the publishing, and the next waits until the one before is delivered or given up', () => {
    expect(
      order(
        published('n1'),
        published('n2'),
        published('n3'),
        attempted('n1', fails),
        attempted('n1'),
        attempted('n2', fails),
        givenUp('n2'),
        attempted('n3'),
      ),
    ).toBeUndefined();
  });

  it('notices who overtakes', () => {
    expect(order(published('n1'), published('n2'), attempted('n2'), attempted('n1'))).toMatch(
      /n1 was tried after a younger one/,
    );
    expect(
      order(published('n1'), published('n2'), attempted('n1', fails), attempted('n2')),
    ).toMatch(/n2 was tried while n1 was under way/);
  });

  it('says nothing of other groups and of subscriptions without order', () => {
    const both = [published('n1'), published('n2', 'b')];
    expect(order(...both, attempted('n2'), attempted('n1'))).toBeUndefined();
    const loose = { subscription: 'loose' };
    expect(
      order(published('n1'), published('n2'), attempted('n2', loose), attempted('n1', loose)),
    ).toBeUndefined();
  });

  it('lets what is replayed come again', () => {
    const replayed = event('replayed', 3, { topic: 'news', message: 'n1', subscription: 'all' });
    expect(
      order(
        published('n1'),
        published('n2'),
        attempted('n1'),
        attempted('n2'),
        replayed,
        attempted('n1'),
      ),
    ).toBeUndefined();
  });
});

describe('conservation', () => {
  const conserved = (...events: SimulationEvent[]) => violationIn(new Conservation(), events);
  const moved = event('dead-lettered', 2, { message: 'm1', to: 'dlq' });

  it('follows a message into its dead-letter queue', () => {
    expect(conserved(sent('m1'), moved, event('expired', 3, { message: 'm1', queue: 'dlq' }))).toBe(
      undefined,
    );
  });

  it('lets a move task take a message out and send it', () => {
    const redriven = event('redriven', 3, { message: 'm1', queue: 'dlq', to: 'orders' });
    expect(conserved(sent('m1'), moved, redriven, sent('m2', 3))).toBeUndefined();
    expect(conserved(sent('m1'), moved, redriven, received('m2', 3))).toMatch(/did not come there/);
  });

  it.each([
    ['a message that is sent twice', [sent('m1'), sent('m1', 1)]],
    ['a receive of what was never sent', [received('m1', 1)]],
    [
      'a message that comes back after its delete',
      [sent('m1'), deleted('m1', 1), appeared('m1', 2)],
    ],
    ['a delete where it no longer is', [sent('m1'), moved, deleted('m1', 3)]],
  ])('notices %s', (_, events) => {
    expect(conserved(...events)).toMatch(/m1/);
  });

  it('lets a copy be received of what was just deleted', () => {
    const copy = event('received', 2, { message: 'm1', copy: true, receiveCount: 2 });
    expect(conserved(sent('m1'), deleted('m1', 1), copy)).toBeUndefined();
  });
});

describe("Little's law", () => {
  const law = (...events: SimulationEvent[]) => violationIn(new LittlesLaw(), events);

  it('holds over any run that ends empty, also through a dead-letter queue', () => {
    const moved = event('dead-lettered', 9, { message: 'm1', to: 'dlq' });
    const gone = event('expired', 20, { message: 'm1', queue: 'dlq' });
    expect(law(sent('m1'), sent('m2', 4), moved, deleted('m2', 11), gone)).toBeUndefined();
  });

  it('is about each state on its own', () => {
    const whole = new LittlesLaw();
    const delayed = event('sent', 0, { message: 'm1', visibleAt: 10 });
    const back = event('appeared', 10, { message: 'm1', because: 'delay-over' });
    violationIn(whole, [delayed, back, received('m1', 14), deleted('m1', 20)]);
    expect(whole.violation).toBeUndefined();
    expect(
      (['delayed', 'visible', 'in flight'] as const).map((state) =>
        whole.area('orders', state, 100),
      ),
    ).toEqual([10, 4, 6]);
  });

  it('notices who comes twice, and who leaves without having come', () => {
    expect(law(sent('m1', 1), sent('m1', 3), deleted('m1', 9))).toMatch(/orders, visible/);
    expect(law(deleted('m1', 9))).toMatch(/orders, visible holds less than 0/);
    expect(law(sent('m1'), received('m1', 1), deleted('m1', 2), appeared('m1', 3))).toMatch(
      /orders/,
    );
  });
});

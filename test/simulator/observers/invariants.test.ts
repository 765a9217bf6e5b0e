import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import {
  Conservation,
  GroupOrder,
  LittlesLaw,
  ReceiveCounts,
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
  const counts = (...events: SimulationEvent[]) => violationIn(new ReceiveCounts(), events);

  it('go up by one', () => {
    expect(counts(received('m1', 1), received('m1', 2, 'w-2', 2))).toBeUndefined();
  });

  it.each([1, 3])('must not go from 1 to %i', (next) => {
    expect(counts(received('m1', 1), received('m1', 2, 'w-2', next))).toMatch(`1 to ${next}`);
  });

  it('start anew once the message is gone', () => {
    expect(counts(received('m1', 1), deleted('m1', 2), received('m1', 3))).toBeUndefined();
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

  it('notices an entry that is told with a wrong time', () => {
    expect(law(sent('m1', 5), sent('m2', 3), deleted('m1', 9), deleted('m2', 9))).toBeUndefined();
    expect(law(sent('m1'), sent('m1', 3), deleted('m1', 9), deleted('m1', 9))).toMatch(/orders/);
  });
});

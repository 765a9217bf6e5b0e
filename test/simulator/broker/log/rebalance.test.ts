import { describe, expect, it } from 'vitest';
import type { RebalanceProtocol } from '../../../../src/simulator/broker/log/index.ts';
import { MINUTE, SECOND } from '../../../../src/simulator/engine/time.ts';
import { aGroup, aLog, append, TestConsumer } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

/** Two members, a and b, that share four partitions, and have work for ever. */
function setUp(protocol: RebalanceProtocol) {
  const world = new FakeWorld();
  const log = aLog(world);
  const group = aGroup(world, log, { protocol });
  const a = new TestConsumer(world, group, 'a');
  const b = new TestConsumer(world, group, 'b');
  world.advance(MINUTE);
  for (const partition of [0, 1, 2, 3])
    append(
      world,
      log,
      partition,
      Array.from({ length: 200 }, (_, index) => `${partition}:${index}`),
    );
  a.told.length = 0;
  b.told.length = 0;
  world.events.length = 0;
  return { world, group, a, b, join: (name: string) => new TestConsumer(world, group, name) };
}

const owned = (...members: TestConsumer[]) => members.map((member) => [...member.owned].sort());

describe('the first rebalance of a group', () => {
  it.each(['eager', 'cooperative'] as const)(
    '%s: an empty group waits 3 s for more members',
    (protocol) => {
      const world = new FakeWorld();
      const group = aGroup(world, aLog(world), { protocol });
      const a = new TestConsumer(world, group, 'a');
      world.advance(SECOND);
      const b = new TestConsumer(world, group, 'b');
      world.advanceTo(3 * SECOND - 1);
      expect(owned(a, b)).toEqual([[], []]);
      world.advanceTo(3 * SECOND);
      expect(owned(a, b)).toEqual([
        [0, 1],
        [2, 3],
      ]);
      expect(group.generation).toBe(1);
    },
  );

  it('consumer: the first member has everything at once', () => {
    const world = new FakeWorld();
    const a = new TestConsumer(world, aGroup(world, aLog(world)), 'a');
    expect(owned(a)).toEqual([[0, 1, 2, 3]]);
  });
});

describe('eager', () => {
  it('KFK-09: all give up everything, and nobody reads until the slowest has polled', () => {
    const { world, a, b, join } = setUp('eager');
    a.poll(1);
    b.poll(1);
    const c = join('c');
    expect(a.bodies(1)).toEqual(['1:0']);
    world.advance(3 * SECOND);
    expect(a.bodies()).toEqual([]);
    expect(a.told).toEqual(['-0,1']);
    expect(world.of('partitions-revoked')).toMatchObject([{ member: 'a', lost: false }]);
    world.advance(40 * SECOND);
    expect([a.bodies(), c.bodies()]).toEqual([[], []]);
    expect(owned(a, b, c)).toEqual([[], [2, 3], []]);
    b.poll();
    expect(owned(a, b, c)).toEqual([[0, 1], [2], [3]]);
    expect(a.bodies(1)).toEqual(['0:0']);
  });

  it('KFK-09: the pause is told: it starts with the first that joins and ends when all have', () => {
    const { world, a, b, join } = setUp('eager');
    a.poll(1);
    b.poll(1);
    join('c');
    world.advance(10 * SECOND);
    a.poll();
    world.advance(10 * SECOND);
    b.poll();
    const told = world.events
      .filter((event) => /rebalance|partitions/.test(event.kind))
      .map((event) => `${event.kind} ${event.at / SECOND - 60}`);
    expect(told).toEqual([
      'rebalance-started 0',
      'partitions-revoked 10',
      'partitions-revoked 20',
      'rebalance-ended 20',
      'partitions-assigned 20',
      'partitions-assigned 20',
      'partitions-assigned 20',
    ]);
  });

  it('KFK-09: a member that waits in an empty poll answers at its next heartbeat', () => {
    const { world, a, b, join } = setUp('eager');
    for (const member of [a, b]) {
      member.commitAll(member.poll(Number.MAX_SAFE_INTEGER));
      expect(member.bodies()).toEqual([]);
    }
    const c = join('c');
    world.advance(3 * SECOND);
    expect(owned(a, b, c)).toEqual([[0, 1], [2], [3]]);
  });

  it('KFK-09: may commit what it has done while it gives up, and is refused after that', () => {
    const { world, a, b, join } = setUp('eager');
    b.poll(1);
    const done = a.poll(1);
    join('c');
    world.advance(3 * SECOND);
    a.onRevoked = () => a.commitAll(done);
    a.poll();
    expect(world.of('committed')).toMatchObject([{ partition: 0, committedOffset: 1 }]);
    expect(a.commit(0, 1)).toMatchObject({ code: 'REBALANCE_IN_PROGRESS' });
  });

  it('KFK-09: gets no records while it gives up', () => {
    const { world, a, b, join } = setUp('eager');
    b.poll(1);
    a.poll(1);
    join('c');
    world.advance(3 * SECOND);
    const read: string[] = [];
    a.onRevoked = () => read.push(...a.bodies(1));
    a.poll();
    expect(a.told).toEqual(['-0,1']);
    expect(read).toEqual([]);
  });

  it('KFK-09: goes on after 5 minutes without a member that does not answer', () => {
    const { world, group, a, b, join } = setUp('eager');
    a.poll(1);
    b.poll(1);
    const c = join('c');
    world.advance(2 * SECOND);
    b.poll(1);
    world.advance(SECOND);
    a.poll();
    world.advanceTo(MINUTE + 5 * MINUTE);
    expect(group.size).toBe(2);
    expect(owned(a, c)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(b.commit(2, 1)).toMatchObject({ code: 'UNKNOWN_MEMBER_ID' });
  });

  it('KFK-09: a crash stops nobody until the session ends; then the others must stop, too', () => {
    const { world, a, b } = setUp('eager');
    a.crash();
    b.poll(1);
    world.advance(40 * SECOND);
    expect(b.bodies(1)).toHaveLength(1);
    world.advance(10 * SECOND);
    b.poll();
    expect(owned(b)).toEqual([[0, 1, 2, 3]]);
    expect(world.of('rebalance-started')).toMatchObject([{ because: 'session-timeout' }]);
  });
});

describe('cooperative', () => {
  it('KFK-09: only what moves pauses, in two rounds', () => {
    const { world, a, b, join } = setUp('cooperative');
    a.poll(1);
    b.poll(1);
    const c = join('c');
    world.advance(3 * SECOND);
    // The first round: both join it at a poll; what moves is given up by its owner, who reads on with the rest.
    expect(a.bodies(1)).toEqual(['1:0']);
    expect(owned(a, b, c)).toEqual([[0, 1], [2, 3], []]);
    expect(b.bodies(1)).toEqual(['2:1']);
    expect(b.told).toEqual(['-3']);
    // The second round hands it on once all have joined that, too.
    world.advance(3 * SECOND);
    expect(c.told).toEqual([]);
    expect(a.bodies(1)).toHaveLength(1);
    expect(c.told).toEqual(['+3']);
    expect(a.told).toEqual([]);
    expect(world.of('rebalance-started').map(({ because }) => because)).toEqual([
      'joined',
      'revoked',
    ]);
    expect(world.of('rebalance-ended')).toHaveLength(2);
    expect(owned(a, b, c)).toEqual([[0, 1], [2], [3]]);
  });

  it('KFK-09: a member that is busy when the round ends keeps what moves until its next poll', () => {
    const { world, a, b, join } = setUp('cooperative');
    a.poll(1);
    b.poll(1);
    join('c');
    world.advance(3 * SECOND);
    b.poll(1);
    a.poll(1);
    world.advance(3 * SECOND);
    expect(owned(b)).toEqual([[2, 3]]);
    expect(b.commit(3, 1)).toBeUndefined();
    b.poll(1);
    expect(owned(b)).toEqual([[2]]);
    expect(b.commit(3, 1)).toMatchObject({ code: 'REBALANCE_IN_PROGRESS' });
  });

  it('KFK-09: what a member left is shared out in one round, and nobody gives up anything', () => {
    const { world, a, b } = setUp('cooperative');
    b.poll(1);
    a.close();
    world.advance(3 * SECOND);
    expect(owned(b)).toEqual([[2, 3]]);
    b.poll(1);
    expect(owned(b)).toEqual([[0, 1, 2, 3]]);
    expect(b.told).toEqual(['+0,1']);
    expect(world.of('rebalance-started')).toHaveLength(1);
  });
});

describe('consumer protocol', () => {
  it('KFK-09: a partition moves from member to member, and the others never stop', () => {
    const { world, a, b, join } = setUp('consumer');
    a.poll(1);
    b.poll(1);
    const c = join('c');
    // Nobody has heard of it before the next heartbeat.
    a.poll(1);
    b.poll(1);
    expect([a.told, b.told]).toEqual([[], []]);
    world.advance(3 * SECOND);
    expect(c.told).toEqual([]);
    const reads = [a, b].map((member) => member.bodies(1).length);
    expect(reads).toEqual([1, 1]);
    const moved = [...a.told, ...b.told];
    expect(moved).toHaveLength(1);
    world.advance(3 * SECOND);
    expect(c.told).toEqual([moved[0]?.replace('-', '+')]);
    expect(world.of('rebalance-started')).toHaveLength(1);
    expect(world.of('rebalance-ended')).toHaveLength(1);
  });

  it('KFK-09: one that is busy holds up only what it must give up itself', () => {
    const { world, a, b, join } = setUp('consumer');
    a.poll(1);
    b.poll(1);
    a.close();
    const c = join('c');
    expect(owned(b, c)[1]).toHaveLength(2);
    expect(c.bodies(1)).toHaveLength(1);
    const d = join('d');
    world.advance(MINUTE);
    expect(d.told).toEqual([]);
    expect(c.bodies(1)).toHaveLength(1);
    b.poll(1);
    world.advance(3 * SECOND);
    expect(owned(b, c, d).flat().sort()).toEqual([0, 1, 2, 3]);
    expect(d.owned.size).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import type {
  ConsumerGroupSettings,
  LogSettings,
} from '../../../../src/simulator/broker/log/index.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../src/simulator/engine/time.ts';
import { aGroup, aLog, append, TestConsumer } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

function setUp(group: Partial<ConsumerGroupSettings> = {}, log: Partial<LogSettings> = {}) {
  const world = new FakeWorld();
  const orders = aLog(world, log);
  const billing = aGroup(world, orders, group);
  const consumer = (name: string) => new TestConsumer(world, billing, name);
  return { world, log: orders, group: billing, consumer };
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `r${from + index}`);

describe('members and partitions', () => {
  it('KFK-03: each partition has one owner, and members beyond the partitions stand idle', () => {
    const { world, group, consumer } = setUp({}, { partitions: 2 });
    const members = ['a', 'b', 'c'].map(consumer);
    world.advance(MINUTE);
    expect(members.map(({ owned }) => owned.size).sort()).toEqual([0, 1, 1]);
    expect([group.owner(0), group.owner(1)].sort()).toEqual(
      members.filter(({ owned }) => owned.size > 0).map(({ name }) => name),
    );
  });

  it('KFK-02: a member gets the records of a partition in their order, and no partition starves', () => {
    const { world, log, consumer } = setUp({}, { partitions: 2 });
    append(world, log, 0, numbered(0, 100));
    append(world, log, 1, ['other']);
    const a = consumer('a');
    expect(a.bodies(10)).toEqual(numbered(0, 10));
    expect(a.bodies(10)).toEqual(['other', ...numbered(10, 19)]);
    expect(a.bodies(500)).toEqual(numbered(19, 100));
    expect(a.bodies()).toEqual([]);
  });

  it('tells a member whose poll was empty, once, that records have come', () => {
    const { world, log, consumer } = setUp();
    const a = consumer('a');
    append(world, log, 0, ['one', 'two']);
    expect(a.ready).toBe(1);
    expect(a.bodies()).toEqual(['one', 'two']);
    append(world, log, 0, ['three']);
    expect(a.ready).toBe(1);
    expect(a.bodies()).toEqual(['three']);
    expect(a.bodies()).toEqual([]);
    append(world, log, 1, ['four']);
    expect(a.ready).toBe(2);
  });

  it('tells a new owner of the records that wait', () => {
    const { world, log, consumer } = setUp();
    append(world, log, 0, ['one']);
    expect(consumer('a').ready).toBe(1);
  });

  it('KFK-04: groups have offsets of their own, and reading removes nothing', () => {
    const { world, log, group, consumer } = setUp();
    const shipping = aGroup(world, log, {}, 'shipping');
    append(world, log, 0, ['one', 'two']);
    const a = consumer('a');
    a.commitAll(a.poll());
    const b = new TestConsumer(world, shipping, 'b');
    expect(b.bodies(1)).toEqual(['one']);
    expect([group.committed(0), shipping.committed(0)]).toEqual([2, undefined]);
    b.commit(0, 1);
    expect([group.committed(0), shipping.committed(0)]).toEqual([2, 1]);
    expect([group.lag(0), shipping.lag(0)]).toEqual([0, 1]);
  });
});

describe('where a group begins', () => {
  it.each([
    ['earliest', ['old', 'new']],
    ['latest', ['new']],
  ] as const)('KFK-05: with nothing committed, auto.offset.reset=%s decides', (reset, expected) => {
    const { world, log, consumer } = setUp({ autoOffsetReset: reset });
    append(world, log, 0, ['old']);
    const a = consumer('a');
    append(world, log, 0, ['new']);
    expect(a.bodies()).toEqual(expected);
  });

  it.each([
    ['earliest', ['r5', 'r6', 'r7', 'r8', 'r9'], 5],
    ['latest', [], 10],
  ] as const)('KFK-05: a group behind the log start falls to %s', (reset, expected, to) => {
    const { world, log, group, consumer } = setUp(
      { autoOffsetReset: reset },
      { logRetentionBytes: 50 },
    );
    const first = consumer('a');
    append(world, log, 0, numbered(0, 2));
    first.commitAll(first.poll());
    first.close();
    append(world, log, 0, numbered(2, 10));
    expect(log.startOffset(0)).toBe(5);
    const second = consumer('b');
    expect(second.bodies()).toEqual(expected);
    expect(world.of('offset-reset').at(-1)).toMatchObject({ partition: 3 });
    expect(world.of('offset-reset')).toContainEqual(
      expect.objectContaining({ partition: 0, from: 2, to, because: reset }),
    );
    expect(group.position(0)).toBe(10);
  });

  it('KFK-05: a live member whose next record was deleted falls to it, too', () => {
    const { world, log, consumer } = setUp({}, { logRetentionBytes: 50 });
    append(world, log, 0, numbered(0, 5));
    const a = consumer('a');
    expect(a.bodies(1)).toEqual(['r0']);
    append(world, log, 0, numbered(5, 10));
    expect(a.bodies()).toEqual(numbered(5, 10));
    expect(world.of('offset-reset').at(-1)).toMatchObject({ from: 1, to: 5 });
  });

  it('forgets offsets seven days after its last member left', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one']);
    const a = consumer('a');
    a.commitAll(a.poll());
    a.close();
    world.advance(7 * DAY - 1);
    expect(group.committed(0)).toBe(1);
    world.advance(1);
    expect(group.committed(0)).toBeUndefined();
  });

  it('keeps offsets when a member was there in between', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one']);
    const a = consumer('a');
    a.commitAll(a.poll());
    a.close();
    world.advance(6 * DAY);
    consumer('b').close();
    world.advance(2 * DAY);
    expect(group.committed(0)).toBe(1);
  });
});

describe('committing', () => {
  it('KFK-06: work whose commit comes after it is done again after a crash; KFK-10: from the last commit', () => {
    const { world, log, consumer } = setUp();
    append(world, log, 0, ['one', 'two', 'three']);
    const a = consumer('a');
    const [one] = a.poll();
    a.commitAll(one ? [one] : []);
    a.crash();
    const b = consumer('b');
    world.advance(MINUTE);
    expect(b.bodies()).toEqual(['two', 'three']);
  });

  it('KFK-06: work whose commit came before it is lost with a crash', () => {
    const { world, log, consumer } = setUp();
    append(world, log, 0, ['one', 'two', 'three']);
    const a = consumer('a');
    a.commitAll(a.poll(2));
    a.crash();
    const b = consumer('b');
    world.advance(MINUTE);
    expect(b.bodies()).toEqual(['three']);
  });

  it('KFK-07: there is one position, so a later commit covers a record that failed', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['fine', 'poison', 'fine too']);
    const a = consumer('a');
    a.poll();
    a.commit(0, 3);
    a.close();
    expect(consumer('b').bodies()).toEqual([]);
    expect(group.lag(0)).toBe(0);
  });

  it('KFK-07: a record that is never passed blocks its partition and no other', () => {
    const { world, log, consumer } = setUp({}, { partitions: 2 });
    append(world, log, 0, ['poison', 'behind it']);
    append(world, log, 1, ['elsewhere']);
    const a = consumer('a');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(a.bodies(1)).toEqual(attempt === 1 ? ['elsewhere'] : ['poison']);
      a.commit(1, 1);
      expect(world.of('appended')).toHaveLength(3);
      aSeek(a, 0, 0);
    }
    aSeek(a, 0, 1);
    expect(a.bodies(1)).toEqual(['behind it']);

    function aSeek(member: TestConsumer, partition: number, offset: number) {
      expect(member.seek(partition, offset)).toBeUndefined();
    }
  });

  it('takes the offset that a new owner names, whatever the old one had read', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one', 'two', 'three']);
    const a = consumer('a');
    a.poll(2);
    a.close();
    consumer('b').commit(0, 2);
    expect(group.committed(0)).toBe(2);
  });

  it('may go back', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one', 'two']);
    const a = consumer('a');
    a.commitAll(a.poll());
    a.commit(0, 1);
    expect(group.committed(0)).toBe(1);
    expect(world.of('committed').at(-1)).toMatchObject({
      group: 'billing',
      member: 'a',
      committedOffset: 1,
      logEndOffset: 2,
    });
  });

  it.each([
    ['consumer', 'STALE_MEMBER_EPOCH'],
    ['cooperative', 'ILLEGAL_GENERATION'],
  ] as const)('is refused for a partition of somebody else (%s)', (protocol, code) => {
    const { world, log, consumer } = setUp({ protocol }, { partitions: 2 });
    append(world, log, 0, ['one']);
    const a = consumer('a');
    const b = consumer('b');
    world.advance(MINUTE);
    const [other] = b.owned;
    expect(a.commit(other ?? -1, 1)).toMatchObject({ code });
    expect(b.commit(other ?? -1, 1)).toBeUndefined();
  });

  it('KFK-10: a member that was put out is refused, and its successor begins at the last commit', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one', 'two']);
    const a = consumer('a');
    const [, two] = a.poll();
    a.commit(0, 1);
    a.crash();
    world.advance(MINUTE);
    expect(a.commit(0, 2)).toMatchObject({ code: 'UNKNOWN_MEMBER_ID' });
    expect(group.committed(0)).toBe(1);
    expect(consumer('b').bodies()).toEqual([two?.body]);
  });

  it('KFK-11: lag is the log end minus the commit, for each partition', () => {
    const { world, log, group, consumer } = setUp({}, { partitions: 2 });
    append(world, log, 0, numbered(0, 10));
    append(world, log, 1, ['x']);
    expect([group.lag(0), group.lag(1)]).toEqual([10, 1]);
    const a = consumer('a');
    a.poll();
    expect(group.lag(0)).toBe(10);
    a.commit(0, 4);
    expect([group.lag(0), group.lag(1)]).toEqual([6, 1]);
    append(world, log, 0, ['more']);
    expect([group.lag(0), group.lag(1)]).toEqual([7, 1]);
  });

  it('KFK-11: with latest, lag counts from where the group began', () => {
    const { world, log, group, consumer } = setUp({ autoOffsetReset: 'latest' });
    append(world, log, 0, ['before']);
    expect(group.lag(0)).toBe(0);
    const a = consumer('a');
    append(world, log, 0, ['after']);
    expect(group.lag(0)).toBe(1);
    a.commitAll(a.poll());
    expect(group.lag(0)).toBe(0);
  });

  it('KFK-11: a hot key lags alone, and more members than partitions do not help it', () => {
    const { world, log, group, consumer } = setUp({}, { partitions: 2 });
    append(world, log, 0, numbered(0, 100));
    append(world, log, 1, numbered(0, 10));
    const members = ['a', 'b', 'c', 'd'].map(consumer);
    world.advance(MINUTE);
    for (let round = 0; round < 10; round += 1)
      for (const member of members) member.commitAll(member.poll(1));
    expect([group.lag(0), group.lag(1)]).toEqual([90, 0]);
  });
});

describe('members that go', () => {
  it('KFK-08: a crash is noticed when no heartbeat came for 45 s', () => {
    const { world, group, consumer } = setUp();
    const a = consumer('a');
    world.advance(10 * SECOND);
    a.crash();
    const last = 9 * SECOND;
    world.advanceTo(last + 45 * SECOND - 1);
    expect(group.owner(0)).toBe('a');
    world.advanceTo(last + 45 * SECOND);
    expect(group.owner(0)).toBeUndefined();
    expect(world.of('member-left')).toMatchObject([{ member: 'a', because: 'session-timeout' }]);
    expect(world.of('partitions-revoked')).toMatchObject([{ member: 'a', lost: true }]);
  });

  it('KFK-08: a member that is stuck in its work is put out 5 minutes after its poll, heartbeats or not', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['endless']);
    const a = consumer('a');
    world.advance(20 * SECOND);
    a.poll();
    const b = consumer('b');
    world.advance(5 * MINUTE - 1);
    expect(group.owner(0)).toBe('a');
    world.advance(1);
    expect(world.of('member-left')).toMatchObject([{ member: 'a', because: 'poll-interval' }]);
    world.advance(3 * SECOND);
    expect(group.owner(0)).toBe('b');
    expect(b.bodies()).toEqual(['endless']);
  });

  it('KFK-08: who polls in time is never put out, nor who waits for records', () => {
    const { world, log, group, consumer } = setUp();
    const a = consumer('a');
    consumer('waits');
    append(world, log, 0, numbered(0, 20));
    for (let round = 0; round < 20; round += 1) {
      a.poll(1);
      world.advance(4 * MINUTE);
    }
    world.advance(HOUR);
    expect(group.size).toBe(1);
    expect(world.of('member-left')).toMatchObject([{ member: 'a' }]);
  });

  it('KFK-08: close() leaves at once, and a member may commit while it does', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one']);
    const a = consumer('a');
    a.poll();
    a.onRevoked = () => expect(a.commit(0, 1)).toBeUndefined();
    expect(group.position(0)).toBe(1);
    a.close();
    expect([group.owner(0), group.position(0)]).toEqual([undefined, undefined]);
    expect(group.committed(0)).toBe(1);
    expect(world.of('member-left')).toMatchObject([{ because: 'closed' }]);
    expect(consumer('b').bodies()).toEqual([]);
    expect(a.bodies()).toEqual([]);
  });

  it('KFK-08: who crashes and starts again at once waits for its old self to time out', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one']);
    const a = consumer('a');
    a.poll();
    a.crash();
    a.start();
    expect(group.size).toBe(2);
    expect(a.owned.size).toBeLessThan(4);
    world.advance(50 * SECOND);
    expect(group.size).toBe(1);
    expect([...a.owned].sort()).toEqual([0, 1, 2, 3]);
    expect(a.bodies()).toEqual(['one']);
  });

  it('a member that was put out learns it at its next poll, and is in again', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one']);
    const a = consumer('a');
    a.poll();
    a.crash();
    world.advance(MINUTE);
    expect(a.owned.size).toBe(4);
    a.comeBack();
    expect(group.size).toBe(0);
    expect(a.bodies()).toEqual(['one']);
    expect(a.told).toEqual(['+0,1,2,3', '-0,1,2,3 lost', '+0,1,2,3']);
  });
});

describe('replay', () => {
  it('KFK-12: sets the offsets of a group without members by time or to an end', () => {
    const { world, log, group, consumer } = setUp();
    for (const body of ['one', 'two', 'three']) {
      append(world, log, 0, [body]);
      world.advance(HOUR);
    }
    const read = () => {
      const member = consumer('a');
      const bodies = member.bodies();
      member.commit(0, 3);
      member.close();
      return bodies;
    };
    expect(read()).toEqual(['one', 'two', 'three']);
    expect(read()).toEqual([]);
    expect(group.setOffsets(world.now, HOUR)).toBeUndefined();
    expect(world.of('offset-reset')).toContainEqual(
      expect.objectContaining({ partition: 0, from: 3, to: 1, because: 'replay' }),
    );
    expect(read()).toEqual(['two', 'three']);
    group.setOffsets(world.now, 'earliest');
    expect(read()).toEqual(['one', 'two', 'three']);
    group.setOffsets(world.now, 0);
    group.setOffsets(world.now, 'latest');
    expect(read()).toEqual([]);
  });

  it('KFK-12: is refused while the group has members', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one']);
    const a = consumer('a');
    a.commitAll(a.poll());
    expect(group.setOffsets(0, 'earliest')).toMatchObject({ code: 'NON_EMPTY_GROUP' });
    expect(group.committed(0)).toBe(1);
    a.close();
    expect(group.setOffsets(0, 'earliest')).toBeUndefined();
    expect(group.committed(0)).toBe(0);
  });

  it('KFK-12: a new group replays without touching the old one', () => {
    const { world, log, group, consumer } = setUp();
    append(world, log, 0, ['one']);
    const a = consumer('a');
    a.commitAll(a.poll());
    const again = new TestConsumer(world, aGroup(world, log, {}, 'replay'), 'r');
    expect(again.bodies()).toEqual(['one']);
    expect(group.committed(0)).toBe(1);
  });
});

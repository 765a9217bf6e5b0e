import { describe, expect, it } from 'vitest';
import {
  type Acknowledgement,
  type Acquired,
  SHARE_GROUP_DEFAULTS,
  ShareGroup,
  type ShareGroupSettings,
} from '../../../../src/simulator/broker/log/index.ts';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import { aLog, append } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

function setUp(settings: Partial<ShareGroupSettings> = {}, logRetentionBytes?: number) {
  const world = new FakeWorld();
  const log = aLog(world, { partitions: 2, logRetentionBytes });
  const group = new ShareGroup(world, 'workers', log, {
    ...SHARE_GROUP_DEFAULTS,
    autoOffsetReset: 'earliest',
    ...settings,
  });
  const woken: string[] = [];
  const join = (name: string) =>
    group.join(world.now, name, { recordsReady: () => woken.push(name) });
  const take = (member: string, max = 100) => group.acquire(world.now, member, max);
  const told = (member: string, max = 100) =>
    take(member, max).map(({ record, deliveryCount }) => `${record.body}/${deliveryCount}`);
  const settle = (member: string, acquired: readonly Acquired[], how: Acknowledgement) =>
    acquired.map(({ record }) =>
      group.acknowledge(world.now, member, record.partition, record.offset, how),
    );
  const outcomes = () => world.of('record-settled').map(({ outcome }) => outcome);
  join('a');
  join('b');
  return { world, log, group, woken, join, take, told, settle, outcomes };
}

describe('a share group', () => {
  it('KFK-15: many members take records of the same partition, each record by one of them', () => {
    const { world, log, told } = setUp();
    append(world, log, 0, ['one', 'two', 'three']);
    expect(told('a', 1)).toEqual(['one/1']);
    expect(told('b', 1)).toEqual(['two/1']);
    expect(told('a')).toEqual(['three/1']);
    expect(told('b')).toEqual([]);
  });

  it('KFK-15: a lock ends after 30 s, and the record comes again with a higher count', () => {
    const { world, log, told, outcomes } = setUp();
    append(world, log, 0, ['one']);
    told('a');
    world.advance(30 * SECOND - 1);
    expect(told('b')).toEqual([]);
    world.advance(1);
    expect(outcomes()).toEqual(['lock-expired']);
    expect(told('b')).toEqual(['one/2']);
  });

  it('KFK-15: each record is acknowledged on its own; accepted, it is done', () => {
    const { world, log, group, take, told, settle, outcomes } = setUp();
    append(world, log, 0, ['one', 'two', 'three']);
    const [one, two, three] = take('a');
    expect(group.lag(0)).toBe(3);
    settle('a', two ? [two] : [], 'accept');
    settle('a', one && three ? [three, one] : [], 'release');
    expect(outcomes()).toEqual(['accepted', 'released', 'released']);
    expect(told('b')).toEqual(['one/2', 'three/2']);
    expect(group.lag(0)).toBe(2);
    world.advance(60 * SECOND);
    expect(told('a')).toEqual(['one/3', 'three/3']);
  });

  it('KFK-15: rejected, it never comes again', () => {
    const { world, log, group, take, told, settle, outcomes } = setUp();
    append(world, log, 0, ['poison']);
    settle('a', take('a'), 'reject');
    world.advance(60 * SECOND);
    expect(told('b')).toEqual([]);
    expect(outcomes()).toEqual(['rejected']);
    expect(group.lag(0)).toBe(0);
  });

  it.each(['lock-expired', 'released'] as const)(
    'KFK-15: after 5 deliveries it is archived (%s)',
    (because) => {
      const { world, log, group, take, told, settle, outcomes } = setUp();
      append(world, log, 0, ['poison', 'fine']);
      for (let delivery = 1; delivery <= 5; delivery += 1) {
        const [poison, fine] = take('a');
        expect(poison).toMatchObject({ deliveryCount: delivery, record: { body: 'poison' } });
        settle('a', fine ? [fine] : [], 'accept');
        if (because === 'released') settle('a', poison ? [poison] : [], 'release');
        else world.advance(30 * SECOND);
      }
      expect(told('a')).toEqual([]);
      expect(outcomes().filter((outcome) => outcome !== 'accepted')).toEqual([
        ...new Array(4).fill(because),
        'archived',
      ]);
      expect(group.lag(0)).toBe(0);
    },
  );

  it('an acknowledgement that comes after the lock is refused, whoever holds it now', () => {
    const { world, log, take, settle } = setUp();
    append(world, log, 0, ['one']);
    const acquired = take('a');
    expect(settle('b', acquired, 'accept')).toMatchObject([{ code: 'INVALID_RECORD_STATE' }]);
    world.advance(30 * SECOND);
    expect(settle('a', acquired, 'accept')).toMatchObject([{ code: 'INVALID_RECORD_STATE' }]);
    const again = take('b');
    expect(settle('a', acquired, 'accept')).toMatchObject([{ code: 'INVALID_RECORD_STATE' }]);
    expect(settle('b', again, 'accept')).toEqual([undefined]);
    expect(settle('b', again, 'accept')).toMatchObject([{ code: 'INVALID_RECORD_STATE' }]);
  });

  it('each lock ends on its own time, also one that was taken again in between', () => {
    const { world, log, take, told, settle } = setUp();
    append(world, log, 0, ['one', 'two']);
    const one = take('a', 1);
    world.advance(10 * SECOND);
    told('a');
    settle('a', one, 'release');
    world.advance(10 * SECOND);
    expect(told('b')).toEqual(['one/2']);
    world.advance(20 * SECOND);
    expect(told('a')).toEqual(['two/2']);
    world.advance(10 * SECOND - 1);
    expect(told('a')).toEqual([]);
    world.advance(1);
    expect(told('a')).toEqual(['one/3']);
  });

  it('who closes releases what it holds, who crashes makes others wait', () => {
    const { world, log, group, told } = setUp();
    append(world, log, 0, ['one', 'two']);
    told('a', 1);
    told('b', 1);
    group.leave(world.now, 'a');
    expect(told('b')).toEqual(['one/2']);
    expect(told('a')).toEqual([]);
  });

  it('wakes those whose last try was empty, the longest waiting first, no more than find something', () => {
    const { world, log, woken, told } = setUp();
    expect([told('b'), told('a')]).toEqual([[], []]);
    const group = new ShareGroup(world, 'prompt', log, SHARE_GROUP_DEFAULTS);
    const served: string[] = [];
    for (const name of ['x', 'y'])
      group.join(0, name, {
        recordsReady: (now) =>
          served.push(`${name} ${group.acquire(now, name, 1)[0]?.record.body}`),
      });
    append(world, log, 0, ['one']);
    expect(woken).toEqual(['b', 'a']);
    expect(served).toEqual(['x one']);
    append(world, log, 1, ['two']);
    expect(served).toEqual(['x one', 'y two']);
  });

  it('wakes who waits when a lock ends', () => {
    const { world, log, woken, told } = setUp();
    append(world, log, 0, ['one']);
    woken.length = 0;
    told('a');
    expect(told('b')).toEqual([]);
    world.advance(30 * SECOND);
    expect(woken).toEqual(['b']);
  });

  it('begins at the end by default, when its first member joins', () => {
    const { world, log } = setUp();
    append(world, log, 0, ['before']);
    const group = new ShareGroup(world, 'late', log);
    expect(group.acquire(0, 'a', 10)).toEqual([]);
    group.join(0, 'a', { recordsReady: () => undefined });
    append(world, log, 0, ['after']);
    expect(group.acquire(0, 'a', 10)).toMatchObject([{ record: { body: 'after' } }]);
  });

  it('takes turns with the partitions', () => {
    const { world, log, told } = setUp();
    append(world, log, 0, ['one', 'two']);
    append(world, log, 1, ['other']);
    expect([told('a', 1), told('a', 1), told('a', 1)].flat()).toEqual([
      'one/1',
      'other/1',
      'two/1',
    ]);
  });

  it('a record that log retention deleted is not handed out again', () => {
    const { world, log, group, take, told, settle } = setUp({}, 20);
    append(world, log, 0, ['one']);
    const one = take('a');
    append(world, log, 0, ['two', 'three', 'four']);
    settle('a', one, 'release');
    expect(told('a')).toEqual(['three/1', 'four/1']);
    expect(group.lag(0)).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { TransactionCoordinator } from '../../../../src/simulator/broker/log/index.ts';
import { MINUTE, SECOND } from '../../../../src/simulator/engine/time.ts';
import { aGroup, aLog, append, TestConsumer } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

function setUp() {
  const world = new FakeWorld();
  const log = aLog(world);
  const coordinator = new TransactionCoordinator(world);
  const producer = coordinator.init(0, 'copier');
  const consumer = (isolation: 'read_committed' | 'read_uncommitted') =>
    new TestConsumer(world, aGroup(world, log, { isolation }, isolation), 'reader');
  const add = (body: string, partition = 0) => producer.append(world.now, log, { partition, body });
  return { world, log, coordinator, producer, consumer, add };
}

describe('a transaction', () => {
  it('KFK-13: read_committed sees its records when it commits, read_uncommitted at once', () => {
    const { producer, consumer, add } = setUp();
    const [committed, uncommitted] = [consumer('read_committed'), consumer('read_uncommitted')];
    producer.begin(0);
    add('a');
    add('b', 1);
    expect(committed.bodies()).toEqual([]);
    expect(uncommitted.bodies()).toEqual(['a', 'b']);
    expect(producer.commit(0)).toBeUndefined();
    expect(committed.ready).toBeGreaterThan(0);
    expect(committed.bodies()).toEqual(['a', 'b']);
    expect(uncommitted.bodies()).toEqual([]);
  });

  it('KFK-13: what was aborted is seen by read_uncommitted only', () => {
    const { world, log, producer, consumer, add } = setUp();
    producer.begin(0);
    add('aborted');
    producer.abort(0);
    append(world, log, 0, ['after']);
    expect(consumer('read_committed').bodies()).toEqual(['after']);
    expect(consumer('read_uncommitted').bodies()).toEqual(['aborted', 'after']);
    expect(world.of('transaction-ended')).toMatchObject([
      { producer: 'copier', outcome: 'aborted' },
    ]);
  });

  it('an open one holds up what was appended behind it', () => {
    const { world, log, producer, consumer, add } = setUp();
    append(world, log, 0, ['before']);
    producer.begin(0);
    add('inside');
    append(world, log, 0, ['behind']);
    expect([log.lastStableOffset(0), log.endOffset(0)]).toEqual([1, 3]);
    const reader = consumer('read_committed');
    expect(reader.bodies()).toEqual(['before']);
    producer.abort(0);
    expect(log.lastStableOffset(0)).toBe(4);
    expect(reader.bodies()).toEqual(['behind']);
  });

  it('its mark takes an offset, and committing what was polled leaves no lag behind it', () => {
    const { world, log, producer, consumer, add } = setUp();
    producer.begin(0);
    add('a');
    producer.commit(0);
    expect(log.endOffset(0)).toBe(2);
    const reader = consumer('read_committed');
    reader.commitAll(reader.poll());
    expect(world.of('committed')).toMatchObject([{ committedOffset: 2, logEndOffset: 2 }]);
  });

  it.each(['read_committed', 'read_uncommitted'] as const)(
    'its mark leaves no lag either when it comes after the commit of a %s reader',
    (isolation) => {
      const { log, world, producer, consumer, add } = setUp();
      append(world, log, 0, ['before']);
      const reader = consumer(isolation);
      reader.commitAll(reader.poll());
      producer.begin(0);
      add('aborted');
      reader.commitAll(reader.poll());
      producer.abort(0);
      reader.commitAll(reader.poll());
      expect(world.of('committed').at(-1)).toMatchObject({ committedOffset: 3, logEndOffset: 3 });
    },
  );

  it('its mark is not passed over while what came before it is not committed', () => {
    const { world, producer, consumer, add } = setUp();
    producer.begin(0);
    add('a');
    const reader = consumer('read_uncommitted');
    reader.poll();
    producer.commit(0);
    reader.poll();
    expect(world.of('committed')).toEqual([]);
  });

  it('is idempotent, too', () => {
    const { log, producer } = setUp();
    producer.begin(0);
    const stamped = producer.stamp(log, { partition: 0, body: 'once' });
    const first = producer.append(0, log, stamped);
    expect(producer.append(0, log, stamped)).toEqual(first);
    producer.commit(0);
    expect(log.endOffset(0)).toBe(2);
  });

  it.each(['append', 'sendOffsets', 'commit', 'abort'] as const)(
    '%s needs one to be open',
    (call) => {
      const { world, log, producer } = setUp();
      const calls = {
        append: () => producer.append(0, log, { body: '' }),
        sendOffsets: () => producer.sendOffsets(aGroup(world, log), 'a', []),
        commit: () => producer.commit(0),
        abort: () => producer.abort(0),
      };
      expect(calls[call]()).toMatchObject({ code: 'INVALID_TXN_STATE' });
    },
  );

  it('can only be aborted once a part was refused', () => {
    const { log, producer, add } = setUp();
    producer.begin(0);
    expect(producer.begin(0)).toMatchObject({ code: 'INVALID_TXN_STATE' });
    log.setInSyncReplicas(0, 1);
    expect(add('a')).toMatchObject({ code: 'NOT_ENOUGH_REPLICAS' });
    expect(producer.commit(0)).toMatchObject({ code: 'INVALID_TXN_STATE' });
    expect(producer.abort(0)).toBeUndefined();
    expect(producer.begin(0)).toBeUndefined();
  });

  it('a record stamped for an earlier one is refused', () => {
    const { log, producer } = setUp();
    producer.begin(0);
    const stamped = producer.stamp(log, { partition: 0, body: '' });
    producer.abort(0);
    producer.begin(0);
    expect(producer.append(0, log, stamped)).toMatchObject({ code: 'INVALID_TXN_STATE' });
  });

  it('is aborted after a minute, and its producer is fenced', () => {
    const { world, producer, consumer, add } = setUp();
    producer.begin(0);
    add('slow');
    world.advance(MINUTE - 1);
    expect(world.of('transaction-ended')).toEqual([]);
    world.advance(1);
    expect(world.of('transaction-ended')).toMatchObject([{ outcome: 'aborted' }]);
    expect(producer.commit(world.now)).toMatchObject({ code: 'PRODUCER_FENCED' });
    expect(consumer('read_committed').bodies()).toEqual([]);
  });

  it('the minute of one does not end the next', () => {
    const { world, producer } = setUp();
    producer.begin(0);
    producer.commit(0);
    world.advance(30 * SECOND);
    producer.begin(world.now);
    world.advance(40 * SECOND);
    expect(producer.commit(world.now)).toBeUndefined();
  });
});

describe('one transactional id', () => {
  it('KFK-13: has one producer: a second fences the first and aborts what it left open', () => {
    const { world, log, coordinator, producer, consumer, add } = setUp();
    producer.begin(0);
    add('zombie');
    const second = coordinator.init(0, 'copier');
    expect(world.of('transaction-ended')).toMatchObject([{ outcome: 'fenced' }]);
    expect(add('late')).toMatchObject({ code: 'PRODUCER_FENCED' });
    expect(world.of('append-refused')).toMatchObject([{ code: 'PRODUCER_FENCED', log: 'orders' }]);
    expect(producer.begin(0)).toMatchObject({ code: 'PRODUCER_FENCED' });
    second.begin(0);
    expect(second.append(0, log, { partition: 0, body: 'fresh' })).toMatchObject({ partition: 0 });
    second.commit(0);
    expect(consumer('read_committed').bodies()).toEqual(['fresh']);
  });

  it('leaves other ids alone', () => {
    const { coordinator, producer } = setUp();
    producer.begin(0);
    coordinator.init(0, 'other');
    expect(producer.commit(0)).toBeUndefined();
  });
});

describe('offsets in a transaction', () => {
  function copying() {
    const { world, log, coordinator, producer } = setUp();
    const target = aLog(world, { partitions: 1 });
    const group = aGroup(world, log, { isolation: 'read_committed' });
    const copy = (member: TestConsumer, by = producer) => {
      by.begin(world.now);
      for (const { partition, offset, body } of member.poll()) {
        by.append(world.now, target, { partition: 0, body });
        by.sendOffsets(group, member.name, [{ partition, offset: offset + 1 }]);
      }
    };
    const copied = () => target.read(0, 0, 1_000, 'read_committed').records.map(({ body }) => body);
    append(world, log, 0, ['one', 'two']);
    return { world, log, group, coordinator, producer, copy, copied };
  }

  it('KFK-13: count when it commits, together with its records', () => {
    const { world, group, producer, copy, copied } = copying();
    copy(new TestConsumer(world, group, 'a'));
    expect([group.committed(0), copied()]).toEqual([undefined, []]);
    producer.commit(0);
    expect([group.committed(0), copied()]).toEqual([2, ['one', 'two']]);
  });

  it('KFK-13: are gone when it is aborted, so that the next owner copies again, once', () => {
    const { world, group, coordinator, copy, copied } = copying();
    const a = new TestConsumer(world, group, 'a');
    copy(a);
    a.crash();
    world.advance(2 * MINUTE);
    const successor = coordinator.init(world.now, 'copier');
    const b = new TestConsumer(world, group, 'b');
    copy(b, successor);
    successor.commit(world.now);
    expect([group.committed(0), copied()]).toEqual([2, ['one', 'two']]);
  });

  it('the next owner waits until it is decided where to go on', () => {
    const { world, group, producer, copy } = copying();
    const a = new TestConsumer(world, group, 'a');
    copy(a);
    a.close();
    const b = new TestConsumer(world, group, 'b');
    expect(b.owned.has(0)).toBe(true);
    expect(b.bodies()).toEqual([]);
    producer.commit(world.now);
    expect(b.bodies()).toEqual([]);
    expect(group.position(0)).toBe(2);
  });

  it('and goes on from the old commit when it is aborted', () => {
    const { world, group, producer, copy } = copying();
    const a = new TestConsumer(world, group, 'a');
    copy(a);
    a.close();
    const b = new TestConsumer(world, group, 'b');
    expect(b.bodies()).toEqual([]);
    producer.abort(world.now);
    expect(b.ready).toBe(1);
    expect(b.bodies()).toEqual(['one', 'two']);
  });

  it('KFK-13: a member that lost its partitions can not commit its transaction', () => {
    const { world, group, producer, copied } = copying();
    const a = new TestConsumer(world, group, 'a');
    const records = a.poll();
    producer.begin(0);
    a.close();
    const offsets = records.map(({ partition, offset }) => ({ partition, offset: offset + 1 }));
    expect(producer.sendOffsets(group, 'a', offsets)).toMatchObject({ code: 'UNKNOWN_MEMBER_ID' });
    expect(producer.commit(0)).toMatchObject({ code: 'INVALID_TXN_STATE' });
    producer.abort(0);
    expect(new TestConsumer(world, group, 'b').bodies()).toEqual(['one', 'two']);
    expect(copied()).toEqual([]);
  });
});

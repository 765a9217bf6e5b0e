import { describe, expect, it } from 'vitest';
import { IdempotentProducer, type LogRecord } from '../../../../src/simulator/broker/log/index.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/simulator/engine/time.ts';
import { aLog, append } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

const ALL = Number.MAX_SAFE_INTEGER;
const bodies = (records: readonly LogRecord[]) => records.map((record) => record.body);

describe('choosing a partition', () => {
  it('KFK-01: the same key goes to the same partition, and another number of partitions maps keys anew', () => {
    const world = new FakeWorld();
    const four = aLog(world);
    const six = aLog(world, { partitions: 6 });
    const keys = Array.from({ length: 50 }, (_, index) => `customer-${index}`);
    const place = (log: typeof four, key: string) => log.append(0, { key, body: '' });
    const first = keys.map((key) => place(four, key));
    expect(keys.map((key) => place(four, key))).toMatchObject(
      first.map((result) => ({ partition: 'partition' in result ? result.partition : -1 })),
    );
    expect(new Set(first.map((result) => 'partition' in result && result.partition)).size).toBe(4);
    expect(keys.map((key) => four.choosePartition({ key, body: '' }))).not.toEqual(
      keys.map((key) => six.choosePartition({ key, body: '' })),
    );
  });

  it('KFK-01: without a key a producer stays on one partition until it has filled a batch of 16 KB', () => {
    const world = new FakeWorld();
    const log = aLog(world, { partitions: 8 });
    const partitions = Array.from({ length: 64 * 20 }, () =>
      log.choosePartition({ body: '', sizeBytes: 256, by: 'web' }),
    );
    const batches = Array.from(
      { length: 20 },
      (_, batch) => new Set(partitions.slice(batch * 64, batch * 64 + 64)),
    );
    expect(batches.every((batch) => batch.size === 1)).toBe(true);
    expect(new Set(partitions).size).toBeGreaterThan(3);
  });

  it('each producer sticks to a partition of its own', () => {
    const log = aLog(new FakeWorld(), { partitions: 100 });
    const chosen = ['a', 'b', 'c', 'd'].map((by) => log.choosePartition({ body: '', by }));
    expect(new Set(chosen).size).toBeGreaterThan(1);
  });

  it('takes the partition that the producer names, if there is one', () => {
    const log = aLog(new FakeWorld());
    expect(log.append(0, { body: 'x', partition: 3 })).toEqual({ partition: 3, offset: 0 });
    expect(log.append(0, { body: 'x', partition: 4 })).toMatchObject({
      code: 'UNKNOWN_TOPIC_OR_PARTITION',
    });
  });
});

describe('appending and reading', () => {
  it('KFK-02: offsets rise by one in each partition, and every reader sees the same order', () => {
    const world = new FakeWorld();
    const log = aLog(world);
    expect(append(world, log, 0, ['a', 'b'])).toEqual([0, 1]);
    expect(append(world, log, 1, ['c'])).toEqual([0]);
    expect(append(world, log, 0, ['d'])).toEqual([2]);
    expect(bodies(log.read(0, 0, ALL, 'read_uncommitted').records)).toEqual(['a', 'b', 'd']);
    const one = log.read(0, 0, 1, 'read_uncommitted');
    expect(bodies(one.records)).toEqual(['a']);
    expect(bodies(log.read(0, one.next, ALL, 'read_uncommitted').records)).toEqual(['b', 'd']);
  });

  it('KFK-04: reading removes nothing', () => {
    const world = new FakeWorld();
    const log = aLog(world);
    append(world, log, 0, ['a', 'b']);
    const read = () => bodies(log.read(0, 0, ALL, 'read_uncommitted').records);
    expect(read()).toEqual(read());
    expect([log.startOffset(0), log.endOffset(0)]).toEqual([0, 2]);
  });

  it('finds the first offset of a moment', () => {
    const world = new FakeWorld();
    const log = aLog(world);
    for (const body of ['a', 'b', 'c']) {
      append(world, log, 0, [body]);
      world.advance(10 * SECOND);
    }
    const moments = [0, 5, 10, 15, 20, 25].map((seconds) => log.offsetAt(0, seconds * SECOND));
    expect(moments).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it('refuses a record of more than 1 MiB and what Kafka adds', () => {
    const log = aLog(new FakeWorld());
    expect(log.append(0, { body: '', sizeBytes: 1_048_588 })).toMatchObject({ offset: 0 });
    expect(log.append(0, { body: '', sizeBytes: 1_048_589 })).toMatchObject({
      code: 'MESSAGE_TOO_LARGE',
    });
  });

  it('measures key and body in UTF-8 when nobody says a size', () => {
    const world = new FakeWorld();
    aLog(world).append(0, { key: 'é', body: 'abc' });
    expect(world.of('appended')[0]).toMatchObject({ sizeBytes: 5, trace: '' });
  });
});

describe('log retention', () => {
  it('KFK-05: deletes by age, read or not', () => {
    const world = new FakeWorld();
    const log = aLog(world, { logRetentionMs: 3_600_000 });
    append(world, log, 0, ['old']);
    world.advance(30 * MINUTE);
    append(world, log, 0, ['young']);
    world.advanceTo(HOUR - 1);
    expect(log.startOffset(0)).toBe(0);
    world.advanceTo(HOUR);
    expect(log.startOffset(0)).toBe(1);
    expect(bodies(log.read(0, 0, ALL, 'read_uncommitted').records)).toEqual(['young']);
    world.advanceTo(HOUR + 30 * MINUTE);
    expect([log.startOffset(0), log.endOffset(0)]).toEqual([2, 2]);
    expect(append(world, log, 0, ['next'])).toEqual([2]);
    expect(
      world.of('records-deleted').map((event) => [event.logStartOffset, event.because]),
    ).toEqual([
      [1, 'age'],
      [2, 'age'],
    ]);
  });

  it('looks for old records every five minutes, not for each one', () => {
    const world = new FakeWorld();
    const log = aLog(world, { logRetentionMs: 3_600_000 });
    for (let second = 0; second < 600; second += 1) {
      append(world, log, 0, ['x']);
      world.advance(SECOND);
    }
    world.advanceTo(2 * HOUR);
    expect(log.startOffset(0)).toBe(600);
    expect(world.of('records-deleted')).toHaveLength(3);
  });

  it('KFK-05: deletes by size on each append, and never below the limit', () => {
    const world = new FakeWorld();
    const log = aLog(world, { logRetentionBytes: 30 });
    append(world, log, 0, ['a', 'b', 'c']);
    expect(log.startOffset(0)).toBe(0);
    append(world, log, 0, ['d', 'e']);
    expect(bodies(log.read(0, 0, ALL, 'read_uncommitted').records)).toEqual(['c', 'd', 'e']);
    append(world, log, 1, ['alone']);
    expect(log.startOffset(1)).toBe(0);
  });

  it('keeps everything when nothing limits it', () => {
    const world = new FakeWorld();
    const log = aLog(world);
    append(world, log, 0, ['a']);
    world.advanceTo(1000 * HOUR);
    expect(log.startOffset(0)).toBe(0);
  });
});

describe('replicas', () => {
  it('KFK-14: acks=all with min.insync.replicas=2 of 3 survives one broker, not two', () => {
    const world = new FakeWorld();
    const log = aLog(world);
    log.setInSyncReplicas(0, 2);
    expect(log.append(0, { body: 'one lost' })).toMatchObject({ offset: 0 });
    log.setInSyncReplicas(0, 1);
    expect(log.append(0, { body: 'two lost', by: 'web' })).toMatchObject({
      code: 'NOT_ENOUGH_REPLICAS',
    });
    expect(world.of('append-refused')).toMatchObject([{ code: 'NOT_ENOUGH_REPLICAS', by: 'web' }]);
    log.setInSyncReplicas(0, 3);
    expect(log.append(0, { body: 'all back' })).toMatchObject({ offset: 1 });
  });

  it('KFK-14: acks=1 needs the leader alone', () => {
    const log = aLog(new FakeWorld(), { acks: '1' });
    log.setInSyncReplicas(0, 1);
    expect(log.append(0, { body: 'x' })).toMatchObject({ offset: 0 });
    log.setInSyncReplicas(0, 0);
    expect(log.append(0, { body: 'x' })).toMatchObject({ code: 'LEADER_NOT_AVAILABLE' });
  });

  it('can be read with too few replicas for writes, but not with none', () => {
    const world = new FakeWorld();
    const log = aLog(world);
    append(world, log, 0, ['a']);
    log.setInSyncReplicas(0, 1);
    expect(log.read(0, 0, ALL, 'read_uncommitted')).toMatchObject({ next: 1 });
    log.setInSyncReplicas(0, 0);
    expect(log.read(0, 0, ALL, 'read_uncommitted')).toEqual({ records: [], next: 0 });
    const woken: number[] = [];
    log.onAppend((_, partition) => woken.push(partition));
    log.setInSyncReplicas(0, 1);
    expect(woken).toEqual([0, 1, 2, 3]);
    log.setInSyncReplicas(0, 3);
    expect(woken).toHaveLength(4);
  });
});

describe('an idempotent producer', () => {
  const setUp = () => {
    const world = new FakeWorld();
    const log = aLog(world);
    return { world, log, producer: new IdempotentProducer('web') };
  };

  it('KFK-13: sends again what may have arrived, and the log keeps one', () => {
    const { world, log, producer } = setUp();
    const stamped = producer.stamp(log, { key: 'k', body: 'a', traceHeader: 'order-1' });
    const first = producer.append(0, log, stamped);
    const other = producer.append(0, log, producer.stamp(log, { key: 'k', body: 'b' }));
    expect(producer.append(0, log, stamped)).toEqual(first);
    expect(other).toMatchObject({ offset: 1 });
    expect(world.of('append-deduplicated')).toMatchObject([{ offset: 0, trace: 'order-1' }]);
    expect(world.of('appended')).toHaveLength(2);
  });

  it('without it a retry is a second record', () => {
    const { log } = setUp();
    expect(log.append(0, { partition: 0, body: 'a' })).toMatchObject({ offset: 0 });
    expect(log.append(0, { partition: 0, body: 'a' })).toMatchObject({ offset: 1 });
  });

  it('uses a number up only when the log took the record', () => {
    const { log, producer } = setUp();
    log.setInSyncReplicas(0, 1);
    const request = { partition: 0, body: 'a' };
    expect(producer.append(0, log, producer.stamp(log, request))).toMatchObject({
      code: 'NOT_ENOUGH_REPLICAS',
    });
    log.setInSyncReplicas(0, 3);
    expect(producer.append(0, log, producer.stamp(log, request))).toMatchObject({ offset: 0 });
    expect(producer.append(0, log, producer.stamp(log, request))).toMatchObject({ offset: 1 });
  });

  it('counts each partition apart', () => {
    const { log, producer } = setUp();
    const sequences = [0, 1, 0].map((partition) => {
      const stamped = producer.stamp(log, { partition, body: '' });
      producer.append(0, log, stamped);
      return stamped.producer?.sequence;
    });
    expect(sequences).toEqual([0, 0, 1]);
  });

  it('KFK-13: a gap in the numbers is refused, since the record between would come late', () => {
    const { log } = setUp();
    const at = (sequence: number, epoch = 0) =>
      log.append(0, { partition: 0, body: '', producer: { id: 'web', epoch, sequence } });
    expect(at(0)).toMatchObject({ offset: 0 });
    expect(at(2)).toMatchObject({ code: 'OUT_OF_ORDER_SEQUENCE_NUMBER' });
    expect(at(1)).toMatchObject({ offset: 1 });
    expect(at(1, 1)).toMatchObject({ code: 'OUT_OF_ORDER_SEQUENCE_NUMBER' });
    expect(at(0, 1)).toMatchObject({ offset: 2 });
    expect(at(2, 0)).toMatchObject({ code: 'INVALID_PRODUCER_EPOCH' });
  });

  it('forgets what is more than five batches of a hundred old', () => {
    const { log } = setUp();
    const at = (sequence: number) =>
      log.append(0, { partition: 0, body: '', producer: { id: 'web', epoch: 0, sequence } });
    for (let sequence = 0; sequence < 501; sequence += 1) at(sequence);
    expect(at(1)).toEqual({ partition: 0, offset: 1 });
    expect(at(0)).toMatchObject({ code: 'OUT_OF_ORDER_SEQUENCE_NUMBER' });
  });
});

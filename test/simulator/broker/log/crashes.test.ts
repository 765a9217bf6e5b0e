import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RebalanceProtocol } from '../../../../src/simulator/broker/log/index.ts';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import { runs } from '../../../fixtures/runs.ts';
import { aGroup, aLog, append, TestConsumer } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

const PARTITIONS = 3;
const PROTOCOLS = ['eager', 'cooperative', 'consumer'] as const;

/** Consumers that poll every second, and may die between what they do before and after they commit. */
function work(
  protocol: RebalanceProtocol,
  order: 'work, then commit' | 'commit, then work',
  crashes: readonly number[],
): { done: string[]; all: string[] } {
  const world = new FakeWorld();
  const log = aLog(world, { partitions: PARTITIONS });
  const group = aGroup(world, log, { protocol });
  const all = Array.from({ length: 90 }, (_, index) => `r${index}`);
  for (const [index, body] of all.entries()) append(world, log, index % PARTITIONS, [body]);
  const done: string[] = [];
  const living = new Set([0, 1].map((index) => new TestConsumer(world, group, `m${index}`)));
  for (let second = 0; second < 900; second += 1) {
    for (const consumer of [...living]) {
      const records = consumer.poll(2);
      const commitAll = () => consumer.commitAll(records);
      const doAll = () => done.push(...records.map(({ body }) => body));
      const [first, then] = order === 'work, then commit' ? [doAll, commitAll] : [commitAll, doAll];
      first();
      if (crashes.includes(second)) {
        consumer.crash();
        living.delete(consumer);
        living.add(new TestConsumer(world, group, `m${second} after ${consumer.name}`));
      } else then();
    }
    world.advance(SECOND);
  }
  return { done, all };
}

describe('what a crash costs', () => {
  const crashes = fc.array(fc.nat(60), { minLength: 1, maxLength: 4 });

  it.each(PROTOCOLS)('KFK-06 (%s): who commits after the work loses nothing', (protocol) => {
    fc.assert(
      fc.property(crashes, (seconds) => {
        const { done, all } = work(protocol, 'work, then commit', seconds);
        expect(new Set(done)).toEqual(new Set(all));
      }),
      runs(40),
    );
  });

  it.each(PROTOCOLS)('KFK-06 (%s): who commits before the work repeats nothing', (protocol) => {
    fc.assert(
      fc.property(crashes, (seconds) => {
        const { done } = work(protocol, 'commit, then work', seconds);
        expect(new Set(done).size).toBe(done.length);
      }),
      runs(40),
    );
  });

  it('KFK-06: both costs are real: one repeats, the other loses', () => {
    const after = work('consumer', 'work, then commit', [5]);
    expect(after.done.length).toBeGreaterThan(after.all.length);
    const before = work('consumer', 'commit, then work', [5]);
    expect(before.done.length).toBeLessThan(before.all.length);
  });
});

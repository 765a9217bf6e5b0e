import { describe, expect, it } from 'vitest';
import { RecentStory } from '../../../../src/commands/sim/live/recent-story.ts';
import type { SimulationEvent } from '../../../../src/simulator/events/index.ts';
import { clockFor } from '../../../../src/simulator/observers/index.ts';

const scaled = (at: number): SimulationEvent => ({
  kind: 'scaled',
  at,
  consumer: 'workers',
  from: 1,
  to: 2,
  backlogPerWorker: 9,
});
const rings = (at: number): SimulationEvent => ({
  kind: 'alarm-state',
  at,
  alarm: 'backlog',
  state: 'alarm',
  value: 9,
});

describe('the recent story', () => {
  it('doesn’t let a storm of one kind hide the rest', () => {
    const story = new RecentStory(clockFor(0));
    story.add(rings(1));
    for (let at = 2; at < 500; at += 1) story.add(scaled(at));
    const lines = story.lines();
    expect(lines[0]).toEqual({ atMicros: 1, words: 'the alarm backlog rings' });
    expect(lines.map(({ atMicros }) => atMicros)).toEqual([1, 494, 495, 496, 497, 498, 499]);
  });

  it('says what the event itself doesn’t know', () => {
    const story = new RecentStory(clockFor(0));
    story.add(rings(1), ': it rang before');
    expect(story.lines()[0]?.words).toBe('the alarm backlog rings: it rang before');
  });

  it('holds no more than the last thirty lines', () => {
    const story = new RecentStory(clockFor(0));
    const kinds = ['expired', 'purged', 'dead-lettered', 'deduplicated', 'redriven'] as const;
    const stored = { queue: 'orders', message: 'm1', trace: 'shop-1', to: 'dlq', by: 'shop' };
    const more = { receiveCount: 1, retentionFrom: 0 };
    for (let at = 0; at < 200; at += 1) {
      for (const kind of kinds) story.add({ ...stored, ...more, kind, at });
      story.add(rings(at));
    }
    expect(story.lines()).toHaveLength(30);
    expect(story.lines().every(({ atMicros }) => atMicros >= 194)).toBe(true);
  });
});

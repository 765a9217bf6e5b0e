import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/domain/exercise.ts';
import { looksOf } from '../../../src/exercises/diagnose/looks.ts';
import type { Shown } from '../../../src/exercises/diagnose/shown.ts';
import { SECOND } from '../../../src/simulator/engine/time.ts';
import type { AlarmState } from '../../../src/simulator/events/index.ts';
import { runScenario } from '../../../src/simulator/scenario/index.ts';
import { exerciseOf, MAIL, ready } from '../exercise.ts';

function looking(at: string | undefined, ...shows: Look['shows'][]) {
  const looks = shows.map((each) => ({ title: 'look', minutes: 1, shows: each }));
  return ready(exerciseOf({ kind: 'diagnose', at, looks, causes: [], actions: [], solution: [] }));
}

function shown<Kind extends Shown['kind']>(
  kind: Kind,
  at: string | undefined,
  shows: Look['shows'] & { kind: Kind },
): Extract<Shown, { kind: Kind }> {
  const [found] = looksOf(looking(at, shows));
  if (found?.kind !== kind) throw new Error(`no ${kind}`);
  return found as Extract<Shown, { kind: Kind }>;
}

describe('a look at a metric over time', () => {
  it('has equal steps up to the moment, and its values then', () => {
    const { points, unit } = shown('series', '60s', { kind: 'series', metric: 'produced' });
    expect(unit).toBe('count');
    expect(points.map(({ at }) => at)).toEqual(
      Array.from({ length: 60 }, (_, second) => (second + 1) * SECOND),
    );
    const values = points.map(({ value = 0 }) => value);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values.at(-1)).toBeGreaterThan(30);
    expect(values.at(-1)).toBeLessThan(90);
  });

  it('has no value where nothing was measured yet', () => {
    const { points } = shown('series', '2s', { kind: 'series', metric: 'latency.p99' });
    expect(points[0]?.value).toBeUndefined();
  });

  it('ends with the run where no moment is given', () => {
    const { points } = shown('series', undefined, { kind: 'series', metric: 'duplicates' });
    const run = runScenario(looking(undefined).scenario);
    expect(points.at(-1)).toEqual({ at: run.endedAt, value: run.report.duplicates });
  });
});

describe('a look at values', () => {
  it('shows what they are at the moment, in words', () => {
    const shows = {
      kind: 'values',
      metrics: ['queues.reports.depth.end', 'consumers.workers.utilisation', 'cost.dollars'],
    } as const;
    const { values } = shown('values', '1m', shows);
    expect(values.map(({ metric }) => metric)).toEqual(shows.metrics);
    expect(values[1]?.words).toMatch(/^\d+(\.\d+)? %$/);
    expect(values[2]?.words).toMatch(/^\$/);
  });
});

describe('a look at a log', () => {
  it('shows the last lines of a consumer’s workers, in order, and how long things take', () => {
    const { lines } = shown('log', '1m', { kind: 'log', of: 'workers' });
    expect(lines).toHaveLength(12);
    expect(lines.every((line) => /workers-\d/.test(line))).toBe(true);
    const times = lines.map((line) => Number.parseFloat(line));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(60);
    expect(lines.join('\n')).toContain('is done with');
    expect(lines.join('\n')).toContain('with an old handle: nothing happens');
  });

  it('shows a service’s answers and a producer’s sends', () => {
    const service = shown('log', '1m', { kind: 'log', of: 'smtp' }).lines.join('\n');
    expect(service).toMatch(/smtp answers workers-\d after 100 ms: ok/);
    const producer = shown('log', '1m', { kind: 'log', of: 'customers' }).lines;
    expect(producer.every((line) => line.includes('customers sends customers-'))).toBe(true);
  });

  it('tells nothing of faults: nobody in the system knows of them', () => {
    const patient = MAIL.replace('visibilityTimeout: 2s', 'visibilityTimeout: 30s');
    const text = `${patient}faults:\n  - { crash: workers, chance: 1/4 }\n`;
    const exercise = exerciseOf(
      {
        kind: 'diagnose',
        at: '1m',
        looks: [
          { title: '', minutes: 1, shows: { kind: 'log', of: 'workers' } },
          { title: '', minutes: 1, shows: { kind: 'story', metric: 'redeliveries' } },
        ],
        causes: [],
        actions: [],
        solution: [],
      },
      { scenario: { kind: 'own', text, line: 1 } },
    );
    const lines = looksOf(ready(exercise)).flatMap((each) => ('lines' in each ? each.lines : []));
    expect(lines.join('\n')).toContain('is down');
    expect(lines.join('\n')).toMatch(/the visibility timeout of customers-\d+ runs out/);
    expect(lines.join('\n')).not.toContain('fault:');
  });
});

describe('a look at one item', () => {
  it('follows it up to the moment, without a reason', () => {
    const { item, lines } = shown('story', '1m', { kind: 'story', metric: 'duplicates' });
    expect(item).toMatch(/^customers-\d+$/);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(lines.every((line) => Number.parseFloat(line) <= 60)).toBe(true);
    expect(lines.join('\n')).toContain(`the visibility timeout of ${item} runs out`);
    expect(lines.join('\n')).not.toMatch(/Why:|What helps:/);
  });

  it('doesn’t look ahead', () => {
    const { lines } = shown('story', '3s', { kind: 'story', metric: 'redeliveries' });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => Number.parseFloat(line) <= 3)).toBe(true);
  });

  it('has nothing to show before it happens', () => {
    const found = shown('story', '1s', { kind: 'story', metric: 'duplicates' });
    expect(found).toEqual({ kind: 'story', item: undefined, lines: [] });
  });
});

describe('a look at alarms', () => {
  it('shows those that ring first, since when, and what they watch', () => {
    const { alarms } = shown('alarms', '2m', { kind: 'alarms' });
    expect(alarms.map(({ alarm }) => alarm)).toEqual(['twice', 'backlog']);
    const [twice, backlog] = alarms;
    expect((twice?.since ?? 0) % (10 * SECOND)).toBe(0);
    expect(twice?.words).toMatch(/^duplicates above 3, now \d+$/);
    expect(backlog?.since).toBeUndefined();
    expect(backlog?.words).toMatch(/^queues\.reports\.depth\.end above 50, now \d+$/);
  });

  it('shows none as ringing that is over', () => {
    const text = MAIL.replace(
      'alarms:',
      'alarms:\n  busy: { metric: queues.reports.inFlight.end, above: 1, every: 1s }',
    );
    const states: AlarmState[] = [];
    const read = exerciseOf(
      { kind: 'predict', asks: [] },
      { scenario: { kind: 'own', text, line: 1 } },
    );
    const { scenario } = ready(read);
    runScenario(scenario, {
      see: (event) => {
        if (event.kind === 'alarm-state' && event.alarm === 'busy') states.push(event);
      },
    });
    for (const { at, state } of states.slice(0, 4)) {
      const looks = [{ title: '', minutes: 1, shows: { kind: 'alarms' } as const }];
      const parts = { looks, causes: [], actions: [], solution: [] };
      const task = { kind: 'diagnose', at: `${at / SECOND}s`, ...parts } as const;
      const [seen] = looksOf(ready({ ...read, task }));
      const alarms = seen?.kind === 'alarms' ? seen.alarms : [];
      const busy = alarms.find(({ alarm }) => alarm === 'busy');
      expect(busy?.since).toBe(state === 'alarm' ? at : undefined);
    }
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['alarm', 'ok']));
  });

  it('shows them as they were at the moment', () => {
    const { alarms } = shown('alarms', '5s', { kind: 'alarms' });
    expect(alarms.map(({ since }) => since)).toEqual([undefined, undefined]);
  });
});

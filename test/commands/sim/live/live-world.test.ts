import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../../src/simulator/events/index.ts';
import { runScenario } from '../../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../../src/simulator/settings/scenario.ts';
import type { Reading } from '../../../../src/tui/index.tsx';
import { runs } from '../../../fixtures/runs.ts';
import { EVER, SHOP, STREAMS, scenarioOf, traceHash, worldOf } from './shop.ts';

const SECOND = 1_000_000;

function headless(scenario: Scenario): string {
  const { see, digest } = traceHash();
  runScenario(scenario, { see });
  return digest();
}

function amount(reading: Reading | undefined, label: string): number | undefined {
  return [...(reading?.parts ?? []), ...(reading?.counts ?? [])].find((one) => one.label === label)
    ?.value;
}

describe('the world behind the live view', () => {
  it('goes the way of the run without a screen, in whatever slices time passes and whatever is looked at', () => {
    const scenarios = [SHOP, STREAMS].map((text) => {
      const scenario = scenarioOf(text);
      return { scenario, digest: headless(scenario) };
    });
    const slice = fc.oneof(fc.constant('step' as const), fc.nat(3 * SECOND));
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.array(slice, { minLength: 1, maxLength: 40 }),
        ({ scenario, digest }, slices) => {
          const hash = traceHash();
          const world = worldOf(scenario, hash.see);
          for (let turn = 0; !world.snapshot().ended && turn < 2_000; turn += 1) {
            const next = slices[turn % slices.length] ?? 0;
            if (next === 'step') world.step();
            else world.advance(next + 1);
            world.follow(world.items('')[3]?.trace);
          }
          // Slices of a microsecond would take for ever.
          world.advance(EVER);
          expect(hash.digest()).toBe(digest);
        },
      ),
      runs(6),
    );
  });

  it('comes to the same run as without a screen', () => {
    const scenario = scenarioOf(SHOP);
    const world = worldOf(scenario);
    expect(world.run).toBeUndefined();
    world.advance(EVER);
    expect(world.run).toEqual(runScenario(scenario));
    expect(world.run?.faults.length).toBeGreaterThan(0);
  });

  it('begins anew with the same seed, and without what was broken by hand', () => {
    const scenario = scenarioOf(SHOP);
    const seen: SimulationEvent[] = [];
    const world = worldOf(scenario, (event) => seen.push(event));
    world.advance(10 * SECOND);
    world.follow('shoppers-9');
    world.inject('down pickers');
    world.advance(EVER);
    seen.length = 0;
    world.restart();
    expect(world.snapshot()).toMatchObject({ nowMicros: 0, followed: { trace: 'shoppers-9' } });
    expect(world.snapshot().ended).toBeUndefined();
    world.advance(EVER);
    const hash = traceHash();
    // The first events come while the new run is made.
    for (const event of seen) hash.see(event);
    expect(hash.digest()).toBe(headless(scenario));
    expect(world.snapshot().followed?.lines.length).toBeGreaterThan(3);
  });

  it('shows at every moment what the report says of that moment', () => {
    const world = worldOf(scenarioOf(SHOP));
    for (let second = 0; second < 40; second += 1) {
      world.advance(SECOND);
      world.step();
      const { readings, totals } = world.snapshot();
      const of = (name: string, label: string) => amount(readings.get(name), label) ?? Number.NaN;
      const produced = totals.find(({ label }) => label === 'produced')?.value;
      expect(of('shoppers', 'made')).toBe(produced);
      const there = of('orders', 'visible') + of('orders', 'in flight');
      expect(of('orders', 'sent')).toBe(
        there + of('orders', 'deleted') + of('orders', 'dead letters'),
      );
      const pickers = ['busy', 'idle', 'paused', 'down'].map((state) => of('pickers', state));
      expect(pickers.reduce((sum, count) => sum + count)).toBe(3);
      expect(of('shelf', 'left') + of('shelf', 'applied')).toBe(200);
    }
  });

  it('ends with the numbers of the report', () => {
    for (const text of [SHOP, STREAMS]) {
      const world = worldOf(scenarioOf(text));
      world.advance(EVER);
      const { readings } = world.snapshot();
      const { run } = world;
      if (!run) throw new Error('the run is not over');
      for (const [name, report] of Object.entries(run.report.queues)) {
        const reading = readings.get(name);
        expect(amount(reading, 'visible')).toBe(report.depth.end);
        expect(amount(reading, 'in flight')).toBe(report.inFlight.end);
        expect(amount(reading, 'sent')).toBe(report.sent);
        expect(amount(reading, 'deleted')).toBe(report.deleted);
      }
      for (const [name, report] of Object.entries(run.report.consumers)) {
        expect(amount(readings.get(name), 'done')).toBe(report.done);
        expect(amount(readings.get(name), 'failed')).toBe(report.failed);
        expect(amount(readings.get(name), 'crashes')).toBe(report.crashes);
      }
      for (const [name, report] of Object.entries(run.report.services))
        expect(amount(readings.get(name), 'answered')).toBe(report.ok);
      for (const [name, report] of Object.entries(run.report.topics))
        expect(amount(readings.get(name), 'delivered')).toBe(report.delivered);
    }
  });

  it('shows how far each group is behind its log', () => {
    const world = worldOf(scenarioOf(STREAMS));
    world.advance(14 * SECOND);
    const reading = world.snapshot().readings.get('clicks');
    expect(reading?.parts.map(({ label }) => label)).toEqual([
      'behind: counters',
      'behind: archive',
    ]);
    expect(amount(reading, 'behind: counters')).toBeGreaterThan(0);
    world.advance(EVER);
    const groups = world.run?.report.groups ?? {};
    const after = world.snapshot().readings.get('clicks');
    for (const [name, { lag }] of Object.entries(groups))
      expect(amount(after, `behind: ${name}`)).toBe(lag.end);
  });

  it('says what is wrong with a node while it is wrong', () => {
    const world = worldOf(scenarioOf(SHOP));
    const warning = (name: string) => world.snapshot().readings.get(name)?.warning;
    world.advance(19 * SECOND);
    expect(warning('courier')).toBeUndefined();
    world.advance(2 * SECOND);
    expect(warning('courier')).toBe('5 times as slow');
    world.inject('down pickers');
    expect(warning('pickers')).toBe('down');
    world.advance(9 * SECOND);
    expect(warning('courier')).toBeUndefined();
    expect(warning('pickers')).toBe('down');
    world.advance(22 * SECOND);
    expect(warning('pickers')).toBeUndefined();
  });

  it('lets every fault that it offers strike at once', () => {
    for (const text of [SHOP, STREAMS]) {
      const fired: string[] = [];
      const world = worldOf(scenarioOf(text), (event) => {
        if (event.kind === 'fault-fired') fired.push(`${event.target} ${event.what}`);
      });
      world.advance(SECOND);
      const offers = world.faults();
      expect(new Set(offers.map(({ key }) => key)).size).toBe(offers.length);
      for (const { key, label } of offers) {
        fired.length = 0;
        expect(world.inject(key)).toBe(`at 0:01.000: ${label}`);
        // An item that nobody made yet can't be struck yet.
        expect(fired).toHaveLength(key.startsWith('poison') ? 0 : 1);
      }
    }
  });

  it('poisons the next item', () => {
    const world = worldOf(scenarioOf(SHOP.replace('  - { poison: shoppers, chance: 1/50 }\n', '')));
    world.advance(3 * SECOND);
    const made = amount(world.snapshot().readings.get('shoppers'), 'made') ?? 0;
    world.inject('poison shoppers');
    world.follow(`shoppers-${made + 1}`);
    world.advance(40 * SECOND);
    const words = world.snapshot().followed?.lines.map((line) => line.words) ?? [];
    expect(words.some((line) => line.includes('it can never be processed'))).toBe(true);
    expect(words.at(-1)).toContain('orders-dlq');
  });

  it('says why nothing can be broken any more', () => {
    const world = worldOf(scenarioOf(SHOP));
    world.advance(55 * SECOND);
    world.inject('down pickers');
    world.advance(5 * SECOND);
    expect(world.snapshot().ended).toBeUndefined();
    expect(world.inject('crash pickers')).toContain('too late: since 1:00.000');
    world.advance(EVER);
    expect(world.inject('crash pickers')).toContain('the run is over');
    expect(world.inject('nonsense')).toContain('nothing like that');
  });

  it('finds the newest items by a part of their names, and tells what became of them', () => {
    const world = worldOf(scenarioOf(SHOP));
    expect(world.items('')).toEqual([]);
    world.advance(30 * SECOND);
    const numbers = world.items('').map(({ trace }) => Number(trace.replace('shoppers-', '')));
    expect(numbers).toHaveLength(40);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(world.items('s-17').map(({ trace }) => trace)).toContain('shoppers-17');
    expect(world.items('nobody')).toEqual([]);
    expect(world.items('').every(({ about }) => about.length > 3)).toBe(true);
  });

  it('shows the past of a message that is followed, and what comes after', () => {
    const world = worldOf(scenarioOf(SHOP));
    world.advance(3 * SECOND);
    world.follow('shoppers-2');
    const before = world.snapshot().followed?.lines ?? [];
    expect(before[0]?.words).toBe('shoppers makes shoppers-2 for orders');
    expect(before.length).toBeGreaterThan(4);
    world.follow(undefined);
    expect(world.snapshot().followed).toBeUndefined();
  });

  it('tells at the end how the checks came out, and the stories of those that failed', () => {
    const world = worldOf(scenarioOf(SHOP));
    world.advance(EVER);
    const { ended, checks } = world.snapshot();
    expect(ended?.words).toBe('The run is over: nothing is left to do.');
    expect(checks.map(({ standing }) => standing)).toEqual(['fails', 'holds', 'holds']);
    // Told once, however often it is drawn.
    expect(world.snapshot().ended?.lines).toBe(ended?.lines);
    // The screen lists the checks itself.
    expect(ended?.lines.filter((line) => line.startsWith('FAILS'))).toEqual([]);
    expect(ended?.lines.filter((line) => line.startsWith('duplicates is'))).toHaveLength(1);
    expect(ended?.lines.some((line) => line.startsWith('Why: '))).toBe(true);
    // The times are those of the screen's clock, as the story of the run and of a followed item.
    const story = ended?.lines.filter((line) => line.includes('shoppers-')) ?? [];
    expect(story.filter((line) => /^\d+:\d\d\.\d{3} {2}/.test(line)).length).toBeGreaterThan(2);
    expect(story.filter((line) => /\d+\.\d{3} s {2}/.test(line))).toEqual([]);
    // How long something is hidden is told by the same clock.
    expect(story.join('\n')).toMatch(/hidden until \d+:\d\d\.\d{3}/);
  });

  it('tells from memory what failed where something was broken by hand', () => {
    const world = worldOf(scenarioOf(SHOP));
    world.advance(5 * SECOND);
    world.inject('redeliver orders');
    world.advance(EVER);
    const { ended } = world.snapshot();
    expect(ended?.lines[0]).toContain('You broke it by hand 1 time');
    expect(world.brokenByHand).toBe(1);
    const story = ended?.lines.findIndex((line) => line.includes('Look at shoppers-')) ?? -1;
    expect(story).toBeGreaterThan(0);
    expect(ended?.lines.slice(story + 1).join('\n')).toContain('shelf');
  });
});

import { describe, expect, it } from 'vitest';
import { EventCalendar } from '../../../src/simulator/engine/index.ts';
import { SECOND } from '../../../src/simulator/engine/time.ts';
import type { FaultFired } from '../../../src/simulator/events/index.ts';
import { FaultPlan } from '../../../src/simulator/faults/index.ts';
import type { FaultSettings } from '../../../src/simulator/settings/fault.ts';

const HEALS_AT = 100 * SECOND;

function fault(settings: Partial<FaultSettings>): FaultSettings {
  return {
    what: 'crash',
    target: 'workers',
    chance: undefined,
    at: [],
    items: [],
    for: undefined,
    when: undefined,
    factor: undefined,
    by: undefined,
    ...settings,
  };
}

function planOf(
  faults: readonly FaultSettings[],
  options: { seed?: number; allowed?: string[] } = {},
) {
  const calendar = new EventCalendar();
  const told: FaultFired[] = [];
  const plan = new FaultPlan(
    {
      seed: options.seed ?? 1,
      now: () => calendar.now,
      at: (time, run) => calendar.at(time, run),
      emit: (event) => told.push(event),
    },
    HEALS_AT,
    options.allowed && new Set(options.allowed),
  );
  for (const one of faults) plan.add(one);
  return { plan, calendar, told };
}

function struckOf(
  faults: readonly FaultSettings[],
  options?: { seed?: number; allowed?: string[] },
) {
  const { plan, told } = planOf(faults, options);
  for (let item = 1; item <= 2_000; item += 1)
    plan.strikes('crash', 'workers', { name: `item ${item}`, trace: `buyers-${item}` });
  return told.map(({ key }) => key);
}

describe('a fault by chance', () => {
  it('strikes about as often as its chance says', () => {
    const struck = struckOf([fault({ chance: 0.1 })]).length;
    expect(struck).toBeGreaterThan(150);
    expect(struck).toBeLessThan(250);
  });

  it('strikes the same opportunities in each run of a seed, and others with another seed', () => {
    const faults = [fault({ chance: 0.1 })];
    expect(struckOf(faults)).toEqual(struckOf(faults));
    expect(struckOf(faults, { seed: 2 })).not.toEqual(struckOf(faults));
  });

  it('leaves all other occurrences as they were when one is taken away', () => {
    const all = struckOf([fault({ chance: 0.1 })]);
    const [first, ...others] = all;
    expect(first).toBeDefined();
    expect(struckOf([fault({ chance: 0.1 })], { allowed: others })).toEqual(others);
  });

  it('strikes never at 0 and always at 1', () => {
    expect(struckOf([fault({ chance: 0 })])).toHaveLength(0);
    expect(struckOf([fault({ chance: 1 })])).toHaveLength(2_000);
  });

  it('strikes only at the moment in the work that it names', () => {
    const { plan } = planOf([fault({ chance: 1, when: 'before-delete' })]);
    const at = (when: FaultSettings['when']) =>
      plan.strikes('crash', 'workers', { name: 'a', trace: 'a', when });
    expect(at('after-effect')).toBeUndefined();
    expect(at('before-delete')).toBeDefined();
  });

  it('has stopped when faults heal', () => {
    const { plan, calendar } = planOf([fault({ chance: 1 })]);
    calendar.runUntil(HEALS_AT);
    expect(plan.strikes('crash', 'workers', { name: 'a', trace: 'a' })).toBeUndefined();
  });
});

describe('a fault that names items', () => {
  it('strikes these and no others', () => {
    const { plan } = planOf([fault({ items: ['buyers-2'] })]);
    const strikes = (trace: string) => plan.strikes('crash', 'workers', { name: trace, trace });
    expect(strikes('buyers-1')).toBeUndefined();
    expect(strikes('buyers-2')).toBeDefined();
  });

  it('poisons for good, and is told once', () => {
    const { plan, calendar, told } = planOf([
      fault({ what: 'poison', target: 'buyers', items: ['buyers-2'] }),
    ]);
    expect(plan.poisons('buyers', 'buyers-1')).toBe(false);
    expect(plan.poisons('buyers', 'buyers-2')).toBe(true);
    calendar.runUntil(HEALS_AT + 1);
    expect(plan.poisons('buyers', 'buyers-2')).toBe(true);
    expect(told).toHaveLength(1);
  });
});

describe('a scheduled fault', () => {
  it('strikes at its moments', () => {
    const { plan, calendar } = planOf([]);
    const struck: number[] = [];
    plan.onStrike('crash', 'workers', () => struck.push(calendar.now));
    plan.add(fault({ at: [3 * SECOND, 5 * SECOND, HEALS_AT] }));
    calendar.runUntil(2 * HEALS_AT);
    expect(struck).toEqual([3 * SECOND, 5 * SECOND]);
  });

  it('strikes everyone who asked to be told', () => {
    const { plan, calendar } = planOf([]);
    const struck: string[] = [];
    plan.onStrike('down', 'orders', () => struck.push('workers'));
    plan.onStrike('down', 'orders', () => struck.push('others'));
    plan.add(fault({ what: 'down', target: 'orders', at: [SECOND] }));
    calendar.runUntil(HEALS_AT);
    expect(struck).toEqual(['workers', 'others']);
  });

  it('lasts for its time, and no longer than until faults heal', () => {
    const { plan, calendar } = planOf([
      fault({ what: 'down', target: 'db', at: [3 * SECOND, 99 * SECOND], for: 10 * SECOND }),
    ]);
    const isDownAt = (seconds: number) => {
      calendar.runUntil(seconds * SECOND);
      return plan.lasting('down', 'db') !== undefined;
    };
    expect([2, 3, 12, 13, 99, 100].map(isDownAt)).toEqual([false, true, true, false, true, false]);
  });

  it('is left out when the list of what may strike leaves it out', () => {
    const { plan, calendar } = planOf([], { allowed: [`0@${5 * SECOND}`] });
    const struck: number[] = [];
    plan.onStrike('crash', 'workers', () => struck.push(calendar.now));
    plan.add(fault({ at: [3 * SECOND, 5 * SECOND] }));
    calendar.runUntil(HEALS_AT);
    expect(struck).toEqual([5 * SECOND]);
  });

  it('tells what happened in words', () => {
    const { calendar, told } = planOf([fault({ at: [SECOND] })]);
    calendar.runUntil(HEALS_AT);
    expect(told.map(({ at, target, what }) => [at, target, what])).toEqual([
      [SECOND, 'workers', 'crashes'],
    ]);
  });
});

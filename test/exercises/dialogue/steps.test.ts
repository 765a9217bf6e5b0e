import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knob } from '../../../src/domain/exercise.ts';
import { quantityOf } from '../../../src/exercises/amounts/quantity.ts';
import { stepsOf } from '../../../src/exercises/dialogue/steps.ts';
import { turned } from '../../../src/exercises/tune/knob.ts';

const knob = (from: string, to: string): Knob => ({ path: 'x', label: '', range: { from, to } });
const steps = (from: string, to: string, now = '') => stepsOf(knob(from, to), now).join(' ');

describe('the steps of a knob', () => {
  it.each([
    ['5s', '10m', '5s 10s 15s 20s 30s 45s 1min 2min 3min 5min 10min'],
    ['0s', '1min', '0s 5s 10s 15s 20s 25s 30s 35s 40s 45s 50s 55s 1min'],
    ['1ms', '1s', '1ms 2ms 5ms 10ms 20ms 50ms 100ms 200ms 500ms 1s'],
    ['1min', '14d', '1min 5min 15min 30min 1h 3h 6h 12h 1d 3d 7d 14d'],
    ['10', '20', '10 11 12 13 14 15 16 17 18 19 20'],
    ['1', '3', '1 2 3'],
    ['1', '50', '1 2 3 4 5 6 8 10 15 20 30 40 50'],
    ['10', '1000', '10 20 30 50 100 200 300 500 1000'],
    ['0%', '100%', '0% 10% 20% 30% 40% 50% 60% 70% 80% 90% 100%'],
    ['0.5', '2.5', '0.5 0.6 0.8 1 1.2 1.4 1.6 1.8 2 2.2 2.4 2.5'],
    ['1/200', '1/2', '1/200 0.01 0.02 0.03 0.05 0.1 0.2 0.3 1/2'],
    [
      '1KiB',
      '1MiB',
      '1KiB 2KiB 3KiB 5KiB 10KiB 20KiB 30KiB 50KiB 100KiB 200KiB 300KiB 500KiB 1000KiB 1MiB',
    ],
    ['1/s', '300/min', '1/s 2/s 3/s 4/s 300/min'],
  ])('from %s to %s', (from, to, expected) => {
    expect(steps(from, to)).toBe(expected);
  });

  it('have a place for what it is turned to now', () => {
    expect(steps('10', '20', '14')).toBe(steps('10', '20'));
    expect(steps('10', '14', '12.5')).toBe('10 11 12 12.5 13 14');
    expect(steps('30s', '2m', '120s')).toMatch(/ 120s$/);
    expect(steps('10', '14', '15')).toBe('10 11 12 13 14');
    expect(steps('10', '14', 'many')).toBe('10 11 12 13 14');
  });

  it('are those to choose from', () => {
    const choose: Knob = { path: 'x', label: '', range: { choose: ['b', 'a'] } };
    expect(stepsOf(choose, 'a')).toEqual(['b', 'a']);
  });

  const amounts = fc.tuple(
    fc.integer({ min: 0, max: 5000 }),
    fc.integer({ min: 1, max: 5000 }),
    fc.constantFrom('', 's', 'ms', 'min', '/s', '%', 'KiB'),
  );

  it('can all be turned to, go upwards and are not many', () => {
    fc.assert(
      fc.property(amounts, ([from, more, unit]) => {
        const range = knob(`${from}${unit}`, `${from + more}${unit}`);
        const all = stepsOf(range, '');
        expect(all.length).toBeGreaterThanOrEqual(2);
        expect(all.length).toBeLessThanOrEqual(15);
        for (const step of all)
          expect(turned(range, step)).toEqual({ ok: true, value: { path: 'x', value: step } });
        const values = all.map((step) => quantityOf(step)?.value ?? Number.NaN);
        for (const [place, value] of values.slice(1).entries())
          expect(value).toBeGreaterThan(values[place] ?? Number.NaN);
      }),
    );
  });
});

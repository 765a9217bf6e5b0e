import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  chance,
  dollars,
  duration,
  offset,
  rate,
  ratio,
  seconds,
  size,
} from '../../../../../src/simulator/scenario/reading/format/amounts.ts';
import type { Kind } from '../../../../../src/simulator/scenario/reading/format/kind.ts';

function readAs<Value>(kind: Kind<Value>, input: unknown): Value | string {
  const { success, output, issues } = v.safeParse(kind, input);
  return success ? output : `wrong: ${issues.map(({ message }) => message).join()}`;
}

describe('amounts', () => {
  it.each<[string, Kind<number>, unknown, number]>([
    ['duration', duration, '250us', 250],
    ['duration', duration, '40ms', 40_000],
    ['duration', duration, '30s', 30_000_000],
    ['duration', duration, '2.5s', 2_500_000],
    ['duration', duration, '0.000001s', 1],
    ['duration', duration, '5m', 300_000_000],
    ['duration', duration, '5 min', 300_000_000],
    ['duration', duration, '1h', 3_600_000_000],
    ['duration', duration, '2d', 172_800_000_000],
    ['duration', duration, '0s', 0],
    ['offset', offset, '-5s', -5_000_000],
    ['offset', offset, '5s', 5_000_000],
    ['rate', rate, '20/s', 20],
    ['rate', rate, '300/min', 5],
    ['rate', rate, '300/m', 5],
    ['rate', rate, '2/h', 2 / 3600],
    ['chance', chance, '1/200', 0.005],
    ['chance', chance, '0.5%', 0.005],
    ['chance', chance, 0.005, 0.005],
    ['chance', chance, 1, 1],
    ['ratio', ratio, '150%', 1.5],
    ['size', size(1, 1_048_576), '300B', 300],
    ['size', size(1, 1_048_576), '256KiB', 262_144],
    ['size', size(1, 1_048_576), '1MiB', 1_048_576],
    ['dollars', dollars, '$3.60', 3.6],
    ['dollars', dollars, 3.6, 3.6],
    ['seconds', seconds(0, 900), '15m', 900],
  ])('reads the $0 $2', (_, kind, input, value) => {
    expect(readAs(kind, input)).toBe(value);
  });

  it.each<[string, Kind<number>, unknown, string]>([
    ['duration', duration, 30, 'add a unit: 30s, 30ms, 30m'],
    ['duration', duration, 0, 'add a unit: 0s, 0ms, 0m'],
    ['duration', duration, '30', 'write a time with its unit'],
    ['duration', duration, '30 sec', 'write a time with its unit'],
    ['duration', duration, '-3s', 'write a time with its unit'],
    ['duration', duration, '0.5us', 'write a whole number of microseconds'],
    ['duration', duration, '1e3s', 'write a time with its unit'],
    ['duration', duration, null, 'write a time with its unit'],
    ['duration', duration, ['1s'], 'write a time with its unit'],
    ['seconds', seconds(0, 900), '901s', 'write whole seconds from 0s to 900s'],
    ['seconds', seconds(0, 900), '1500ms', 'write whole seconds from 0s to 900s'],
    ['rate', rate, 20, 'write a rate with its unit'],
    ['rate', rate, '20', 'write a rate with its unit'],
    ['rate', rate, '2000001/s', 'write at most 1000000/s'],
    ['chance', chance, 1.5, 'write a chance from 0 to 1'],
    ['chance', chance, '3/2', 'write a chance from 0 to 1'],
    ['chance', chance, '1/0', 'write a chance from 0 to 1'],
    ['chance', chance, '-1%', 'write a chance from 0 to 1'],
    ['chance', chance, Number.NaN, 'write a chance from 0 to 1'],
    ['size', size(1024, 1_048_576), 300, 'add a unit: 300B'],
    ['size', size(1024, 1_048_576), '300B', 'write whole bytes from 1024B to 1048576B'],
    ['size', size(1024, 1_048_576), '256KB', 'write a size with its unit'],
    ['dollars', dollars, '3.60', 'write an amount of dollars'],
  ])('turns down the $0 $2', (_, kind, input, message) => {
    expect(readAs(kind, input)).toContain(`wrong: ${message}`);
  });

  it('reads every whole number of microseconds exactly, in any unit that it can be written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (micros) => {
        expect(readAs(duration, `${micros}us`)).toBe(micros);
        const whole = Math.floor(micros / 1e6);
        const rest = String(micros % 1e6).padStart(6, '0');
        expect(readAs(duration, `${whole}.${rest}s`)).toBe(micros);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeNumber } from '../../src/grading/number.ts';

const three = { value: 180, tolerance: 0.05, unit: 's' };
const many = { value: 1500, tolerance: 0, unit: '' };

describe('a number is right', () => {
  it.each(['180', '180 s', '180s', '180 seconds', '~175', '171', '189', '3 min', '3m', '0.05 h'])(
    'as %s for 180 s within 5 %',
    (typed) => {
      expect(gradeNumber(typed, three)).toMatchObject({ kind: 'right' });
    },
  );

  it.each([
    '1500',
    '1,500',
    '1_500',
    '1 500',
    '1.5e3',
    '1.5k',
    '1.5 K',
    '1500 messages',
    '+1500.0',
  ])('as %s for 1500', (typed) => {
    expect(gradeNumber(typed, many)).toEqual({ kind: 'right', value: 1500 });
  });

  it.each([
    ['99.7%', { value: 99.7, tolerance: 0, unit: '%' }],
    ['99.7 percent', { value: 99.7, tolerance: 0, unit: '%' }],
    ['$12', { value: 12, tolerance: 0, unit: '' }],
    ['5 MB', { value: 5, tolerance: 0, unit: 'MB' }],
    ['20 messages per second', { value: 20, tolerance: 0, unit: 'messages/s' }],
    ['2k messages/s', { value: 2000, tolerance: 0, unit: 'message/s' }],
    ['24 hours', { value: 1, tolerance: 0, unit: 'day' }],
    ['.5', { value: 0.5, tolerance: 0, unit: '' }],
    ['-3', { value: -3, tolerance: 0.1, unit: '' }],
    ['0', { value: 0, tolerance: 0.1, unit: 's' }],
  ])('as %s for %j', (typed, wanted) => {
    expect(gradeNumber(typed, wanted)).toMatchObject({ kind: 'right' });
  });
});

it.each([
  ['170', three, { kind: 'wrong', value: 170 }],
  ['190 s', three, { kind: 'wrong', value: 190 }],
  ['3 h', three, { kind: 'wrong', value: 10_800 }],
  ['180 MB', three, { kind: 'otherUnit', unit: 'MB' }],
  ['180 s/message', three, { kind: 'otherUnit', unit: 's/message' }],
  ['', three, { kind: 'unreadable' }],
  ['lots', three, { kind: 'unreadable' }],
  ['1,5', many, { kind: 'unreadable' }],
  ['1,50', many, { kind: 'unreadable' }],
  ['-', many, { kind: 'unreadable' }],
])('%j for %j gives %j', (typed, wanted, verdict) => {
  expect(gradeNumber(typed, wanted)).toEqual(verdict);
});

it('the value itself is right in every way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
      for (const typed of [String(value), value.toLocaleString('en-US'), value.toExponential()])
        expect(gradeNumber(typed, { value, tolerance: 0, unit: 's' }).kind).toBe('right');
    }),
  );
});

it('no text is too odd for a verdict', () => {
  const anyText = fc.string({ unit: fc.constantFrom(...'0123456789,._e+-~$ kKMs/%m') });
  fc.assert(
    fc.property(anyText, (typed) => {
      const verdict = gradeNumber(typed, three);
      if (verdict.kind === 'right') expect(Math.abs(verdict.value - 180)).toBeLessThan(9.001);
      if (verdict.kind === 'otherUnit') expect(verdict.unit).not.toBe('');
    }),
  );
});

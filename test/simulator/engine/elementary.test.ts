import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log } from '../../../src/simulator/engine/index.ts';
import { runs } from '../../fixtures/runs.ts';

const positive = fc.double({ min: 0, minExcluded: true, noNaN: true, noDefaultInfinity: true });
const MANY = runs(5_000);

describe('the logarithm', () => {
  it("is within 1 unit in the last place of the machine's own", () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(placesApart(log(x), Math.log(x))).toBeLessThanOrEqual(1);
      }),
      MANY,
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => {
        expect(placesApart(log(x), Math.log(x))).toBeLessThanOrEqual(1);
      }),
      MANY,
    );
  });

  it('is exact where it can be', () => {
    expect(log(1)).toBe(0);
    expect(log(2)).toBe(Math.LN2);
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384);
    expect(log(Number.MIN_VALUE)).toBe(-744.4400719213812);
  });

  it('takes the edges as Math.log does', () => {
    for (const x of [0, -0, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(log(x)).toBe(Math.log(x));
  });

  it('gives on every machine what it gave on the first', () => {
    expect(bitsOf(log(0.1))).toBe(-0x3ffd944e444aaaebn);
    expect(bitsOf(log(1e300 / 7))).toBe(0x408586a30ea16688n);
    expect(bitsOf(log(0.9999999))).toBe(-0x4185280d4efb6461n);
  });
});

describe('the exponential', () => {
  it("is within 1 unit in the last place of the machine's own", () => {
    for (const range of [1, 40, 745.2])
      fc.assert(
        fc.property(fc.double({ min: -range, max: range, noNaN: true }), (x) => {
          expect(placesApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(1);
        }),
        MANY,
      );
  });

  it('takes the edges as Math.exp does', () => {
    const beyond = [709.782712893385, 1e300, -745.14, -1e300];
    const infinite = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
    for (const x of [0, -0, ...beyond, ...infinite]) expect(exp(x)).toBe(Math.exp(x));
    expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
  });

  it('undoes the logarithm', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
        expect(Math.abs(exp(log(x)) / x - 1)).toBeLessThan(1e-14);
      }),
    );
  });

  it('gives on every machine what it gave on the first', () => {
    expect(bitsOf(exp(1))).toBe(0x4005bf0a8b14576an);
    expect(bitsOf(exp(-20.25))).toBe(0x3e1b93de1e27ca3bn);
    expect(bitsOf(exp(-740.5))).toBe(0x33n);
  });
});

/** How many doubles lie between two of the same sign. */
function placesApart(a: number, b: number): number {
  return Math.abs(Number(bitsOf(a) - bitsOf(b)));
}

function bitsOf(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigInt64(0);
}

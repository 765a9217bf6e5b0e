import { describe, expect, it } from 'vitest';
import {
  erlangB,
  erlangC,
  errorOfMeanWait,
  fullShare,
  meanWait,
  meanWaitOfAnyService,
  waitsLonger,
} from './formulas.ts';

describe('the closed forms', () => {
  it('give the values that can be worked out by hand', () => {
    expect(erlangB(1, 1)).toBeCloseTo(1 / 2, 15);
    expect(erlangB(1, 2)).toBeCloseTo(1 / 5, 15);
    expect(erlangC(1, 2)).toBeCloseTo(1 / 3, 15);
    expect(meanWait(1, 2)).toBeCloseTo(1 / 3, 15);
    expect(fullShare(0.5, 2)).toBeCloseTo(1 / 7, 15);
    expect(errorOfMeanWait(0.5, 1)).toBeCloseTo(Math.sqrt(29), 12);
  });

  it('give the values of published tables', () => {
    expect(erlangB(5, 10)).toBeCloseTo(0.018385, 6);
    expect(erlangB(10, 10)).toBeCloseTo(0.214582, 6);
    expect(erlangC(8, 10)).toBeCloseTo(0.40918, 5);
  });

  it('agree where they speak of the same queue', () => {
    for (const utilisation of [0.1, 0.5, 0.8, 0.95]) {
      const wait = utilisation / (1 - utilisation);
      expect(meanWait(utilisation, 1)).toBeCloseTo(wait, 12);
      expect(meanWaitOfAnyService(utilisation, 2)).toBeCloseTo(wait, 12);
      expect(waitsLonger(utilisation, 1, 0)).toBeCloseTo(utilisation, 12);
      expect(fullShare(utilisation, 1)).toBeCloseTo(erlangB(utilisation, 1), 12);
    }
  });
});

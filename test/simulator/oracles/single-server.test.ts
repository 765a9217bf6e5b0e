import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../src/simulator/engine/index.ts';
import type { Duration } from '../../../src/simulator/settings/amounts.ts';
import { runs } from '../../fixtures/runs.ts';
import { errorOfMeanWait, meanWait, meanWaitOfAnyService, waitsLonger } from './formulas.ts';
import {
  counted,
  deviation,
  meansOf,
  REPLICATIONS,
  replicate,
  UTILISATIONS,
  wait,
} from './replications.ts';

/** Customers for each seed: a busier queue forgets more slowly. */
const CUSTOMERS = {
  0.5: runs(3_000).numRuns,
  0.8: runs(8_000).numRuns,
  0.9: runs(15_000).numRuns,
  0.95: runs(40_000).numRuns,
};

const EXPONENTIAL: Duration = { kind: 'exponential', mean: SECOND };

describe.each(UTILISATIONS)('one server at utilisation %d', (utilisation) => {
  const customers = CUSTOMERS[utilisation];

  it('waits as M/M/1 says, within the standard error that theory gives', () => {
    const time = 1 / (1 - utilisation);
    const { waits, isLong } = replicate(
      { load: utilisation, settings: { latency: EXPONENTIAL }, customers },
      { waits: wait, isLong: (event) => (wait(event) > time ? 1 : 0) },
    );
    const error = errorOfMeanWait(utilisation, counted(customers)) / Math.sqrt(REPLICATIONS);
    expect(Math.abs(waits.mean - meanWait(utilisation, 1))).toBeLessThan(4 * error);
    expect(deviation(isLong, waitsLonger(utilisation, 1, time))).toBeLessThan(4);
  });

  it('waits as M/M/1 says in one long run, too', () => {
    const many = runs(200_000).numRuns;
    const queueing = { load: utilisation, settings: { latency: EXPONENTIAL }, customers: many };
    const [found = 0] = meansOf(queueing, 1, [wait]);
    const error = errorOfMeanWait(utilisation, counted(many));
    expect(Math.abs(found - meanWait(utilisation, 1))).toBeLessThan(4 * error);
  });

  it.each([
    ['M/D/1', { kind: 'constant', value: SECOND }, 1],
    ['M/G/1 with uniform services', { kind: 'uniform', min: 0, max: 2 * SECOND }, 4 / 3],
    [
      'M/G/1 with a few long services',
      { kind: 'empirical', values: [SECOND / 2, SECOND / 2, SECOND / 2, (5 / 2) * SECOND] },
      1.75,
    ],
    ['M/G/1 with lognormal services', lognormalOfMeanOne(0.8), Math.exp(0.8 ** 2)],
  ] as const)('waits as Pollaczek and Khinchine say: %s', (_, latency, secondMoment) => {
    const { waits } = replicate(
      { load: utilisation, settings: { latency }, customers },
      { waits: wait },
    );
    const exact = meanWaitOfAnyService(utilisation, secondMoment);
    expect(deviation(waits, exact)).toBeLessThan(4);
    expect(waits.error / exact, 'the gate is narrow').toBeLessThan(0.08);
  });
});

/** Its median is exp(-sigma^2 / 2), and its 99th percentile exp(2.326 sigma) times that. */
function lognormalOfMeanOne(sigma: number): Duration {
  const p50 = SECOND * Math.exp(-(sigma ** 2) / 2);
  return { kind: 'lognormal', p50, p99: p50 * Math.exp(2.3263478740408408 * sigma) };
}

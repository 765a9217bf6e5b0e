import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../src/simulator/engine/index.ts';
import type { CallEnded } from '../../../src/simulator/events/index.ts';
import type { Duration } from '../../../src/simulator/settings/amounts.ts';
import { runs } from '../../fixtures/runs.ts';
import { erlangB, erlangC, fullShare, meanWait, waitsLonger } from './formulas.ts';
import { deviation, replicate, UTILISATIONS, wait } from './replications.ts';

const EXPONENTIAL: Duration = { kind: 'exponential', mean: SECOND };
const CONSTANT: Duration = { kind: 'constant', value: SECOND };

const rejected = (event: CallEnded) => (event.outcome === 'rejected' ? 1 : 0);

describe.each(UTILISATIONS)('servers at utilisation %d', (utilisation) => {
  const customers = runs(8_000).numRuns;

  it.each([2, 12])('%d of them wait as M/M/c says (Erlang C)', (servers) => {
    const load = utilisation * servers;
    const time = 1 / (servers - load);
    const { waits, isWaiting, isLong } = replicate(
      { load, settings: { servers, latency: EXPONENTIAL }, customers },
      {
        waits: wait,
        isWaiting: (event) => (event.waited > 0 ? 1 : 0),
        isLong: (event) => (wait(event) > time ? 1 : 0),
      },
    );
    expect(deviation(waits, meanWait(load, servers))).toBeLessThan(4);
    expect(deviation(isWaiting, erlangC(load, servers))).toBeLessThan(4);
    expect(deviation(isLong, waitsLonger(load, servers, time))).toBeLessThan(4);
    expect(isWaiting.error, 'the gate is narrow').toBeLessThan(0.02);
  });

  it.each([
    ['exponential', EXPONENTIAL],
    ['constant', CONSTANT],
  ] as const)('turn away as many as M/G/c/c says (Erlang B), services %s', (_, latency) => {
    const servers = 5;
    const load = utilisation * servers;
    const { blocked } = replicate(
      { load, settings: { servers, latency, queueLimit: 0 }, customers },
      { blocked: rejected },
    );
    expect(deviation(blocked, erlangB(load, servers))).toBeLessThan(4);
    expect(blocked.error, 'the gate is narrow').toBeLessThan(0.002);
  });

  it('turn away as many as M/M/1/K says where the line is bounded', () => {
    const { blocked } = replicate(
      { load: utilisation, settings: { latency: EXPONENTIAL, queueLimit: 4 }, customers },
      { blocked: rejected },
    );
    expect(deviation(blocked, fullShare(utilisation, 5))).toBeLessThan(4);
    expect(blocked.error, 'the gate is narrow').toBeLessThan(0.003);
  });
});

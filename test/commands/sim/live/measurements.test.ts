import { describe, expect, it } from 'vitest';
import { Measurements } from '../../../../src/commands/sim/live/measurements.ts';
import { runScenario } from '../../../../src/simulator/scenario/index.ts';
import { SHOP, scenarioOf } from './shop.ts';

describe('measurements', () => {
  it('take a twentieth of real time at most, and are made at once after a step', () => {
    const { report } = runScenario(scenarioOf(SHOP));
    let nowMs = 0;
    let measured = 0;
    const measurements = new Measurements(
      () => {
        measured += 1;
        nowMs += 50;
        return report;
      },
      () => nowMs,
    );
    expect(measurements.report).toBe(report);
    nowMs += 999;
    expect(measurements.report).toBe(report);
    expect(measured).toBe(1);
    nowMs += 1;
    expect(measurements.report).toBe(report);
    expect(measured).toBe(2);
    measurements.expire();
    expect(measurements.report).toBe(report);
    expect(measured).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../../src/simulator/actors/breaker.ts';

const OPEN_FOR = 100;

function breaker() {
  const states: string[] = [];
  const made = new CircuitBreaker({ failures: 3, openFor: OPEN_FOR }, (at, state) =>
    states.push(`${at} ${state}`),
  );
  return { made, states };
}

function opened() {
  const { made, states } = breaker();
  for (let failure = 0; failure < 3; failure += 1) made.failed(0);
  return { made, states };
}

describe('a circuit breaker', () => {
  it('opens after so many failures in a row', () => {
    const { made } = breaker();
    made.failed(0);
    made.failed(0);
    made.succeeded(0);
    made.failed(0);
    made.failed(0);
    expect(made.admits(0)).toBe(true);
    made.failed(0);
    expect(made.admits(0)).toBe(false);
  });

  it('lets one call through when its time is over, and no other before that has come back', () => {
    const { made } = opened();
    expect(made.admits(OPEN_FOR - 1)).toBe(false);
    expect(made.admits(OPEN_FOR)).toBe(true);
    expect(made.admits(OPEN_FOR)).toBe(false);
  });

  it('closes when that call succeeds', () => {
    const { made, states } = opened();
    made.admits(OPEN_FOR);
    made.succeeded(OPEN_FOR + 1);
    expect(made.admits(OPEN_FOR + 1)).toBe(true);
    expect(states).toEqual(['0 open', '100 half-open', '101 closed']);
  });

  it('opens again, for as long, when that call fails', () => {
    const { made } = opened();
    made.admits(OPEN_FOR);
    made.failed(OPEN_FOR + 1);
    expect(made.admits(2 * OPEN_FOR)).toBe(false);
    expect(made.admits(2 * OPEN_FOR + 1)).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { EVER, scenarioOf, worldOf } from '../shop.ts';

/** More calls than one server can answer, from callers who hang up. */
const CROWD = `# A crowd at one desk
runFor: 10s
services: { desk: { servers: 1, latency: 500ms } }
producers: { visitors: { sendsTo: desk, arrivals: { constant: 4/s }, timeout: 1s } }
`;

it('counts the calls that a service worked on for callers who had hung up', () => {
  const scenario = scenarioOf(CROWD);
  let wasted = 0;
  const world = worldOf(scenario, ({ kind }) => {
    if (kind === 'call-wasted') wasted += 1;
  });
  world.advance(EVER);
  const { counts = [] } = world.snapshot().readings.get('desk') ?? {};
  expect(wasted).toBeGreaterThan(5);
  expect(counts).toContainEqual({ label: 'wasted', value: wasted });
});

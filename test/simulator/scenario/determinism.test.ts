import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import {
  readScenario,
  runScenario,
  Simulation,
  TraceHash,
} from '../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';
import { runs } from '../../fixtures/runs.ts';
import { randomScenario } from './random-scenario.ts';

function read(text: string): Scenario {
  const { scenario, problems } = readScenario('random.yaml', text);
  if (!scenario) throw new Error(JSON.stringify(problems));
  return scenario;
}

function hashOf(scenario: Scenario, seed = scenario.seed): string {
  const hash = new TraceHash();
  runScenario(scenario, { seed, see: (event) => hash.see(event) });
  return hash.digest;
}

/** Goes on by odd amounts: so many steps, then so many microseconds, and again. */
function hashInSlices(scenario: Scenario, slices: readonly number[]): string {
  const hash = new TraceHash();
  const simulation = new Simulation(scenario, { see: (event) => hash.see(event) });
  for (let turn = 0; simulation.ending === undefined; turn += 1) {
    const slice = slices[turn % slices.length] ?? 1;
    if (turn % 2 === 0) simulation.stepMany(slice);
    else simulation.advanceTo(simulation.now + slice * 1_000);
  }
  return hash.digest;
}

const SHOP = `
runFor: 60s
queues: { orders: { redrive: { to: dead } }, dead: {}, others: {} }
stores: { ledger: {} }
producers:
  shop: { sendsTo: orders, arrivals: 5/s, resendChance: 0.1, retry: { attempts: 2 }, attributes: { kind: { choose: { a: 1, b: 2 } } } }
consumers:
  workers: { receivesFrom: orders, count: 3, waitTime: 0s, service: { exponential: 200ms }, effect: { write: ledger } }
faults:
  - { fail: workers, chance: 0.1 }
`;

/** What happens to the shop's items, without the ids that a broker counts for all. */
function ofShop(text: string): string[] {
  const lines: string[] = [];
  const see = (event: SimulationEvent) => {
    if (!('trace' in event) || !event.trace.startsWith('shop-')) return;
    const {
      message: _message,
      key: _key,
      fault: _fault,
      ...rest
    } = event as unknown as Record<string, unknown>;
    lines.push(JSON.stringify(rest));
  };
  runScenario(read(text), { see });
  return lines;
}

describe('the same scenario and seed', () => {
  it('go the same way each time, in one go or in slices', () => {
    const slices = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(randomScenario, slices, ({ text }, turns) => {
        const hash = hashOf(read(text));
        expect(hashOf(read(text))).toBe(hash);
        expect(hashInSlices(read(text), turns)).toBe(hash);
      }),
      runs(5),
    );
  });

  it('end at the same moment in slices, also when time runs out between two looks', () => {
    const text = `${SHOP}  - { poison: shop, chance: 0.5 }\n`.replace(
      'runFor: 60s',
      'runFor: 10s\ndrainFor: 1500ms',
    );
    const scenario = read(text);
    expect(runScenario(scenario).ending).toBe('out-of-time');
    expect(hashInSlices(scenario, [7, 3])).toBe(hashOf(scenario));
  });

  it('go another way with another seed', () => {
    const scenario = read(SHOP);
    const hashes = [1, 2, 3, 4].map((seed) => hashOf(scenario, seed));
    expect(new Set(hashes).size).toBe(4);
  });
});

describe('what one component draws', () => {
  const alone = ofShop(SHOP);

  it('leaves the others alone: a fault that never strikes changes nothing', () => {
    const idle = `${SHOP}  - { crash: workers, items: nobody-1 }\n  - { pause: workers, items: nobody-1, for: 5s }\n  - { lose-response: shop, items: nobody-1 }\n`;
    expect(hashOf(read(idle))).toBe(hashOf(read(SHOP)));
  });

  it('leaves the others alone: another producer, its queue and its workers change nothing for the first', () => {
    const more = SHOP.replace(
      'producers:',
      'producers:\n  web: { sendsTo: others, arrivals: 9/s, resendChance: 0.2 }',
    ).replace(
      'consumers:',
      'consumers:\n  packers: { receivesFrom: others, count: 2, service: { exponential: 50ms } }',
    );
    expect(alone.length).toBeGreaterThan(1_000);
    expect(ofShop(more)).toEqual(alone);
  });

  it('leaves the others alone: taking one fault away leaves the strikes of the rest', () => {
    const strikes = (text: string) => {
      const { faults } = runScenario(read(text));
      return faults.filter(({ what }) => what === 'fails by chance').map(({ key }) => key);
    };
    const more = `${SHOP}  - { duplicate: orders, chance: 0.001 }\n`;
    expect(strikes(SHOP).length).toBeGreaterThan(5);
    expect(strikes(more)).toEqual(expect.arrayContaining(strikes(SHOP)));
  });
});

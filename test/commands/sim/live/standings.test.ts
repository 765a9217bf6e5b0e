import { describe, expect, it } from 'vitest';
import { standingsAtEnd, standingsSoFar } from '../../../../src/commands/sim/live/standings.ts';
import { runScenario } from '../../../../src/simulator/scenario/index.ts';
import { SHOP, scenarioOf } from './shop.ts';

/** How a check stands, by a report in which 5 effects were doubled, the depth was at most 9, and 70 items are done. */
function standing(check: string, reaches = '[]'): string | undefined {
  const scenario = scenarioOf(
    SHOP.replace(/checks:[\s\S]*$/, `checks: [${check}]\nreaches: ${reaches}\n`),
  );
  const { report } = runScenario(scenario);
  const orders = report.queues.orders;
  if (!orders) throw new Error('no orders');
  const measured = {
    ...report,
    duplicates: 5,
    done: 70,
    lost: 3,
    shed: 0,
    queues: { ...report.queues, orders: { ...orders, depth: { mean: 1, max: 9, end: 0 } } },
  };
  return standingsSoFar(scenario, measured).at(-1)?.standing;
}

describe('how the checks stand while a run goes on', () => {
  it.each([
    ['{ duplicates: 0 }', 'fails'],
    ['{ duplicates: { atMost: 4 } }', 'fails'],
    ['{ duplicates: { atMost: 5 } }', 'holds'],
    ['{ duplicates: { below: 5 } }', 'fails'],
    ['{ duplicates: { between: [1, 4] } }', 'fails'],
    ['{ duplicates: { between: [6, 9] } }', 'open'],
    ['{ duplicates: 6 }', 'open'],
    ['{ duplicates: { above: 5 } }', 'open'],
    ['{ queues.orders.depth.max: { below: 9 } }', 'fails'],
    ['{ queues.orders.depth.end: 0 }', 'holds'],
    ['{ done: 100 }', 'open'],
    ['{ done: { atLeast: 70 } }', 'holds'],
    // What is on its way counts for a moment as lost.
    ['{ lost: 0 }', 'open'],
  ])('%s %s', (check, expected) => {
    expect(standing(check)).toBe(expected);
  });

  it('leaves open what the run must still reach', () => {
    expect(standing('{ lost: 3 }', '[shed]')).toBe('open');
    expect(standing('{ lost: 3 }', '[duplicates]')).toBe('holds');
  });

  it('says at the end what holds and what fails', () => {
    const { checks } = runScenario(scenarioOf(SHOP));
    expect(standingsAtEnd(checks).map(({ standing: at }) => at)).toEqual([
      'fails',
      'holds',
      'holds',
    ]);
    expect(standingsAtEnd(checks)[1]).toEqual({
      label: 'lost, wanted exactly 0',
      got: '0',
      standing: 'holds',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../fixtures/runs.ts';
import { violations } from './broken-invariants.ts';
import { randomScenario } from './random-scenario.ts';

describe('whatever strikes', () => {
  it('counts add up, groups keep their order, nothing is lost but what the semantics lose, and it recovers', () => {
    fc.assert(
      fc.property(randomScenario, (random) => {
        expect(violations(random)).toEqual([]);
      }),
      runs(34),
    );
  });
});

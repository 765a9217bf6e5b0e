import { type Run, runScenario } from '../../simulator/scenario/index.ts';
import { changed } from '../changed.ts';
import type { Prepared } from '../prepared.ts';
import { solutionOf } from '../solution.ts';
import type { CitedRuns } from './claims.ts';

/** The runs that texts cite, with the scenario’s own seed. Each is done when it is first needed, and once. */
export class Runs implements CitedRuns {
  readonly #prepared: Prepared;
  #shipped: Run | undefined;
  #solved: Run | undefined;

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
  }

  get shipped(): Run {
    this.#shipped ??= runScenario(this.#prepared.scenario);
    return this.#shipped;
  }

  get solved(): Run | undefined {
    this.#solved ??= solvedRun(this.#prepared);
    return this.#solved;
  }
}

function solvedRun(prepared: Prepared): Run | undefined {
  const solution = solutionOf(prepared);
  const scenario = solution && changed(prepared, solution).scenario;
  return scenario && runScenario(scenario);
}

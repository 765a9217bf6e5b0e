import type { Run } from '../../simulator/scenario/index.ts';
import { runScenario } from '../../simulator/scenario/index.ts';
import { changed } from '../changed.ts';
import type { CitedRuns } from '../claims/claims.ts';
import { claimsIn } from '../claims/find.ts';
import { claimTexts } from '../claims/texts.ts';
import type { Prepared } from '../prepared.ts';
import { solutionOf } from '../solution.ts';

/** What the texts of an exercise cite: a run of it, and one with its solution where a claim asks for that. */
export function citedWith(prepared: Prepared, shipped: Run): CitedRuns {
  const asksForSolved = claimTexts(prepared.exercise)
    .flatMap(claimsIn)
    .some((claim) => claim.startsWith('solved.'));
  const solution = asksForSolved ? solutionOf(prepared) : undefined;
  const scenario = solution && changed(prepared, solution).scenario;
  return { shipped, solved: scenario && runScenario(scenario) };
}

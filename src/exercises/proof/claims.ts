import type { Problem } from '../../domain/problem.ts';
import { claimTroubles } from '../claims/claims.ts';
import { Runs } from '../claims/runs.ts';
import { claimTexts } from '../claims/texts.ts';
import type { Prepared } from '../prepared.ts';
import { problemIn } from '../problem-in.ts';

/** Every number that a text claims must be one that a run has. */
export function proveClaims(prepared: Prepared): Problem[] {
  const { exercise } = prepared;
  const runs = new Runs(prepared);
  return claimTexts(exercise).flatMap((text) =>
    claimTroubles(text, runs).map(({ what, fix }) => problemIn(exercise, what, fix)),
  );
}

import { claimsIn, withClaims } from '../../domain/claims.ts';
import {
  formatMetric,
  metricNames,
  metricUnit,
  metricValue,
  type Report,
  reportNames,
} from '../../simulator/observers/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { didYouMean } from '../../wording/nearest.ts';

/** A run as far as claims cite it. */
export interface Cited {
  readonly scenario: Scenario;
  readonly report: Report;
}

export interface CitedRuns {
  readonly shipped: Cited;
  /** With the solution, where there is one. */
  readonly solved: Cited | undefined;
}

const SOLVED = 'solved.';

/** The text with each claim replaced by what the run came to, as reports write it. What can't be cited stays as it is. */
export function renderClaims(markdown: string, runs: CitedRuns): string {
  return withClaims(markdown, (claim) => {
    const cited = cite(claim, runs);
    return 'words' in cited ? cited.words : undefined;
  });
}

/** What is wrong with the claims of a text. */
export function claimTroubles(
  markdown: string,
  runs: CitedRuns,
): { readonly what: string; readonly fix: string }[] {
  return claimsIn(markdown).flatMap((claim) => {
    const cited = cite(claim, runs);
    return 'words' in cited ? [] : [{ what: `{{${claim}}} ${cited.what}`, fix: cited.fix }];
  });
}

function cite(claim: string, runs: CitedRuns): { words: string } | { what: string; fix: string } {
  const isSolved = claim.startsWith(SOLVED);
  // A run may be done only when it is asked for.
  const run = isSolved ? runs.solved : runs.shipped;
  if (!run)
    return {
      what: 'cites a run with the solution, and there is none',
      fix: 'state a solution, or cite the run as shipped',
    };
  const metric = isSolved ? claim.slice(SOLVED.length) : claim;
  const names = reportNames(run.scenario);
  const unit = metricUnit(metric, names);
  if (unit === undefined)
    return {
      what: 'cites no metric',
      fix: `name a metric, such as lost or latency.p99.${didYouMean(metric, metricNames(names))}`,
    };
  const value = metricValue(run.report, metric);
  if (value === undefined)
    return {
      what: 'cites what has nothing to measure in the run',
      fix: 'cite a metric that has a value there',
    };
  return { words: formatMetric(value, unit) };
}

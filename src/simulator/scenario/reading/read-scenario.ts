import * as v from 'valibot';
import { compareProblems, type Problem } from '../../../domain/problem.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { type Change, type Placed, withChanges } from './changes.ts';
import { crossChecks, sharedNames } from './cross-checks.ts';
import { parseScenario, type ScenarioDocument } from './document.ts';
import type { Data } from './format/map.ts';
import { type MetricsOf, type ReadScenario, scenario as scenarioKind } from './format/scenario.ts';
import { headingOf } from './heading.ts';
import { troubleOf } from './issues.ts';
import { startsWith } from './path.ts';
import { reportMetrics } from './report-metrics.ts';
import type { Trouble } from './trouble.ts';

export interface Reading {
  /** Undefined when there are problems. */
  readonly scenario: Scenario | undefined;
  /** In the order of the file; those of changes come last, with line 0, since they stand in no file. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a scenario file, with changes made to it. `metricsOf` says what a run will report: what checks may be about.
 * Never throws: whatever is wrong with the text is a problem.
 */
export function readScenario(
  file: string,
  text: string,
  changes: readonly Change[] = [],
  metricsOf: MetricsOf = reportMetrics,
): Reading {
  const document = parseScenario(text);
  if (!('data' in document)) {
    const problems = document.map(({ place, what, fix }) => problem(file, place, what, fix));
    return { scenario: undefined, problems: problems.sort(compareProblems) };
  }
  const { data, placed } = withChanges(document.data, changes);
  const { read, troubles } = check(data, metricsOf);
  const problems = allProblems(file, document, placed, troubles);
  if (!read || problems.length > 0) return { scenario: undefined, problems };
  const checks = read.checks.map((each, index) => ({
    ...each,
    line: document.place(['checks', index], false).line,
  }));
  const { title, story } = headingOf(text);
  return { scenario: { name: nameOf(file), title, story, ...read, checks }, problems };
}

function check(
  data: Data,
  metricsOf: MetricsOf,
): { read: ReadScenario | undefined; troubles: readonly Trouble[] } {
  const result = v.safeParse(scenarioKind(data, metricsOf), data);
  const wrong = [
    ...(result.issues ?? []).map((issue) => troubleOf(issue, data)),
    ...sharedNames(data),
  ];
  return result.success
    ? { read: result.output, troubles: [...wrong, ...crossChecks(result.output)] }
    : { read: undefined, troubles: wrong };
}

function allProblems(
  file: string,
  document: ScenarioDocument,
  placed: readonly Placed[],
  troubles: readonly Trouble[],
): Problem[] {
  const inFile: Problem[] = [];
  const inChanges = placed.flatMap(({ change, refused }) =>
    refused ? [ofChange(change, refused.what, refused.fix)] : [],
  );
  for (const { path, ofKey, what, fix } of troubles) {
    const made = placed.findLast((each) => !each.refused && startsWith(path, each.made));
    if (made) inChanges.push(ofChange(made.change, what, fix));
    else inFile.push(problem(file, document.place(path, ofKey), what, fix));
  }
  return [...inFile.sort(compareProblems), ...inChanges];
}

function ofChange({ path, value }: Change, what: string, fix: string): Problem {
  return problem(`--set ${path}=${value}`, { line: 0, column: 0 }, what, fix);
}

/** A deck may be hostile: nothing that a terminal would obey is repeated. */
function problem(
  file: string,
  { line, column }: { line: number; column: number },
  what: string,
  fix: string,
): Problem {
  const clean = (words: string) => words.replace(/\p{Cc}+/gu, ' ');
  return { file: clean(file), line, column, what: clean(what), fix: clean(fix) };
}

function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
}

import type { Problem } from '../../domain/problem.ts';
import { readScenario } from '../../simulator/scenario/index.ts';
import type { Host } from '../host.ts';
import { scenariosIn } from './scenarios.ts';

/** Reads every scenario of these roots, as it is and with its remedy. */
export function checkScenarios(
  roots: readonly string[],
  host: Host,
): { scenarios: number; problems: Problem[] } {
  const files = scenariosIn(roots, host);
  return { scenarios: files.length, problems: files.flatMap(({ path }) => problemsOf(path, host)) };
}

function problemsOf(path: string, { files }: Host): readonly Problem[] {
  const read = files.readText(path);
  if (!read.ok)
    return [
      { file: path, line: 1, column: 1, what: `it can’t be read: ${read.why}`, fix: 'check it' },
    ];
  const { scenario, problems } = readScenario(path, read.text);
  if (!scenario) return problems;
  return readScenario(path, read.text, scenario.remedy).problems.map(({ file, what, fix }) => ({
    file: path,
    line: 1,
    column: 1,
    what: `its remedy doesn’t fit: ${file.replace('--set ', '')}: ${what}`,
    fix,
  }));
}

import {
  judgeProgram,
  type ProgramVerdict,
  readProgram,
} from '../../../src/exercises/code/index.ts';
import { Sandboxes } from '../../../src/platform/sandbox.ts';
import { readScenario } from '../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';

export const FILE = 'program.js';

export function scenarioOf(text: string): Scenario {
  const { scenario, problems } = readScenario('exercise.yaml', text);
  if (!scenario) throw new Error(problems.map(({ what, fix }) => `${what}; ${fix}`).join('\n'));
  return scenario;
}

/** The verdict on a program in the place of `part` over the seeds from 1. */
export async function judged(
  scenario: string,
  part: string,
  text: string,
  seeds = 5,
): Promise<ProgramVerdict> {
  const read = scenarioOf(scenario);
  const role = Object.hasOwn(read.consumers, part) ? 'consumer' : 'producer';
  const { program, troubles } = readProgram(text, role, FILE);
  if (!program) throw new Error(troubles.map(({ line, what }) => `${line}: ${what}`).join('\n'));
  const staging = { program, part, scenario: read, sandboxes: new Sandboxes() };
  return judgeProgram(
    staging,
    Array.from({ length: seeds }, (_, index) => index + 1),
  );
}

/** The checks that failed, and what is wrong with the program itself. */
export function findings({ failure, troubles }: ProgramVerdict): string[] {
  const failed =
    failure?.run.checks.flatMap(({ metric, passed }) => (passed ? [] : [metric])) ?? [];
  return [...failed, ...troubles.map(({ kind }) => kind)];
}

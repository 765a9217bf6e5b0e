import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Change, readScenario, runScenario } from '../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';

const DIRECTORY = join(import.meta.dirname, '../../../content/scenarios');

function read(file: string, changes: readonly Change[] = []): Scenario {
  const text = readFileSync(join(DIRECTORY, file), 'utf8');
  const { scenario, problems } = readScenario(file, text, changes);
  if (!scenario)
    throw new Error(problems.map(({ line, what }) => `${file}:${line} ${what}`).join('\n'));
  return scenario;
}

const mistakes = readdirSync(DIRECTORY)
  .filter((file) => file.endsWith('.yaml'))
  .filter((file) => read(file).remedy.length > 0);

describe('the remedy of a shipped scenario', () => {
  it.each(mistakes)('makes %s hold what it promises', (file) => {
    const { checks } = runScenario(read(file, read(file).remedy));
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario, Simulation, TraceHash } from '../../src/simulator/scenario/index.ts';

const DIRECTORY = join(import.meta.dirname, '../../content/scenarios');
const NAMES = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.yaml'))
  .sort();
/** Of each trace. The deep suite goes to the end: test/simulator/scenario/shipped.deep.test.ts. */
const EVENTS = 10_000;

function beginningOf(file: string): string {
  const { scenario } = readScenario(file, readFileSync(join(DIRECTORY, file), 'utf8'));
  if (!scenario) throw new Error(`${file} is no scenario`);
  const hash = new TraceHash();
  let left = EVENTS;
  const see = (event: Parameters<TraceHash['see']>[0]) => {
    if (left > 0) hash.see(event);
    left -= 1;
  };
  const simulation = new Simulation(scenario, { see });
  while (left > 0 && simulation.ending === undefined) simulation.stepMany(100);
  return hash.digest;
}

describe('the shipped scenarios', () => {
  const seen: string[] = [];

  it.each(NAMES)('%s can be hashed', (name) => {
    seen.push(`${name} ${beginningOf(name)}`);
    expect(seen.at(-1)).toMatch(/ [\da-f]{16}$/);
  });

  it('go the way they always went, event by event', async () => {
    await expect(`${seen.join('\n')}\n`).toMatchFileSnapshot('scenarios.txt');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MurmurHash3 from 'imurmurhash';
import { describe, expect, it } from 'vitest';
import {
  type Run,
  readScenario,
  runScenario,
  storiesOf,
  TraceHash,
} from '../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../src/simulator/settings/scenario.ts';

const DIRECTORY = join(import.meta.dirname, '../../content/scenarios');
const NAMES = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.yaml'))
  .sort();
/** Entries of the calendar that fit into two seconds on a small machine. */
const MOST_EVENTS = 1_500_000;

function read(name: string): Scenario {
  const { scenario, problems } = readScenario(name, readFileSync(join(DIRECTORY, name), 'utf8'));
  if (!scenario)
    throw new Error(problems.map(({ line, what }) => `${name}:${line} ${what}`).join('\n'));
  return scenario;
}

/** The beginning of a trace, event by event; what comes after it shows in the report. */
const HASHED_EVENTS = 20_000;

function fingerprint(scenario: Scenario): { run: Run; digest: string } {
  const hash = new TraceHash();
  let left = HASHED_EVENTS;
  const run = runScenario(scenario, {
    see: (event) => {
      if (left > 0) hash.see(event);
      left -= 1;
    },
  });
  const report = MurmurHash3(JSON.stringify(run.report)).result().toString(16).padStart(8, '0');
  return { run, digest: `${hash.digest} ${report}` };
}

function verdicts({ checks }: Run): string[] {
  return checks.map(
    ({ metric, passed, got }) => `  ${passed ? 'ok   ' : 'FAILS'} ${metric} is ${got}`,
  );
}

describe('the shipped scenarios', () => {
  const seen: string[] = [];

  it.each(NAMES)('%s is quick, and fails only where it shows a mistake, with a story', (name) => {
    const scenario = read(name);
    const { run, digest } = fingerprint(scenario);
    seen.push([`${name} ${digest} ${run.ending} ${run.events}`, ...verdicts(run)].join('\n'));
    expect(run.events).toBeLessThan(MOST_EVENTS);
    expect(scenario.checks.length).toBeGreaterThan(0);
    expect(run.passed).toBe(scenario.remedy.length === 0);
    if (run.passed) return;
    for (const { lines } of storiesOf(run)) {
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThanOrEqual(12);
    }
  });

  it('go the way they always went, event by event', async () => {
    await expect(`${seen.join('\n')}\n`).toMatchFileSnapshot('scenarios.txt');
  });
});

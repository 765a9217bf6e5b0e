import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MurmurHash3 from 'imurmurhash';
import { describe, expect, it } from 'vitest';
import {
  type Change,
  type Run,
  readScenario,
  runScenario,
  storiesOf,
  TraceHash,
} from '../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';

const DIRECTORY = join(import.meta.dirname, '../../../content/scenarios');
const NAMES = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.yaml'))
  .sort();
/** Entries of the calendar that fit into two seconds on a small machine. */
const MOST_EVENTS = 1_500_000;

function read(name: string, changes: readonly Change[] = []): Scenario {
  const text = readFileSync(join(DIRECTORY, name), 'utf8');
  const { scenario, problems } = readScenario(name, text, changes);
  if (!scenario)
    throw new Error(problems.map(({ line, what }) => `${name}:${line} ${what}`).join('\n'));
  return scenario;
}

/** The whole trace and the report, as hashes. */
function fingerprint(scenario: Scenario): { run: Run; digest: string } {
  const hash = new TraceHash();
  const run = runScenario(scenario, { see: (event) => hash.see(event) });
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

  it.each(NAMES)(
    '%s is quick, fails only where it shows a mistake, and has a remedy then',
    (name) => {
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
      const mended = runScenario(read(name, scenario.remedy));
      expect(mended.checks.filter(({ passed }) => !passed)).toEqual([]);
    },
  );

  it('go the way they always went to the end, event by event', async () => {
    await expect(`${seen.join('\n')}\n`).toMatchFileSnapshot('shipped.txt');
  });
});

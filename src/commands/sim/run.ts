import { dirname, resolve } from 'node:path';
import { UserError } from '../../domain/user-error.ts';
import { writePieces } from '../../platform/write-pieces.ts';
import { type Run, runScenario, storiesOf } from '../../simulator/scenario/index.ts';
import type { Host } from '../host.ts';
import { screenKeys } from '../screen-keys.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { type LoadedScenario, loadScenario } from './load.ts';
import type { RunOptions } from './options.ts';
import { reportText, verdictText } from './report-text.ts';
import { runSeeds } from './run-seeds.ts';
import { TracedRun } from './traced.ts';

/** Runs a scenario: live on a terminal, else as a report; exits with 1 when a check fails. */
export async function runCommand(host: Host, typed: string, options: RunOptions): Promise<void> {
  const loaded = await loadScenario(host, typed, options);
  if (options.seeds !== undefined && options.trace !== undefined)
    throw new UserError(
      '--trace is of one run, and --seeds makes many',
      'leave one out; --seed says which run to trace',
    );
  if (options.seeds !== undefined) return runSeeds(host, loaded, options.seeds, options.json);
  const isLive = !options.json && options.trace === undefined && screenKeys(host, options);
  if (isLive) {
    const { runLive } = await import('./live/index.ts');
    const { run, brokenByHand, exit } = await runLive(host, loaded.scenario, loaded.seed, options);
    if (run && exit === 0)
      writeLines(host, verdictText(run, brokenByHand, typed, sensibleWidth(host)));
    host.exitWith(exit === 0 && run?.passed === false ? 1 : exit);
    return;
  }
  const run =
    options.trace === undefined ? plainRun(loaded) : tracedRun(host, loaded, options.trace);
  print(host, run, loaded, options.json);
  if (!run.passed) host.exitWith(1);
}

function plainRun({ scenario, seed }: LoadedScenario): Run {
  return runScenario(scenario, { seed });
}

function tracedRun(host: Host, { scenario, seed }: LoadedScenario, file: string): Run {
  const path = tracePath(host, file);
  const traced = new TracedRun(scenario, seed);
  writePieces(path, traced.pieces(), { replace: true });
  return traced.result();
}

/** Where the trace goes. It is looked at before the run, so that a mistyped path costs no time and makes no directories. */
function tracePath({ cwd, files }: Host, file: string): string {
  const path = resolve(cwd, file);
  const refuse = (why: string, fix: string) =>
    new UserError(`--trace ${file} can’t be written: ${why}`, fix);
  const above = files.stat(dirname(path))?.kind;
  if (above === undefined)
    throw refuse(`there is no directory ${dirname(path)}`, 'make it first, or check the path');
  if (above !== 'directory')
    throw refuse(`${dirname(path)} is no directory`, 'check the path, or choose another one');
  const kind = files.stat(path)?.kind;
  // What is written replaces what is there, and a device or a pipe must not be replaced.
  if (kind !== undefined && kind !== 'file')
    throw refuse(
      kind === 'directory' ? 'it is a directory' : 'it is a device or a pipe',
      'name a file, e.g. --trace out.jsonl',
    );
  return path;
}

function print(host: Host, run: Run, { typed }: LoadedScenario, json: boolean): void {
  const stories = storiesOf(run);
  if (!json) {
    writeLines(host, reportText(run, stories, typed, sensibleWidth(host)));
    return;
  }
  const { scenario, seed, ending, endedAt, events, passed, checks, report, faults } = run;
  const answer = {
    schema: 'swelearn.sim-run/1',
    scenario: scenario.name,
    seed,
    ending,
    endedAtMicros: endedAt,
    events,
    passed,
    checks,
    faults: faults.length,
    report,
    stories: stories.map(({ check, lines }) => ({ metric: check.metric, lines })),
  };
  host.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

function writeLines({ stdout }: Host, lines: readonly string[]): void {
  stdout.write(`${lines.join('\n')}\n`);
}

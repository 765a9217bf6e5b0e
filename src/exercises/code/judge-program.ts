import {
  type Run,
  type ShrunkFaults,
  type Story,
  shrinkFaults,
  storiesOf,
} from '../../simulator/scenario/index.ts';
import { Incidents, type LogLine, Stopped } from './incidents.ts';
import {
  type ProgramRun,
  programsOf,
  runProgram,
  type Staging,
  unlessStopped,
} from './run-program.ts';
import type { Trouble } from './trouble.ts';

/** What came of a program over many seeds. */
export interface ProgramVerdict {
  readonly passed: boolean;
  /** Seeds that it was run with: all of them, or up to the first that shows that it is wrong. */
  readonly seeds: number;
  readonly troubles: readonly Trouble[];
  /** The first run in which a check failed. */
  readonly failure: Failure | undefined;
  /** The run with the first seed, of a program that passes. */
  readonly example: Run | undefined;
  /** What the program wrote down in the last run. */
  readonly lines: readonly LogLine[];
}

export interface Failure {
  readonly run: Run;
  /** The fewest strikes of faults with which the first of its failed checks still fails. */
  readonly shrunk: ShrunkFaults | undefined;
  /** How that check came to fail, with these strikes only. */
  readonly story: Story | undefined;
}

/** Runs a program with each seed, until one shows that it is wrong. */
export async function judgeProgram(
  staging: Staging,
  seeds: readonly number[],
): Promise<ProgramVerdict> {
  let lines: readonly LogLine[] = [];
  let example: Run | undefined;
  for (const [index, seed] of seeds.entries()) {
    const tried = await runProgram(staging, seed, { hashed: index === 0 });
    lines = tried.lines;
    example ??= tried.run;
    const { run, hasOverrun } = tried;
    const isCompared = run && !hasOverrun && tried.hash !== undefined;
    const unlike = isCompared ? await unlikeness(staging, tried) : [];
    const troubles = [...tried.troubles, ...unlike];
    if (troubles.length === 0 && run?.passed) continue;
    const failure =
      run && !run.passed && unlike.length === 0
        ? await explained(staging, run, { shrinks: !(hasOverrun || isMistyped(troubles)) })
        : undefined;
    return { passed: false, seeds: index + 1, troubles, failure, example: undefined, lines };
  }
  return { passed: true, seeds: seeds.length, troubles: [], failure: undefined, example, lines };
}

/** The same seed must give the same run. */
async function unlikeness(staging: Staging, { seed, hash }: ProgramRun): Promise<Trouble[]> {
  const again = await runProgram(staging, seed, { hashed: true });
  if (again.hash === hash) return [];
  return [
    {
      kind: 'not-deterministic',
      what: 'the same seed gives another run',
      fix: 'let nothing decide but the message, and the time and the chance of the exercise',
      line: undefined,
      seed,
    },
  ];
}

function isMistyped(troubles: readonly Trouble[]): boolean {
  return troubles.some(({ kind }) => kind === 'programming-error');
}

/** A program that never comes to an end, or that can't do what it says, needs no fault to fail. */
async function explained(
  staging: Staging,
  run: Run,
  { shrinks }: { readonly shrinks: boolean },
): Promise<Failure> {
  const { seed, scenario } = run;
  const metric = run.checks.find(({ passed }) => !passed)?.metric ?? '';
  const { result } = await staging.sandboxes.during(() =>
    unlessStopped((): Failure => {
      const incidents = new Incidents(staging.program.file, seed);
      const programs = programsOf(staging, incidents, seed);
      const shrunk = shrinks ? shrinkFaults(scenario, metric, seed, programs) : undefined;
      const allowed = shrunk && new Set(shrunk.kept.map(({ key }) => key));
      const stories = storiesOf(shrunk?.run ?? run, allowed, undefined, programs);
      return { run, shrunk, story: stories.find(({ check }) => check.metric === metric) };
    }),
  );
  // Without some of the faults it may run into a loop that it never came to with all of them.
  return result instanceof Stopped ? { run, shrunk: undefined, story: undefined } : result;
}

import type { Programs } from '../../simulator/actors/program.ts';
import { type Run, runScenario, TraceHash } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { Incidents, type LogLine, Stopped } from './incidents.ts';
import { LearnerProgram } from './learner-program.ts';
import { partsOf } from './parts.ts';
import type { ProgramText, Sandboxes } from './sandbox.ts';
import { setupFor } from './setup.ts';
import type { Trouble } from './trouble.ts';

/** A program and where it is to run. */
export interface Staging {
  readonly program: ProgramText;
  /** The consumer or the producer whose place it takes. */
  readonly part: string;
  readonly scenario: Scenario;
  readonly sandboxes: Sandboxes;
  /**
   * Told before each message that a program gets. What never comes back was last heard of there: whoever waits for it on
   * another thread can say so.
   */
  readonly beforeEntering?: ((item: string, seed: number) => void) | undefined;
}

/** A run of a program that is over. */
export interface ProgramRun {
  readonly seed: number;
  /** Undefined when it had to be stopped. */
  readonly run: Run | undefined;
  readonly troubles: readonly Trouble[];
  /** Whether the program had more than its allowance. */
  readonly hasOverrun: boolean;
  /** What the program wrote down. */
  readonly lines: readonly LogLine[];
  /** A fingerprint of all that happened, if it was asked for. */
  readonly hash: string | undefined;
}

/** Runs a program in its scenario. A fingerprint takes as long as the run itself. */
export async function runProgram(
  staging: Staging,
  seed: number,
  { hashed = false } = {},
): Promise<ProgramRun> {
  const { program, sandboxes } = staging;
  const incidents = new Incidents(program.file, seed);
  const hash = hashed ? new TraceHash() : undefined;
  const { result, strays } = await sandboxes.during(() =>
    unlessStopped(() =>
      runScenario(staging.scenario, {
        seed,
        programs: programsOf(staging, incidents, seed),
        see: hash && ((event) => hash.see(event)),
      }),
    ),
  );
  const { lines, hasOverrun } = incidents;
  const told = { seed, hasOverrun, lines, hash: hash?.digest };
  if (result instanceof Stopped) return { ...told, run: undefined, troubles: [result.trouble] };
  for (const stray of strays) incidents.strayed({ ...stray, own: false });
  const troubles = incidents.troubles();
  // Where a mistake comes first, that the work isn't reached is no news.
  if (troubles.length === 0) troubles.push(...withoutWork(staging, incidents, result.passed));
  return { ...told, run: result, troubles };
}

/** Makes a new program, with an empty memory, each time that a run begins. */
export function programsOf(
  { program, part, scenario, sandboxes, beforeEntering }: Staging,
  incidents: Incidents,
  seed: number,
): Programs {
  const setup = setupFor(partsOf(scenario));
  const entering = beforeEntering && ((item: string) => beforeEntering(item, seed));
  const open = () => {
    try {
      return new LearnerProgram(sandboxes.open(setup, program), incidents, entering);
    } catch (error) {
      if (error instanceof SyntaxError) incidents.didNotCompile(error);
      throw error;
    }
  };
  return new Map([[part, open]]);
}

/** What it gives, or why it was stopped. */
export function unlessStopped<Result>(run: () => Result): Result | Stopped {
  try {
    return run();
  } catch (error) {
    if (error instanceof Stopped) return error;
    throw error;
  }
}

/** The work that a consumer's steps take time for is what it is all about: a program can't leave it out. */
function withoutWork(
  { scenario, part }: Staging,
  { hasWorked, unworked }: Incidents,
  passed: boolean,
): Trouble[] {
  const works = scenario.consumers[part]?.steps.some(({ kind }) => kind === 'work');
  // In a run that fails a crash may have come between, and the failed check says more.
  const item = passed ? unworked : undefined;
  if (!works || (hasWorked && item === undefined)) return [];
  return [
    {
      kind: 'no-work',
      what: hasWorked
        ? 'for some messages the work is never done'
        : 'the handler never does the work',
      fix: 'call await work() for each message: it takes the time that the work takes, and can fail',
      line: undefined,
      item: hasWorked ? item : undefined,
    },
  ];
}

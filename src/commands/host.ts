import type { Calendar } from '../domain/day.ts';
import type { FileSystem } from '../domain/ports.ts';
import type { ExitCode } from '../domain/user-error.ts';
import type { Judgement, JudgingJob } from '../exercises/code/index.ts';
import type { Paths } from '../platform/paths.ts';
import type { SimulationJob, SimulationResult } from '../simulator/scenario/index.ts';

/** The machine as the commands see it; cli.ts makes the real one, tests make their own. */
export interface Host {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly files: FileSystem;
  readonly paths: Paths;
  /** Directory of the content that comes with the tool. */
  readonly shippedContent: string;
  /** Changes whenever the program does: what was cached by another build is not trusted. */
  readonly build: string;
  now(): Date;
  readonly calendar: Calendar;
  /** A name that no other machine makes. */
  newId(): string;
  /** Runs scenarios at the same time, on as many threads as there are processors; the results in the order of the jobs. */
  simulate(jobs: readonly SimulationJob[]): Promise<SimulationResult[]>;
  /** Judges a learner's program on a thread of its own, which may take so long and hold so much. */
  judge(job: JudgingJob, signal?: AbortSignal): Promise<Judgement>;
  /** Sets what the process will exit with, once the event loop is empty. */
  exitWith(code: ExitCode): void;
}

/** Options that every command understands. */
export interface GlobalOptions {
  /** User directories beside the shipped one. */
  readonly content: readonly string[];
  readonly plain: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

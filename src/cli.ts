/** The composition root: makes the real machine, hands it to the commands, and sets the exit code. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import type { Host } from './commands/host.ts';
import { createProgram } from './commands/program.ts';
import { type ExitCode, UserError } from './domain/user-error.ts';
import { localCalendar } from './platform/calendar.ts';
import { realFiles } from './platform/files.ts';
import { resolvePaths } from './platform/paths.ts';
import type { WorkerPool } from './platform/worker-pool.ts';
import type { SimulationJob, SimulationResult } from './simulator/scenario/index.ts';

declare const VERSION: string;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `swelearn list | head` closes the pipe early; that is the reader's choice, not an error.
  if (error.code !== 'EPIPE') fail(`the output can't be written: ${error.message}`, 2);
  process.exit();
});
// With the terminal gone there is nobody left to tell, and telling would fail again and again.
process.stderr.on('error', () => process.exit());

try {
  await createProgram(makeHost(), VERSION).parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UserError) fail(error.message, error.exitCode);
  // What nobody foresaw is told in a line, too; the stack is for those who mend it.
  else if (process.env.SWELEARN_DEBUG) throw error;
  else
    fail(
      `${error instanceof Error ? error.message : String(error)}\n    SWELEARN_DEBUG=1 shows where`,
      3,
    );
}

function fail(message: string, code: ExitCode): void {
  process.stderr.write(`swelearn: ${message}\n`);
  process.exitCode = code;
}

function makeHost(): Host {
  let simulators: Promise<WorkerPool<SimulationJob, SimulationResult>> | undefined;
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    files: realFiles,
    paths: resolvePaths(process.env),
    shippedContent: fileURLToPath(new URL('../content', import.meta.url)),
    build: buildStamp(),
    now: () => new Date(),
    calendar: localCalendar(Date.now),
    newId: randomUUID,
    simulate: async (jobs) => {
      simulators ??= import('./platform/worker-pool.ts').then(
        ({ WorkerPool }) => new WorkerPool(new URL('./simulate.js', import.meta.url)),
      );
      return (await simulators).run(jobs);
    },
    judge: async (job, signal) => {
      const { judgeWithin } = await import('./commands/try/judge-within.ts');
      return judgeWithin(new URL('./judge.js', import.meta.url), job, signal);
    },
    exitWith: (code) => {
      process.exitCode = code;
    },
  };
}

/** The names of all chunks hang on their contents, and this file names them, so its own size and time tell builds apart. */
function buildStamp(): string {
  const { bytes, changedMs } = realFiles.stat(fileURLToPath(import.meta.url)) ?? {
    bytes: 0,
    changedMs: 0,
  };
  return `${VERSION} ${bytes} ${changedMs}`;
}

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Limited, Limits } from './judge-thread.ts';

/** What the process that judges is told. */
export interface JudgeOrder {
  readonly job: unknown;
  readonly limits: Limits;
}

/** What it says: where the program is, now and then, and in the end what came of the job. */
export type JudgeReport =
  | { readonly kind: 'at'; readonly place: string }
  | { readonly kind: 'over'; readonly outcome: Limited<unknown> }
  | { readonly kind: 'broken'; readonly why: string };

/**
 * Does one job on a thread with limits, in a process of its own: what asks for very much memory at once brings its whole process
 * down, and nobody's screen should go with it. When `signal` says so it is ended and rejects with the signal's reason.
 */
export async function judgeInWorker<Job, Result>(
  program: URL,
  job: Job,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Limited<Result>> {
  signal?.throwIfAborted();
  const child = fork(fileURLToPath(program), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    serialization: 'advanced',
    // A date reads the same wherever its program is judged.
    env: { ...process.env, TZ: 'UTC' },
  });
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort);
  });
  try {
    child.send({ job, limits } satisfies JudgeOrder);
    return await Promise.race([outcomeOf<Result>(child), aborted]);
  } finally {
    signal?.removeEventListener('abort', abort);
    child.kill('SIGKILL');
  }
}

function outcomeOf<Result>(child: ChildProcess): Promise<Limited<Result>> {
  return new Promise((resolve, reject) => {
    let place = '';
    child.on('message', (report: JudgeReport) => {
      if (report.kind === 'at') place = report.place;
      else if (report.kind === 'over') resolve(report.outcome as Limited<Result>);
      else reject(new Error(report.why));
    });
    child.on('error', reject);
    child.once('exit', (code, signal) => {
      if (isOutOfMemory(code, signal)) resolve({ kind: 'greedy', place });
      else reject(new Error(`the process that judges ended with ${signal ?? code}`));
    });
  });
}

/** How Node, or the system, ends what has asked for too much. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return code === 134 || ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGKILL'].includes(signal ?? '');
}

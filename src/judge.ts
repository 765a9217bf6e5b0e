/**
 * The program of a process that judges a learner's program, and of the one thread in it that does so. The process stays able to
 * speak while the thread is busy.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { JudgingJob } from './exercises/code/index.ts';
import type { JudgeData } from './platform/judge-thread.ts';
import type { JudgeOrder, JudgeReport } from './platform/judge-worker.ts';

if (isMainThread) {
  // Who waits for the verdict decides when it is over.
  process.on('SIGINT', () => undefined);
  // Leaving in order would wait for the thread, which may never come back.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.once('message', (order: JudgeOrder) => void supervise(order));
} else {
  parentPort?.once('message', (job: JudgingJob) => void judge(job));
}

async function supervise({ job, limits }: JudgeOrder): Promise<void> {
  const report = (said: JudgeReport) => process.send?.(said);
  const { judgeOnThread } = await import('./platform/judge-thread.ts');
  const onPlace = (place: string) => report({ kind: 'at', place });
  try {
    const outcome = await judgeOnThread(new URL(import.meta.url), job, limits, onPlace);
    report({ kind: 'over', outcome });
  } catch (error) {
    report({ kind: 'broken', why: error instanceof Error ? String(error.stack) : String(error) });
  }
}

async function judge(job: JudgingJob): Promise<void> {
  const { judgeJob, placeOf } = await import('./exercises/code/index.ts');
  const { Sandboxes } = await import('./platform/sandbox.ts');
  const { Trail } = await import('./platform/trail.ts');
  const { shared }: JudgeData = workerData;
  const trail = new Trail(shared);
  // Everything is loaded: from now on there is no excuse for standing still.
  trail.note('');
  const note = (item: string, seed: number) => trail.note(placeOf(item, seed));
  parentPort?.postMessage(await judgeJob(job, new Sandboxes(), note));
}

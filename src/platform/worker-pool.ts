import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * Does jobs on as many threads as there are processors; the results come in the order of the jobs. A thread that fails fails
 * them all, and none is left running.
 */
export async function runInWorkers<Job, Result>(
  program: URL,
  jobs: readonly Job[],
): Promise<Result[]> {
  const results: Result[] = new Array(jobs.length);
  const size = Math.min(jobs.length, availableParallelism());
  const workers = Array.from({ length: size }, () => new Worker(program));
  let next = 0;
  try {
    await Promise.all(
      workers.map(async (worker) => {
        while (next < jobs.length) {
          const index = next;
          next += 1;
          results[index] = await answerOf<Job, Result>(worker, jobs[index] as Job);
        }
      }),
    );
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function answerOf<Job, Result>(worker: Worker, job: Job): Promise<Result> {
  // Only its own listeners go: ending a thread listens to its exit, too, and an answer may come in between.
  const settled = new AbortController();
  const { signal } = settled;
  const answered = once(worker, 'message', { signal }).then(([result]) => result as Result);
  const ended = once(worker, 'exit', { signal }).then(([code]) => {
    throw new Error(`a worker ended with ${code}`);
  });
  worker.postMessage(job);
  try {
    return await Promise.race([answered, ended]);
  } finally {
    settled.abort();
  }
}

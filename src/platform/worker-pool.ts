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

function answerOf<Job, Result>(worker: Worker, job: Job): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      // Without names, it would take off what Node itself listens to, and no further answer would come.
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      done();
    };
    worker.once('message', (result: Result) => settle(() => resolve(result)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`a worker ended with ${code}`))));
    worker.postMessage(job);
  });
}

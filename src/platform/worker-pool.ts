import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * Threads that all run one program, as many as there are processors at most. They are kept from one run to the next, since a
 * thread whose code is compiled is several times as quick; those that have nothing to do don't keep the process alive.
 */
export class WorkerPool<Job, Result> {
  readonly #program: URL;
  #idle: Worker[] = [];

  constructor(program: URL) {
    this.#program = program;
  }

  /** Does jobs; the results come in their order. A thread that fails fails them all, and none of theirs is left running. */
  async run(jobs: readonly Job[]): Promise<Result[]> {
    const results: Result[] = new Array(jobs.length);
    const workers = this.#take(Math.min(jobs.length, availableParallelism()));
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
    } catch (error) {
      await endAll(workers);
      throw error;
    }
    for (const worker of workers) worker.unref();
    this.#idle.push(...workers);
    return results;
  }

  async end(): Promise<void> {
    const idle = this.#idle;
    this.#idle = [];
    await endAll(idle);
  }

  #take(count: number): Worker[] {
    const kept = this.#idle.splice(0, count);
    for (const worker of kept) worker.ref();
    const missing = Array.from({ length: count - kept.length }, () => new Worker(this.#program));
    return [...kept, ...missing];
  }
}

async function endAll(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map((worker) => worker.terminate()));
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

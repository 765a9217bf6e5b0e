import { Worker } from 'node:worker_threads';
import { Trail } from './trail.ts';

/** How long a thread may take, and how much it may hold. */
export interface Limits {
  /** Without a sign of life. */
  readonly limitMs: number;
  /** In all. */
  readonly wholeMs: number;
  readonly memoryMb: number;
}

/** What came of a job: its result, or why its thread was ended, and the last place that it had noted. */
export type Limited<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'stuck' | 'slow' | 'greedy'; readonly place: string };

/** What a thread's program is given beside its job. */
export interface JudgeData {
  /** Of its trail. */
  readonly shared: SharedArrayBuffer;
}

/** How often it is looked for a sign of life. */
const LOOK_MS = 50;

/**
 * Does one job on a thread of its own, until it is done or takes too long or too much memory. The thread is told to end then; one
 * that is busy inside of the language itself doesn't hear it, and goes with its process.
 */
export async function judgeOnThread<Job, Result>(
  program: URL,
  job: Job,
  { limitMs, wholeMs, memoryMb }: Limits,
  onPlace: (place: string) => void,
): Promise<Limited<Result>> {
  const trail = new Trail();
  const worker = new Worker(program, {
    workerData: { shared: trail.shared } satisfies JudgeData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const { promise, resolve, reject } = settling<Limited<Result>>();
  const look = lookOut(trail, limitMs, wholeMs, resolve, onPlace);
  const looking = setInterval(look, LOOK_MS);
  worker.once('message', (result: Result) => resolve({ kind: 'done', result }));
  worker.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'greedy', place: trail.place });
    else reject(error);
  });
  worker.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
  worker.postMessage(job);
  try {
    return await promise;
  } finally {
    clearInterval(looking);
    void worker.terminate();
  }
}

/**
 * Looks whether it goes on. A machine may be slow: until the first sign of life, and as long as there are more, only the time in
 * all counts.
 */
function lookOut(
  trail: Trail,
  limitMs: number,
  wholeMs: number,
  end: (how: { kind: 'stuck' | 'slow'; place: string }) => void,
  onPlace: (place: string) => void,
): () => void {
  const begun = performance.now();
  let steps = 0;
  let movedAt = begun;
  return () => {
    const now = performance.now();
    if (trail.steps !== steps) {
      movedAt = now;
      onPlace(trail.place);
    }
    steps = trail.steps;
    if (steps > 0 && now - movedAt >= limitMs) end({ kind: 'stuck', place: trail.place });
    else if (now - begun >= wholeMs) end({ kind: 'slow', place: trail.place });
  };
}

function settling<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (why: unknown) => void = () => undefined;
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

import { cutOff, type Judgement, type JudgingJob } from '../../exercises/code/index.ts';
import { judgeInWorker } from '../../platform/judge-worker.ts';

/** Without a sign of life, in all, and of memory: far more than any program needs that does its work. */
const STUCK_S = 10;
const SLOW_S = 60;
const MEMORY_MB = 256;

/** Judges a learner's program on a thread of its own; one that has to be cut off gets a verdict that says where it was. */
export async function judgeWithin(
  program: URL,
  job: JudgingJob,
  signal?: AbortSignal,
): Promise<Judgement> {
  const limits = { limitMs: STUCK_S * 1000, wholeMs: SLOW_S * 1000, memoryMb: MEMORY_MB };
  const judged = await judgeInWorker<JudgingJob, Judgement>(program, job, limits, signal);
  if (judged.kind === 'done') return judged.result;
  const limit = { stuck: STUCK_S, slow: SLOW_S, greedy: MEMORY_MB }[judged.kind];
  return cutOff({ kind: judged.kind, limit, place: judged.place });
}

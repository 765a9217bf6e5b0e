import type { Job, Outcome } from './job.ts';
import type { ActorWorld } from './world.ts';

/** Told once how the work on a job ended, and why where it failed, in a few words. */
export type End = (outcome: Outcome, why: string) => void;

/** What a consumer does with each job. */
export interface Work {
  /** Calls `end` once, unless the job dies before. */
  run(job: Job, end: End): void;
}

/** Tells that a worker began a job. */
export function tellStarted(world: ActorWorld, job: Job): void {
  world.emit({
    kind: 'work-started',
    at: world.calendar.now,
    consumer: job.consumer,
    worker: job.worker.name,
    trace: job.trace,
    source: job.source,
    message: job.message,
    attempt: job.attempt,
    producedAt: job.producedAt,
  });
}

/** Ends a job, with the reason in a few words where it failed. Whatever still comes back for it is ignored from here on. */
export function endJob(world: ActorWorld, job: Job, outcome: Outcome, why: string): void {
  job.alive = false;
  world.emit({
    kind: 'work-ended',
    at: world.calendar.now,
    consumer: job.consumer,
    worker: job.worker.name,
    trace: job.trace,
    source: job.source,
    message: job.message,
    outcome,
    why,
    startedAt: job.startedAt,
    producedAt: job.producedAt,
  });
}

/** Why an item is shed. */
export const TOO_OLD = 'too old to be of use';

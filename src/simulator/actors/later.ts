import type { Micros } from '../engine/time.ts';
import type { Job } from './job.ts';
import type { ActorWorld } from './world.ts';

/** Goes on with a job after a time, unless it died; a worker that stands still goes on when it wakes. */
export function later(
  world: ActorWorld,
  job: Job,
  delay: Micros,
  run: (now: Micros) => void,
): void {
  const resume = (now: Micros) => {
    if (!job.alive) return;
    if (now < job.worker.pausedUntil) world.calendar.at(job.worker.pausedUntil, resume);
    else run(now);
  };
  world.calendar.at(world.calendar.now + delay, resume);
}

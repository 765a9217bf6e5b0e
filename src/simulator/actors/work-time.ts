import type { Micros } from '../engine/time.ts';
import type { Duration } from '../settings/amounts.ts';
import { durationOf } from './draw-duration.ts';
import type { Fates } from './fates.ts';
import type { Job } from './job.ts';
import type { ActorWorld } from './world.ts';

/** How long a job's work takes, drawn anew each time. */
export type WorkTime = (job: Job) => Micros;

/** The `index`-th work of a consumer: its own time, longer while it is slow, and longer by a pause that strikes in the middle. */
export function workTime(
  consumer: string,
  time: Duration,
  world: ActorWorld,
  fates: Fates,
  index: number,
): WorkTime {
  const draw = durationOf(time);
  const random = world.stream(`${consumer} work`);
  return (job) => {
    const takes = draw(random);
    const slow = world.faults.lasting('slow', consumer);
    const pause = world.faults.concerns('pause', consumer)
      ? world.faults.strikes('pause', consumer, {
          name: fates.nameOf(job, `pause ${index}`),
          trace: job.trace,
          victim: job.worker.name,
        })
      : undefined;
    if (pause) job.worker.pausedUntil = world.calendar.now + (pause.for ?? 0);
    return Math.round(takes * (slow?.factor ?? 1)) + (pause?.for ?? 0);
  };
}

import type { Job, Worker } from './job.ts';
import type { Value } from './program.ts';
import type { End } from './work.ts';
import type { ActorWorld } from './world.ts';

/** A worker from its start to its death, as far as a program's memory lasts. */
export interface Life {
  readonly number: number;
  readonly worker: Worker;
  /** The worker's deaths before it. */
  readonly deaths: number;
}

/** A job in the hands of a program. It is remembered when the job is over: what wasn't awaited still goes on. */
export interface Task {
  readonly number: number;
  readonly job: Job;
  readonly life: Life;
  readonly end: End;
  /** Things done that a crash could come before or after. */
  effects: number;
  works: number;
  /** What was read last, by store and key. */
  readonly seen: Map<string, Value>;
  /** A stock that was read and found empty. */
  soldOut: { readonly store: string; readonly item: string } | undefined;
  /** How far it came with what the consumer is there for. */
  reached: 'done' | 'skipped' | undefined;
}

export function isOver({ worker, deaths }: Life): boolean {
  return worker.deaths !== deaths || !worker.isUp;
}

/** Goes on after a time, unless the worker died; one that stands still goes on when it wakes. */
export function after(world: ActorWorld, life: Life, delay: number, run: (now: number) => void) {
  const resume = (now: number) => {
    if (isOver(life)) return;
    if (now < life.worker.pausedUntil) world.calendar.at(life.worker.pausedUntil, resume);
    else run(now);
  };
  world.calendar.at(world.calendar.now + delay, resume);
}

import type { Micros } from '../../engine/time.ts';
import type { CallEnded, WorkEnded, WorkerState } from '../../events/index.ts';
import type { ConsumerReport } from '../metrics/report.ts';
import { Level } from './level.ts';
import { distributionOf, Samples } from './samples.ts';

type State = WorkerState['state'];

/** The workers of one consumer. A paused one runs and does nothing: it is neither busy nor idle. */
export class ConsumerFold {
  readonly latencies = new Samples();
  readonly #states = new Map<string, State>();
  readonly running = new Level();
  readonly busy = new Level();
  readonly #idle = new Level();
  #done = 0;
  #repeated = 0;
  #skipped = 0;
  #failed = 0;
  #shed = 0;
  #crashes = 0;
  /** Time that workers waited for services. */
  #waited: Micros = 0;

  /** Pieces of work that ended, however. */
  get worked(): number {
    return this.#done + this.#skipped + this.#failed + this.#shed;
  }

  get failures(): number {
    return this.#failed;
  }

  ended({ outcome }: WorkEnded): void {
    if (outcome === 'done') this.#done += 1;
    else if (outcome === 'skipped') this.#skipped += 1;
    else if (outcome === 'failed') this.#failed += 1;
    else if (outcome === 'shed') this.#shed += 1;
  }

  called({ at, startedAt }: CallEnded): void {
    this.#waited += at - startedAt;
  }

  repeated(): void {
    this.#repeated += 1;
  }

  turned({ at, worker, state }: WorkerState): void {
    const before = this.#states.get(worker);
    if (before) this.#count(at, before, -1);
    this.#count(at, state, 1);
    if (state === 'down') this.#crashes += 1;
    if (state === 'gone') this.#states.delete(worker);
    else this.#states.set(worker, state);
  }

  report(endedAt: Micros): ConsumerReport {
    const running = this.running.area(endedAt);
    return {
      done: this.#done,
      repeated: this.#repeated,
      skipped: this.#skipped,
      failed: this.#failed,
      shed: this.#shed,
      crashes: this.#crashes,
      utilisation: running === 0 ? undefined : this.busy.area(endedAt) / running,
      // A worker that died in the middle of a call was no longer busy when the answer came.
      processor:
        running === 0 ? undefined : Math.max(0, this.busy.area(endedAt) - this.#waited) / running,
      idle: this.#idle.area(endedAt),
      workers: this.running.report(endedAt),
      latency: distributionOf(this.latencies),
    };
  }

  #count(at: Micros, state: State, change: number): void {
    if (state === 'busy') this.busy.add(at, change);
    if (state === 'idle') this.#idle.add(at, change);
    if (state === 'busy' || state === 'idle' || state === 'paused') this.running.add(at, change);
  }
}

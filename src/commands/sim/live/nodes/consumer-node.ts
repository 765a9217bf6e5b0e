import type { SimulationEvent, WorkerState } from '../../../../simulator/events/index.ts';
import type { Reading } from '../../../../tui/index.tsx';
import { amounts, type Node } from './node.ts';

/** The workers of a consumer by what they do, and what came of their work. */
export class ConsumerNode implements Node {
  readonly #states = new Map<string, WorkerState['state']>();
  readonly #workers: Record<WorkerState['state'], number> = {
    starting: 0,
    idle: 0,
    busy: 0,
    paused: 0,
    down: 0,
    gone: 0,
  };
  #most = 1;
  #done = 0;
  #failed = 0;
  #crashes = 0;

  get done(): number {
    return this.#done;
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'worker-state') this.#turn(event);
    else if (event.kind === 'work-ended') {
      if (event.outcome === 'done') this.#done += 1;
      else if (event.outcome === 'failed') this.#failed += 1;
    }
  }

  reading(): Reading {
    const { busy, idle, paused, down } = this.#workers;
    const areAllDown = down > 0 && down === this.#states.size;
    return {
      parts: amounts({ busy, idle, paused, down }),
      full: this.#most,
      counts: amounts({ done: this.#done, failed: this.#failed, crashes: this.#crashes }),
      ...(areAllDown ? { warning: 'all down' } : {}),
    };
  }

  #turn({ worker, state }: WorkerState): void {
    const before = this.#states.get(worker);
    if (before !== undefined) this.#workers[before] -= 1;
    this.#workers[state] += 1;
    if (state === 'down') this.#crashes += 1;
    if (state === 'gone') this.#states.delete(worker);
    else this.#states.set(worker, state);
    this.#most = Math.max(this.#most, this.#states.size);
  }
}

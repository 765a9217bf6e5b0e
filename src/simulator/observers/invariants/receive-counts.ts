import type { SimulationEvent } from '../../events/index.ts';

/** Each receive of a message counts one more than the one before, until it is put aside or gone. */
export class ReceiveCounts {
  readonly #counts = new Map<string, number>();
  #violation: string | undefined;

  get violation(): string | undefined {
    return this.#violation;
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'received') {
      const { at, message, receiveCount } = event;
      const before = this.#counts.get(message);
      // A copy of what was just deleted counts for itself.
      if (event.copy && before === undefined) return;
      if (before !== undefined && receiveCount !== before + 1)
        this.#violation ??= `at ${at}: message ${message} went from receive ${before} to ${receiveCount}`;
      this.#counts.set(message, receiveCount);
    } else if (
      event.kind === 'deleted' ||
      event.kind === 'expired' ||
      event.kind === 'purged' ||
      event.kind === 'dead-lettered'
    )
      this.#counts.delete(event.message);
  }
}

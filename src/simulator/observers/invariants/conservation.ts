import type { SimulationEvent } from '../../events/index.ts';

/**
 * At every event of every queue: what left it had come in. A message is in one place only, is handed out and comes back only
 * while it is there, and leaves once. What a move task takes out is sent to its target, before anything else happens (STD-13).
 */
export class Conservation {
  readonly #where = new Map<string, string>();
  /** What a move task has in its hands. */
  #moving: { readonly to: string; readonly trace: string } | undefined;
  #violation: string | undefined;

  get violation(): string | undefined {
    return this.#violation;
  }

  see(event: SimulationEvent): void {
    if (this.#moving) this.#mustArrive(event, this.#moving);
    switch (event.kind) {
      case 'sent':
        if (this.#where.has(event.message)) this.#fail(event, 'was sent while it was there');
        this.#where.set(event.message, event.queue);
        break;
      case 'dead-lettered':
        this.#mustBeIn(event);
        this.#where.set(event.message, event.to);
        break;
      case 'redriven':
        this.#moving = event;
        this.#leave(event);
        break;
      case 'deleted':
      case 'expired':
      case 'purged':
        this.#leave(event);
        break;
      case 'received':
        // A copy may be of a message that was just deleted.
        if (!event.copy) this.#mustBeIn(event);
        break;
      case 'appeared':
      case 'visibility-changed':
        this.#mustBeIn(event);
        break;
    }
  }

  #leave(event: { kind: string; at: number; queue: string; message: string }): void {
    this.#mustBeIn(event);
    this.#where.delete(event.message);
  }

  #mustArrive(event: SimulationEvent, { to, trace }: { to: string; trace: string }): void {
    const arrives = event.kind === 'sent' && event.queue === to && event.trace === trace;
    if (!arrives)
      this.#violation ??= `at ${event.at}: ${trace} was taken out for ${to} and did not come there`;
    this.#moving = undefined;
  }

  #mustBeIn(event: { kind: string; at: number; queue: string; message: string }): void {
    if (this.#where.get(event.message) !== event.queue)
      this.#fail(event, `had a ${event.kind} in ${event.queue} and was not there`);
  }

  #fail({ at, message }: { at: number; message: string }, what: string): void {
    this.#violation ??= `at ${at}: message ${message} ${what}`;
  }
}

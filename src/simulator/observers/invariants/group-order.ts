import type { SimulationEvent } from '../../events/index.ts';

interface Group {
  /** Messages in the order in which they were sent. */
  readonly waiting: Set<string>;
  /** In flight, with who holds them since which moment. */
  readonly held: Map<string, string>;
}

/**
 * In FIFO queues, dead-letter queues among them: what is handed out of a group is the oldest of it that isn't in flight, and
 * while any is, only the receive that took it may take more (FIFO-05). Needs the names of the FIFO queues.
 */
export class GroupOrder {
  readonly #fifo: ReadonlySet<string>;
  readonly #groups = new Map<string, Group>();
  readonly #groupOf = new Map<string, { queue: string; group: string | undefined }>();
  #violation: string | undefined;

  constructor(fifoQueues: Iterable<string>) {
    this.#fifo = new Set(fifoQueues);
  }

  get violation(): string | undefined {
    return this.#violation;
  }

  see(event: SimulationEvent): void {
    if (!('queue' in event) || !this.#fifo.has(event.queue) || !('message' in event)) return;
    const { message } = event;
    if (event.kind === 'sent') this.#enter(message, event.queue, event.group);
    else if (event.kind === 'dead-lettered') this.#moved(message, event.to);
    else if (event.kind === 'received')
      this.#received(message, `${event.by} ${event.at}`, event.at);
    else if (event.kind === 'appeared') this.#of(message)?.held.delete(message);
    else if (LEAVES.has(event.kind)) this.#left(message);
  }

  #received(message: string, by: string, at: number): void {
    const group = this.#of(message);
    if (!group) return;
    for (const [other, holder] of group.held)
      if (holder !== by) this.#fail(at, `${message} was handed out while ${other} was in flight`);
    for (const other of group.waiting) {
      if (other === message) break;
      if (!group.held.has(other)) this.#fail(at, `${message} was handed out before ${other}`);
    }
    group.held.set(message, by);
  }

  #enter(message: string, queue: string, group: string | undefined): void {
    this.#groupOf.set(message, { queue, group });
    this.#of(message)?.waiting.add(message);
  }

  /** In a dead-letter queue it is the youngest of its group. */
  #moved(message: string, to: string): void {
    const group = this.#groupOf.get(message)?.group;
    this.#left(message);
    if (this.#fifo.has(to)) this.#enter(message, to, group);
  }

  #left(message: string): void {
    const group = this.#of(message);
    group?.held.delete(message);
    group?.waiting.delete(message);
    this.#groupOf.delete(message);
  }

  #of(message: string): Group | undefined {
    const place = this.#groupOf.get(message);
    if (place === undefined) return undefined;
    const name = `${place.queue} ${place.group}`;
    let group = this.#groups.get(name);
    if (!group) {
      group = { waiting: new Set(), held: new Map() };
      this.#groups.set(name, group);
    }
    return group;
  }

  #fail(at: number, what: string): void {
    this.#violation ??= `at ${at}: ${what} of its group`;
  }
}

const LEAVES: ReadonlySet<string> = new Set(['deleted', 'expired', 'purged', 'redriven']);

import type { Micros } from '../../engine/time.ts';
import type { Appeared, QueueEvent, QueueRequest, Received, Sent } from '../../events/index.ts';
import type { QueueReport } from '../metrics/report.ts';
import { Level } from './level.ts';
import { distributionOf, Samples } from './samples.ts';
import { isThrottling } from './throttling.ts';

type Where = 'visible' | 'in flight' | 'delayed';

interface Stored {
  readonly trace: string;
  readonly enteredAt: Micros;
  where: Where;
  wasReceived: boolean;
}

/** Events that take a message out of the queue, and what each is counted as. */
const LEAVING = {
  deleted: 'deleted',
  expired: 'expired',
  purged: 'purged',
  redriven: 'redriven',
  'dead-lettered': 'deadLettered',
} as const;

/** What happens in one queue. It remembers the messages that are in it, and nothing of those that left. */
export class QueueFold {
  readonly visible = new Level();
  readonly inFlight = new Level();
  readonly #delayed = new Level();
  readonly #stored = new Map<string, Stored>();
  readonly #waits = new Samples();
  #came = 0;
  #longestStay: Micros = 0;
  readonly #counts = {
    sent: 0,
    received: 0,
    deleted: 0,
    expired: 0,
    purged: 0,
    deadLettered: 0,
    redriven: 0,
    deduplicated: 0,
    redeliveries: 0,
    receives: 0,
    emptyReceives: 0,
    throttled: 0,
    staleDeletes: 0,
  };

  /** Messages that came in, dead letters too. */
  get came(): number {
    return this.#came;
  }

  /** Messages that left it, whatever the reason. */
  get went(): number {
    return this.#came - this.#stored.size;
  }

  get redeliveries(): number {
    return this.#counts.redeliveries;
  }

  /** The items whose messages are in it. */
  *traces(): Generator<string> {
    for (const { trace } of this.#stored.values()) yield trace;
  }

  see(event: QueueEvent): void {
    switch (event.kind) {
      case 'sent':
        this.#counts.sent += 1;
        this.#enter(event, event.visibleAt > event.at ? 'delayed' : 'visible');
        break;
      case 'appeared':
        this.#appear(event);
        break;
      case 'received':
        this.#receive(event);
        break;
      case 'deleted':
      case 'expired':
      case 'purged':
      case 'redriven':
      case 'dead-lettered':
        this.#counts[LEAVING[event.kind]] += 1;
        this.#leave(event.at, event.message);
        break;
      case 'deduplicated':
        this.#counts.deduplicated += 1;
        break;
      case 'delete-ineffective':
        this.#counts.staleDeletes += 1;
        break;
      case 'queue-request':
        this.#request(event);
        break;
    }
  }

  /** A dead letter comes in; it isn't sent. */
  takeIn(event: { at: Micros; message: string; trace: string }): void {
    this.#enter(event, 'visible');
  }

  report(endedAt: Micros): QueueReport {
    let oldest = endedAt;
    for (const { enteredAt } of this.#stored.values()) oldest = Math.min(oldest, enteredAt);
    const age = endedAt - oldest;
    return {
      ...this.#counts,
      depth: this.visible.report(endedAt),
      inFlight: this.inFlight.report(endedAt),
      delayed: this.#delayed.report(endedAt),
      // Who stayed longest was the oldest when it left, or somebody older was, and stayed longer.
      ageOfOldest: { max: Math.max(this.#longestStay, age), end: age },
      wait: distributionOf(this.#waits),
    };
  }

  #enter(event: Pick<Sent, 'at' | 'message' | 'trace'>, where: Where): void {
    const { at, message, trace } = event;
    this.#came += 1;
    this.#stored.set(message, { trace, enteredAt: at, where, wasReceived: false });
    this.#levelOf(where).add(at, 1);
  }

  #appear({ at, message }: Appeared): void {
    const stored = this.#stored.get(message);
    if (stored) this.#move(at, stored, 'visible');
  }

  #receive({ at, message, copy }: Received): void {
    this.#counts.received += 1;
    const stored = this.#stored.get(message);
    if (copy || stored?.wasReceived) this.#counts.redeliveries += 1;
    if (!stored) return;
    if (!stored.wasReceived) this.#waits.add(at - stored.enteredAt);
    stored.wasReceived = true;
    this.#move(at, stored, 'in flight');
  }

  #leave(at: Micros, message: string): void {
    const stored = this.#stored.get(message);
    if (!stored) return;
    this.#stored.delete(message);
    this.#levelOf(stored.where).add(at, -1);
    this.#longestStay = Math.max(this.#longestStay, at - stored.enteredAt);
  }

  #move(at: Micros, stored: Stored, where: Where): void {
    if (stored.where === where) return;
    this.#levelOf(stored.where).add(at, -1);
    stored.where = where;
    this.#levelOf(where).add(at, 1);
  }

  #levelOf(where: Where): Level {
    if (where === 'visible') return this.visible;
    return where === 'in flight' ? this.inFlight : this.#delayed;
  }

  #request({ action, messages, refused }: QueueRequest): void {
    if (isThrottling(refused)) this.#counts.throttled += 1;
    if (action !== 'ReceiveMessage') return;
    this.#counts.receives += 1;
    if (messages === 0) this.#counts.emptyReceives += 1;
  }
}

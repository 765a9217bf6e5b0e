import type { Micros } from '../../../../../src/simulator/engine/time.ts';
import type {
  Appeared,
  BrokerEvent,
  DeadLettered,
  QueueEvent,
  Received,
  Sent,
} from '../../../../../src/simulator/events/index.ts';

interface Entry {
  state: 'delayed' | 'visible' | 'hidden';
  receives: number;
  readonly group: string | undefined;
  /** The receive that took it last. */
  takenBy: string;
}

type Book = Map<string, Entry>;

/**
 * Keeps book of each queue from its events alone and throws at the first that can't be: what isn't there is received, a count
 * jumps, a group is served twice at once. Entries stay in order of arrival.
 */
export class Ledger {
  private readonly books = new Map<string, Book>();
  private readonly known = new Set<string>();
  private readonly last = new Map<string, Micros>();

  constructor(private readonly fifo: boolean) {}

  see(event: BrokerEvent): void {
    if (!('queue' in event)) return;
    insist(event.at >= (this.last.get(event.queue) ?? 0), event, 'time went back');
    this.last.set(event.queue, event.at);
    const book = this.books.get(event.queue) ?? new Map<string, Entry>();
    this.books.set(event.queue, book);
    this.enter(event, book);
  }

  counts(queue: string): { visible: number; inFlight: number; delayed: number } {
    const entries = [...(this.books.get(queue)?.values() ?? [])];
    const of = (state: Entry['state']) => entries.filter((entry) => entry.state === state).length;
    return { visible: of('visible'), inFlight: of('hidden'), delayed: of('delayed') };
  }

  private enter(event: QueueEvent, book: Book): void {
    switch (event.kind) {
      case 'sent':
        this.sent(event, book);
        break;
      case 'deduplicated':
        insist(this.known.has(event.message), event, 'the original was never sent');
        break;
      case 'appeared':
        appeared(event, book);
        break;
      case 'received':
        this.received(event, book);
        break;
      case 'visibility-changed':
        insist(book.get(event.message)?.state === 'hidden', event, 'it is not in flight');
        break;
      case 'dead-lettered':
        this.deadLettered(event, book);
        break;
      case 'deleted':
      case 'redriven':
      case 'expired':
      case 'purged':
        insist(book.delete(event.message), event, 'it is not there');
        break;
      default:
    }
  }

  private sent(event: Sent, book: Book): void {
    insist(!this.known.has(event.message), event, 'the id was used before');
    this.known.add(event.message);
    const state = event.visibleAt > event.at ? 'delayed' : 'visible';
    book.set(event.message, { state, receives: 0, group: event.group, takenBy: '' });
  }

  private received(event: Received, book: Book): void {
    const entry = book.get(event.message);
    if (event.copy) {
      insist(this.known.has(event.message), event, 'nobody sent it');
      insist(entry?.state !== 'visible', event, 'a copy of what is visible');
      if (entry !== undefined) entry.receives = event.receiveCount;
      return;
    }
    insist(entry !== undefined && entry.state === 'visible', event, 'it is not visible');
    insist(event.receiveCount === entry.receives + 1, event, 'STD-05: the count rises by one');
    if (this.fifo) inTurn(event, entry, book);
    Object.assign(entry, { state: 'hidden', receives: event.receiveCount, takenBy: event.by });
  }

  /** STD-09, STD-10: from visible here to visible there, with its count. */
  private deadLettered(event: DeadLettered, book: Book): void {
    const entry = book.get(event.message);
    insist(entry !== undefined && entry.state === 'visible', event, 'it is not visible');
    insist(event.receiveCount === entry.receives, event, 'the move counted as a receive');
    book.delete(event.message);
    const target = this.books.get(event.to) ?? new Map<string, Entry>();
    this.books.set(event.to, target);
    target.set(event.message, entry);
  }
}

function appeared(event: Appeared, book: Book): void {
  const entry = book.get(event.message);
  const from = event.because === 'delay-over' ? 'delayed' : 'hidden';
  insist(entry !== undefined && entry.state === from, event, `it was not ${from}`);
  insist(event.receiveCount === entry.receives, event, 'STD-04: the count changed');
  entry.state = 'visible';
}

/** FIFO-05: all that came before it in its group is gone, or in flight with this same receive; so is nothing that came later. */
function inTurn(event: Received, entry: Entry, book: Book): void {
  let isBefore = true;
  for (const [message, other] of book) {
    if (message === event.message) isBefore = false;
    if (other === entry || other.group !== entry.group) continue;
    const isTakenTogether = other.state === 'hidden' && other.takenBy === event.by;
    insist(other.state !== 'hidden' || isTakenTogether, event, `${message} is in flight`);
    insist(!isBefore || isTakenTogether, event, `${message} comes first`);
  }
}

function insist(holds: boolean, event: BrokerEvent, why: string): asserts holds {
  if (!holds) throw new Error(`${why}: ${JSON.stringify(event)}`);
}

import TinyQueue from 'tinyqueue';
import type { Micros } from '../../engine/time.ts';
import { NO_ATTRIBUTES } from '../attributes.ts';
import type {
  Delivery,
  ReceiveAnswer,
  ReceiveRequest,
  SendRequest,
  SendResult,
  StopWaiting,
} from '../queue/commands.ts';
import type { BrokerWorld } from '../world.ts';

interface Stored {
  readonly id: string;
  readonly request: SendRequest;
  readonly priority: number;
  readonly sequence: number;
  readonly sentAt: Micros;
  receiveCount: number;
  firstReceivedAt: Micros;
}

interface Waiter {
  readonly request: ReceiveRequest;
  readonly answer: ReceiveAnswer;
  waiting: boolean;
}

/**
 * A queue that hands out the highest priority first and, among equals, the oldest, as RabbitMQ's do and SQS's don't. A message
 * is held by the one who received it until it is acknowledged; `release` gives back what a broken connection held. It speaks
 * the words of an SQS queue, so that the same workers can receive from it.
 */
export class PriorityQueue {
  readonly name: string;
  readonly #world: BrokerWorld;
  readonly #highest: number;
  readonly #ready: TinyQueue<Stored>;
  readonly #held = new Map<string, { stored: Stored; by: string }>();
  readonly #waiters: Waiter[] = [];
  #sequence = 0;

  /** `priorities` is the number of levels: 0 up to one less. */
  constructor(world: BrokerWorld, name: string, priorities: number) {
    this.#world = world;
    this.name = name;
    this.#highest = priorities - 1;
    this.#ready = new TinyQueue<Stored>([], byPriority);
  }

  /** The priority is the message attribute of that name; 0 without one, and the highest level for what is above it. */
  send(now: Micros, request: SendRequest): SendResult {
    const id = this.#world.newId();
    const wanted = Number(request.attributes?.priority?.value ?? 0) || 0;
    const stored: Stored = {
      id,
      request,
      priority: Math.max(0, Math.min(this.#highest, Math.floor(wanted))),
      sequence: this.#sequence,
      sentAt: now,
      receiveCount: 0,
      firstReceivedAt: now,
    };
    this.#sequence += 1;
    this.#world.emit({
      kind: 'sent',
      at: now,
      queue: this.name,
      message: id,
      trace: request.traceHeader ?? '',
      group: undefined,
      sizeBytes: request.sizeBytes ?? request.body.length,
      visibleAt: now,
      by: request.by ?? '',
    });
    this.#ready.push(stored);
    this.#serve(now);
    return { messageId: id, sequenceNumber: undefined };
  }

  receive(now: Micros, request: ReceiveRequest, answer: ReceiveAnswer): StopWaiting {
    if (request.waitTimeSeconds === 0) {
      answer(now, this.#handOut(now, request));
      return () => undefined;
    }
    const waiter: Waiter = { request, answer, waiting: true };
    this.#waiters.push(waiter);
    this.#serve(now);
    return () => {
      waiter.waiting = false;
    };
  }

  delete(now: Micros, receiptHandle: string, by = ''): undefined {
    const held = this.#held.get(receiptHandle);
    if (!held) return;
    this.#held.delete(receiptHandle);
    this.#world.emit({ kind: 'deleted', at: now, ...this.#nameOf(held.stored), by });
  }

  /** Gives back everything that this receiver holds: its connection broke. */
  release(now: Micros, by: string): void {
    for (const [handle, held] of this.#held)
      if (held.by === by) this.#giveBack(now, handle, held.stored);
    this.#serve(now);
  }

  /** Gives one message back, as a negative acknowledgement does. */
  giveBack(now: Micros, receiptHandle: string): void {
    const held = this.#held.get(receiptHandle);
    if (!held) return;
    this.#giveBack(now, receiptHandle, held.stored);
    this.#serve(now);
  }

  counts(): { visible: number; inFlight: number } {
    return { visible: this.#ready.length, inFlight: this.#held.size };
  }

  #giveBack(now: Micros, handle: string, stored: Stored): void {
    this.#held.delete(handle);
    this.#ready.push(stored);
    const { receiveCount } = stored;
    this.#world.emit({
      kind: 'appeared',
      at: now,
      ...this.#nameOf(stored),
      because: 'released',
      receiveCount,
    });
  }

  #serve(now: Micros): void {
    while (this.#ready.length > 0) {
      const waiter = this.#waiters.shift();
      if (!waiter) return;
      if (waiter.waiting) waiter.answer(now, this.#handOut(now, waiter.request));
    }
  }

  #handOut(now: Micros, { maxNumberOfMessages = 1, by = '' }: ReceiveRequest): Delivery[] {
    const deliveries: Delivery[] = [];
    while (deliveries.length < maxNumberOfMessages) {
      const stored = this.#ready.pop();
      if (!stored) break;
      deliveries.push(this.#deliver(now, stored, by));
    }
    return deliveries;
  }

  #deliver(now: Micros, stored: Stored, by: string): Delivery {
    stored.receiveCount += 1;
    if (stored.receiveCount === 1) stored.firstReceivedAt = now;
    const { id, request, receiveCount, sentAt, firstReceivedAt } = stored;
    const receiptHandle = `${id}/${receiveCount}`;
    this.#held.set(receiptHandle, { stored, by });
    this.#world.emit({
      kind: 'received',
      at: now,
      ...this.#nameOf(stored),
      by,
      group: undefined,
      receiveCount,
      hiddenUntil: Number.MAX_SAFE_INTEGER,
      sentAt,
      copy: false,
    });
    return {
      messageId: id,
      receiptHandle,
      body: request.body,
      sizeBytes: request.sizeBytes ?? request.body.length,
      attributes: request.attributes ?? NO_ATTRIBUTES,
      messageGroupId: undefined,
      messageDeduplicationId: undefined,
      sequenceNumber: undefined,
      approximateReceiveCount: receiveCount,
      sentAt,
      firstReceivedAt,
      deadLetterQueueSource: undefined,
      traceHeader: request.traceHeader,
      hiddenUntil: Number.MAX_SAFE_INTEGER,
    };
  }

  #nameOf({ id, request }: Stored): { queue: string; message: string; trace: string } {
    return { queue: this.name, message: id, trace: request.traceHeader ?? '' };
  }
}

function byPriority(a: Stored, b: Stored): number {
  return b.priority - a.priority || a.sequence - b.sequence;
}

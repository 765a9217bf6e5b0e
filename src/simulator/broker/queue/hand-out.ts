import type { Micros } from '../../engine/time.ts';
import type { Attributes } from '../attributes.ts';
import type { Delivery } from './commands.ts';
import type { Message } from './message.ts';
import { receiptHandle } from './receipt.ts';

/**
 * One hand-out of one message. Who deals with the queue directly gives it back as it is; its handle and its sequence number
 * are texts, which are made when somebody asks for them.
 */
export class HandOut implements Delivery {
  readonly queue: string;
  readonly message: Message;
  readonly #receipt: number;
  /** What the handle says; asking again keeps the handle and moves the deadline. */
  readonly #promisedUntil: Micros;
  readonly approximateReceiveCount: number;
  readonly hiddenUntil: Micros;

  constructor(
    queue: string,
    message: Message,
    receipt: number,
    promisedUntil: Micros,
    hiddenUntil: Micros,
    receiveCount: number,
  ) {
    this.queue = queue;
    this.message = message;
    this.#receipt = receipt;
    this.#promisedUntil = promisedUntil;
    this.hiddenUntil = hiddenUntil;
    this.approximateReceiveCount = receiveCount;
  }

  /** Whether its message is in the queue, and was not handed out again. */
  get isNewest(): boolean {
    return this.#receipt === this.message.receipt && !this.message.isGone;
  }

  /** The same one, hidden anew. */
  until(hiddenUntil: Micros): HandOut {
    const { queue, message, approximateReceiveCount: count } = this;
    return new HandOut(queue, message, this.#receipt, this.#promisedUntil, hiddenUntil, count);
  }

  get receiptHandle(): string {
    return receiptHandle(this.queue, this.message, this.#receipt, this.#promisedUntil);
  }

  get messageId(): string {
    return this.message.id;
  }

  get body(): string {
    return this.message.body;
  }

  get sizeBytes(): number {
    return this.message.sizeBytes;
  }

  get attributes(): Attributes {
    return this.message.attributes;
  }

  get messageGroupId(): string | undefined {
    return this.message.group;
  }

  get messageDeduplicationId(): string | undefined {
    return this.message.deduplicationId;
  }

  get sequenceNumber(): string | undefined {
    return this.message.sequenceNumber;
  }

  get sentAt(): Micros {
    return this.message.sentAt;
  }

  get firstReceivedAt(): Micros {
    return this.message.firstReceivedAt;
  }

  get deadLetterQueueSource(): string | undefined {
    return this.message.deadLetterSource;
  }

  get traceHeader(): string | undefined {
    return this.message.trace;
  }
}

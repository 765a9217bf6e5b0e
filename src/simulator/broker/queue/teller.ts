import type { Micros } from '../../engine/time.ts';
import type { Appeared, QueueRequest } from '../../events/index.ts';
import { LIMITS } from '../limits.ts';
import type { BrokerWorld } from '../world.ts';
import type { Message } from './message.ts';

export type Action = QueueRequest['action'];

/** Says what happened in a queue. */
export class Teller {
  readonly #world: BrokerWorld;
  readonly #queue: string;

  constructor(world: BrokerWorld, queue: string) {
    this.#world = world;
    this.#queue = queue;
  }

  /** One API call (STD-24): a request for each 64 KB of payload that it began, and one at least. */
  request(at: Micros, action: Action, by: string, sizeBytes: number, messages: number): void {
    const units =
      sizeBytes <= LIMITS.billedChunk.max ? 1 : Math.ceil(sizeBytes / LIMITS.billedChunk.max);
    const queue = this.#queue;
    const refused = undefined;
    this.#world.emit({ kind: 'queue-request', at, queue, action, by, units, messages, refused });
  }

  /** A call that was refused as a whole is a request, too, and carried nothing. */
  refusedRequest(at: Micros, action: Action, by: string, refused: string): void {
    this.#world.emit({
      kind: 'queue-request',
      at,
      queue: this.#queue,
      action,
      by,
      units: 1,
      messages: 0,
      refused,
    });
  }

  sent(at: Micros, message: Message, visibleAt: Micros, by: string): void {
    this.#world.emit({
      kind: 'sent',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
      group: message.group,
      sizeBytes: message.sizeBytes,
      visibleAt,
      by,
    });
  }

  deduplicated(at: Micros, message: string, trace: string, by: string): void {
    this.#world.emit({ kind: 'deduplicated', at, queue: this.#queue, message, trace, by });
  }

  appeared(at: Micros, message: Message, because: Appeared['because']): void {
    this.#world.emit({
      kind: 'appeared',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
      because,
      receiveCount: message.receiveCount,
    });
  }

  received(
    at: Micros,
    message: Message,
    receiveCount: number,
    hiddenUntil: Micros,
    by: string,
    copy: boolean,
  ): void {
    this.#world.emit({
      kind: 'received',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
      by,
      group: message.group,
      receiveCount,
      hiddenUntil,
      sentAt: message.sentAt,
      copy,
    });
  }

  deleted(at: Micros, message: Message, by: string): void {
    this.#world.emit({
      kind: 'deleted',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
      by,
    });
  }

  deleteIneffective(
    at: Micros,
    message: string,
    trace: string,
    by: string,
    refused: boolean,
  ): void {
    this.#world.emit({
      kind: 'delete-ineffective',
      at,
      queue: this.#queue,
      message,
      trace,
      by,
      refused,
    });
  }

  visibilityChanged(at: Micros, message: Message, hiddenUntil: Micros, by: string): void {
    this.#world.emit({
      kind: 'visibility-changed',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
      by,
      hiddenUntil,
    });
  }

  deadLettered(at: Micros, message: Message, to: string, retentionFrom: Micros): void {
    this.#world.emit({
      kind: 'dead-lettered',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
      to,
      receiveCount: message.receiveCount,
      retentionFrom,
    });
  }

  redriven(at: Micros, message: Message, to: string): void {
    this.#world.emit({
      kind: 'redriven',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
      to,
    });
  }

  expired(at: Micros, message: Message): void {
    this.#world.emit({
      kind: 'expired',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
      receiveCount: message.receiveCount,
    });
  }

  purged(at: Micros, message: Message): void {
    this.#world.emit({
      kind: 'purged',
      at,
      queue: this.#queue,
      message: message.id,
      trace: message.trace ?? '',
    });
  }
}

import { type Micros, SECOND } from '../../engine/time.ts';
import { NO_ATTRIBUTES } from '../attributes.ts';
import { RecentMemory } from '../recent-memory.ts';
import type { Refusal } from '../refusal.ts';
import { sha256 } from '../sha256.ts';
import type { BrokerWorld } from '../world.ts';
import type { Alarm } from './alarm.ts';
import type { SendRequest, SendResult } from './commands.ts';
import type { Contents } from './contents.ts';
import type { Message } from './message.ts';
import { sendProblem } from './sending.ts';
import { sequenceNumber } from './sequence-number.ts';
import type { QueueSettings } from './settings.ts';
import type { Teller } from './teller.ts';
import type { Throttle } from './throttle.ts';

/** What changes when a message moves to another queue. */
export interface Changed {
  readonly id: string;
  readonly sentAt: Micros;
  readonly deduplicationId: string | undefined;
  /** The queue that it is dead-lettered from. */
  readonly source?: string;
}

/** What is needed to answer a duplicate; very much of it is remembered. */
interface Sent {
  readonly id: string;
  readonly serial: number;
}

/** How messages come into a queue. */
export class Intake {
  readonly #world: BrokerWorld;
  readonly #contents: Contents;
  readonly #tell: Teller;
  readonly #throttle: Throttle;
  readonly #alarm: Alarm;
  /** FIFO-02: what was sent in the last five minutes, under its deduplication id. */
  readonly #sent = new RecentMemory<Sent>();
  /** A FIFO queue's delay may be shortened, but nothing overtakes. */
  #lastVisibleAt: Micros = 0;

  constructor(
    world: BrokerWorld,
    contents: Contents,
    tell: Teller,
    throttle: Throttle,
    alarm: Alarm,
  ) {
    this.#world = world;
    this.#contents = contents;
    this.#tell = tell;
    this.#throttle = throttle;
    this.#alarm = alarm;
  }

  /** FIFO-17 */
  forgetSent(): void {
    this.#sent.forgetAll();
  }

  /** STD-22; FIFO-01 to FIFO-04, FIFO-10. A duplicate's answer is its original's. */
  send(
    now: Micros,
    request: SendRequest,
    sizeBytes: number,
    settings: QueueSettings,
  ): SendResult | Refusal {
    const group = request.messageGroupId;
    const problem =
      sendProblem(request, sizeBytes, settings) ??
      this.#throttle.group(now, 'SendMessage', group, settings);
    if (problem) return problem;
    if (!settings.fifo) return resultOf(this.#store(now, request, sizeBytes, undefined, settings));
    const id = request.messageDeduplicationId ?? sha256(request.body);
    const key = settings.deduplicationScope === 'messageGroup' ? `${group} ${id}` : id;
    const original = this.#sent.recall(now, key);
    if (original) {
      const trace = request.traceHeader ?? '';
      this.#tell.deduplicated(now, original.id, trace, request.by ?? '');
      return { messageId: original.id, sequenceNumber: sequenceNumber(original.serial) };
    }
    const message = this.#store(now, request, sizeBytes, id, settings);
    this.#sent.remember(now, key, { id: message.id, serial: message.serial });
    return resultOf(message);
  }

  /** A message of another queue, as it is moved here or, without a source, as a new one that was never received. */
  takeOver(now: Micros, from: Message, changed: Changed, settings: QueueSettings): Message {
    const { id, sentAt, deduplicationId, source } = changed;
    const { body, sizeBytes, attributes, group, trace, receiveCount, firstReceivedAt } = from;
    const isMoved = source !== undefined;
    const message = this.#contents.arrive(
      now,
      {
        id,
        body,
        sizeBytes,
        attributes,
        group,
        deduplicationId,
        trace,
        sentAt,
        receiveCount: isMoved ? receiveCount : 0,
        firstReceivedAt: isMoved ? firstReceivedAt : 0,
        deadLetterSource: source,
      },
      now,
    );
    this.#watch(now, message, settings);
    return message;
  }

  #store(
    now: Micros,
    request: SendRequest,
    sizeBytes: number,
    deduplicationId: string | undefined,
    settings: QueueSettings,
  ): Message {
    const { fifo, delaySeconds } = settings;
    const seconds = fifo ? delaySeconds : (request.delaySeconds ?? delaySeconds);
    const wanted = now + seconds * SECOND;
    const visibleAt = fifo ? Math.max(wanted, this.#lastVisibleAt) : wanted;
    this.#lastVisibleAt = visibleAt;
    const message = this.#contents.arrive(
      now,
      {
        id: this.#world.newId(),
        body: request.body,
        sizeBytes,
        attributes: request.attributes ?? NO_ATTRIBUTES,
        group: request.messageGroupId,
        deduplicationId,
        trace: request.traceHeader,
        sentAt: now,
        receiveCount: 0,
        firstReceivedAt: 0,
        deadLetterSource: undefined,
      },
      visibleAt,
    );
    this.#watch(now, message, settings);
    this.#tell.sent(now, message, visibleAt, request.by ?? '');
    return message;
  }

  /** Sets the alarm for what this message does by itself. */
  #watch(now: Micros, message: Message, settings: QueueSettings): void {
    const { messageRetentionPeriodSeconds } = settings;
    if (message.wakeUp) this.#alarm.set(now, message.wakeUp.at);
    this.#alarm.set(now, message.sentAt + messageRetentionPeriodSeconds * SECOND);
  }
}

function resultOf(message: Message): SendResult {
  return { messageId: message.id, sequenceNumber: message.sequenceNumber };
}

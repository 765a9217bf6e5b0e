import type { Micros } from '../../engine/time.ts';
import type { Attributes } from '../attributes.ts';
import { sequenceNumber } from './sequence-number.ts';

/** What a message is made of when it arrives in a queue. */
export interface Arrival {
  readonly id: string;
  readonly body: string;
  readonly sizeBytes: number;
  readonly attributes: Attributes;
  readonly group: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly trace: string | undefined;
  /** When it was enqueued as far as retention goes: STD-12 keeps the first time over a dead-letter move. */
  readonly sentAt: Micros;
  readonly receiveCount: number;
  readonly firstReceivedAt: Micros;
  readonly deadLetterSource: string | undefined;
}

/** The moment at which a message becomes visible by itself. One that its message no longer knows is dead. */
export interface WakeUp {
  readonly at: Micros;
  /** Orders those of one moment as they were set. */
  readonly sequence: number;
  readonly message: Message;
}

/** A message while it is in one queue. Moving it to another makes a new one there. */
export class Message {
  readonly id: string;
  readonly body: string;
  readonly sizeBytes: number;
  readonly attributes: Attributes;
  readonly group: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly trace: string | undefined;
  readonly sentAt: Micros;
  readonly deadLetterSource: string | undefined;
  /** When it came to this queue. */
  readonly arrivedAt: Micros;
  /** Receives that it had when it came. */
  readonly receivedElsewhere: number;
  /** Numbers the queue's messages as they come. */
  readonly serial: number;
  readonly isFifo: boolean;
  /** Its place among the visible ones: the lowest is handed out first. */
  place: number;
  state: 'delayed' | 'visible' | 'in-flight' | 'deleted' | 'gone' = 'visible';
  receiveCount: number;
  firstReceivedAt: Micros;
  receivedAt: Micros = 0;
  /** Counts the hand-outs from this queue: the newest receipt is the one that counts. */
  receipt = 0;
  /** Where it is found by its handles; it has none before its first receipt. */
  handlePlace = 0;
  /** Where the order of a FIFO queue finds its group. */
  groupPlace = 0;
  /** It stands aside from the line, at a place that the line has passed. */
  isAside = false;
  /** When its delay or its visibility timeout is over. */
  wakeUp: WakeUp | undefined = undefined;
  /** Its neighbours in the backlog. */
  older: Message | undefined = undefined;
  newer: Message | undefined = undefined;
  /** Its neighbours in its FIFO group, unless it is in flight. */
  previousInGroup: Message | undefined = undefined;
  nextInGroup: Message | undefined = undefined;

  constructor(arrival: Arrival, arrivedAt: Micros, serial: number, place: number, isFifo: boolean) {
    this.id = arrival.id;
    this.body = arrival.body;
    this.sizeBytes = arrival.sizeBytes;
    this.attributes = arrival.attributes;
    this.group = arrival.group;
    this.deduplicationId = arrival.deduplicationId;
    this.trace = arrival.trace;
    this.sentAt = arrival.sentAt;
    this.deadLetterSource = arrival.deadLetterSource;
    this.arrivedAt = arrivedAt;
    this.receivedElsewhere = arrival.receiveCount;
    this.serial = serial;
    this.isFifo = isFifo;
    this.place = place;
    this.receiveCount = arrival.receiveCount;
    this.firstReceivedAt = arrival.firstReceivedAt;
  }

  /** FIFO only: as clients see the serial. Made when it is asked for, since a backlog of texts takes room. */
  get sequenceNumber(): string | undefined {
    return this.isFifo ? sequenceNumber(this.serial) : undefined;
  }

  /** Whether it has left the queue; what still refers to it may forget it. */
  get isGone(): boolean {
    return this.state === 'deleted' || this.state === 'gone';
  }
}

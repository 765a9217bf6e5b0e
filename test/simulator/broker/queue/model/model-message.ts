import type { Micros } from '../../../../../src/simulator/engine/time.ts';

/** A message as the models see it: everything in one flat record, nothing derived. */
export interface ModelMessage {
  /** Which accepted send it was, over all queues: the models' message id. */
  readonly key: number;
  readonly body: string;
  readonly group: string | undefined;
  readonly dedup: string | undefined;
  sentAt: Micros;
  /** When it came to this queue, and how often it was received before. */
  arrivedAt: Micros;
  receivedElsewhere: number;
  /** Where the clock of retention starts. */
  retentionFrom: Micros;
  state: 'delayed' | 'visible' | 'hidden';
  /** End of the delay or of the visibility timeout. */
  due: Micros;
  /** Orders deadlines of one instant. */
  dueOrder: number;
  /** Orders visible messages. */
  place: number;
  receives: number;
  firstReceivedAt: Micros;
  lastReceivedAt: Micros;
  /** The newest one. */
  handle: number | undefined;
  source: string | undefined;
}

/** One hand-out, to be compared with the queue's. */
export interface ModelDelivery {
  readonly key: number;
  readonly handle: number;
  readonly body: string;
  readonly group: string | undefined;
  readonly receives: number;
  readonly sentAt: Micros;
  readonly firstReceivedAt: Micros;
  readonly hiddenUntil: Micros;
  readonly source: string | undefined;
}

export interface ModelAnswer {
  readonly waiter: number;
  readonly at: Micros;
  readonly deliveries: readonly ModelDelivery[];
}

/** What a model says of a command: done, refused, or that the service leaves it open (and nothing changes). */
export type Verdict = 'ok' | 'refused' | 'open';

/** An accepted send; of a duplicate, the original's. */
export interface ModelSend {
  readonly key: number;
}

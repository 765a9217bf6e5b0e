import type { Attributes } from '../broker/attributes.ts';
import type { TransactionalProducer } from '../broker/log/index.ts';
import type { RandomStream } from '../engine/index.ts';
import type { Micros } from '../engine/time.ts';
import type { WorkEnded } from '../events/index.ts';

/** One delivery that a worker has in its hands, until its steps ended or the worker died. */
export interface Job {
  readonly consumer: string;
  readonly worker: Worker;
  readonly trace: string;
  /** The name of the queue, topic or log that it came from, and its id there. */
  readonly source: string;
  readonly message: string;
  /** Deliveries so far, this one included. */
  readonly attempt: number;
  readonly body: string;
  readonly producedAt: Micros;
  /** The record's key, where it came from a log: what is sent on has it, too. */
  readonly key?: string | undefined;
  /** What a queue says of it. */
  readonly delivery?: {
    readonly messageGroupId: string | undefined;
    readonly attributes: Attributes;
  };
  /** What it sends to logs is part of this producer's transaction. */
  readonly within?: TransactionalProducer | undefined;
  /** When its first step began. */
  startedAt: Micros;
  /** What the `delete` step does. */
  acknowledge(now: Micros): void;
  /** False once the worker died or lost the job: whatever comes back later is ignored. */
  alive: boolean;
  /** Set when the item is done already: only the delete is left to do. */
  skipping: boolean;
  /** How often the consumer has had the item in hand, this time included; counted where a fault could strike. */
  turn?: number;
}

export type Outcome = WorkEnded['outcome'];

/** Who works: has a name, can die and can stand still. */
export interface Worker {
  readonly name: string;
  readonly random: RandomStream;
  /** It is up, and hasn't been let go. */
  readonly isUp: boolean;
  /** How often it died: whoever is back has forgotten everything. */
  readonly deaths: number;
  /** It stands still until then, and doesn't know it. */
  pausedUntil: Micros;
  /** Keeps a job hidden from others for so many seconds from now on; false when that came too late or didn't get through. */
  extend?(now: Micros, job: Job, seconds: number): boolean;
  /** It dies with everything in its hands, and is back after `downFor`. */
  crash(now: Micros, downFor: Micros | undefined): void;
}

import type { Micros } from '../engine/time.ts';

/** Seeds of a program's own draws are whole numbers below this. */
export const PROGRAM_SEEDS = 2 ** 31;

/** Anything that can be written as JSON; undefined where there is nothing. */
export type Value = unknown;

/** What a handler gets to see of a job. */
export interface MessageView {
  /** The item's name. */
  readonly id: string;
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageGroupId: string | undefined;
  /** The record's key, where it came from a log. */
  readonly key: string | undefined;
  readonly approximateReceiveCount: number;
}

/** What a producer's program gets to see of an item. */
export interface ItemView {
  readonly id: string;
  readonly number: number;
  /** Sendings so far, this one included. */
  readonly attempt: number;
  /** What the scenario's own producer would send. */
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a program says of the message for an item. */
export interface Addressed {
  readonly body?: string | undefined;
  readonly messageGroupId?: string | undefined;
  readonly messageDeduplicationId?: string | undefined;
  readonly key?: string | undefined;
  readonly delaySeconds?: number | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** What is told to a program. A life is one worker from its start to its death; jobs and calls are numbered. */
export type News =
  /** Its memory is empty; its draws of chance follow from the seed. */
  | { readonly kind: 'begins'; readonly life: number; readonly seed: number }
  | {
      readonly kind: 'message';
      readonly life: number;
      readonly job: number;
      readonly message: MessageView;
    }
  /** A call has come back: with a value, or with what went wrong. */
  | {
      readonly kind: 'answer';
      readonly life: number;
      readonly call: number;
      readonly value?: Value;
      readonly error?: string | undefined;
    }
  | { readonly kind: 'dies'; readonly life: number };

/** What a program wants. */
export type Wish =
  /** It asks `to`, a part of the scenario or '' for the worker itself, to do something; it waits for the answer. */
  | {
      readonly kind: 'call';
      readonly life: number;
      /** 0 when it is for no job. */
      readonly job: number;
      readonly call: number;
      readonly to: string;
      readonly does: string;
      readonly with: readonly Value[];
    }
  /** The handler is through with a job; `error` says what it threw. */
  | { readonly kind: 'ended'; readonly job: number; readonly error?: string | undefined };

/** What a learner wrote, running inside the simulator: told something, it says at once what it wants, and then stands still. */
export interface Program {
  tell(now: Micros, news: News): readonly Wish[];
  /** The message for an item, from a producer's program. */
  address(now: Micros, seed: number, item: ItemView): Addressed;
}

/** By the name of the consumer or the producer whose place it takes; one for each run, since it has a memory. */
export type Programs = ReadonlyMap<string, () => Program>;

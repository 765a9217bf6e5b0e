/**
 * What a program of a code exercise is given. Exercises run offline, in virtual time: no network, no process, no other module.
 * Chance (`Math.random`, `crypto.randomUUID`) follows from the seed of the run, and the clock (`Date`) is the run's own.
 */

/** A message that was received. It stays hidden from other workers until its visibility timeout runs out. */
export interface Message {
  /** The name of the item that it is about: the same in each message about it. */
  readonly id: string;
  /** The name of this message. */
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageGroupId?: string;
  /** The key of a record of a log. */
  readonly key?: string;
  /** How often it was received, this time included. */
  readonly approximateReceiveCount: number;
  /** Tells the broker that it is done: it won't come again. */
  delete(): Promise<void>;
  /** Keeps it hidden for so many seconds from now on; false when that came too late. */
  extend(seconds: number): Promise<boolean>;
}

/** Changes of a store, each of which happens at one moment. */
export interface Changes<Answer> {
  put(key: string, value: Value): Answer;
  /** Puts a value unless there is one; false when there is. */
  putIfAbsent(key: string, value: Value): Answer;
  /** Puts `to` if the value is `from`; false when it is another. */
  update(key: string, from: Value | undefined, to: Value): Answer;
  /** Takes one from stock; false when nothing is left. */
  take(item: string): Answer;
  /** Adds to a number, 1 unless told otherwise. */
  add(key: string, by?: number): Answer;
}

/** A table: values by key, and the stock of what it counts. Each call takes the store's latency, in which others may come between. */
export interface Store extends Changes<Promise<boolean>> {
  /** The value under a key; undefined when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: it is whatever the program put there
  get(key: string): Promise<any>;
}

/** Anything that can be written as JSON. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Something that is called and answers. */
export interface Service {
  /** Rejects when it fails, when it is overloaded, or when it takes longer than `timeout` milliseconds. */
  call(options?: { readonly timeout?: number }): Promise<void>;
}

/** A queue, a topic or a log to send to. */
export interface Target {
  /** Rejects when what was sent is refused. */
  send(body: string, options?: SendOptions): Promise<void>;
}

export interface SendOptions {
  readonly messageGroupId?: string;
  readonly messageDeduplicationId?: string;
  /** The key of a record: records with the same key keep their order. */
  readonly key?: string;
  readonly delaySeconds?: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What every handler is given, beside the stores, services and targets of its exercise. */
export interface Tools<Parts> {
  /** Does what the message is about. It takes as long as the work takes, and rejects when it fails. */
  work(): Promise<void>;
  sleep(milliseconds: number): Promise<void>;
  /** Writes a line into the log of the run. */
  log(...values: unknown[]): void;
  /** Makes several changes at one moment, all or none; false, and none, when one of their conditions doesn't hold. */
  transaction(build: (tx: { [Name in StoresOf<Parts>]: Changes<void> }) => void): Promise<boolean>;
}

type StoresOf<Parts> = {
  [Name in keyof Parts]: Parts[Name] extends Store ? Name : never;
}[keyof Parts];

/**
 * Called for each message that a worker receives. What it throws leaves the message where it is; what it returns says nothing:
 * a message is done when it was deleted. Variables of the file are the memory of one worker, until it dies.
 */
export type HandlerWith<Parts> = (
  message: Message,
  given: Parts & Tools<Parts>,
) => Promise<void> | void;

/** What is to be sent. */
export interface Item {
  readonly id: string;
  /** Its number among the producer's items, from 1. */
  readonly number: number;
  /** How often it was sent, this time included: it is sent again when the answer was lost. */
  readonly attempt: number;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Called each time an item is sent: gives the message for it. What is left out is as in the exercise. */
export type MessageWriter = (item: Item) => SendOptions & { readonly body?: string };

declare global {
  function setTimeout(
    run: (...given: never[]) => void,
    milliseconds?: number,
    ...given: unknown[]
  ): number;
  function clearTimeout(timer: number | undefined): void;
  function setInterval(
    run: (...given: never[]) => void,
    milliseconds?: number,
    ...given: unknown[]
  ): number;
  function clearInterval(timer: number | undefined): void;
  var console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: unknown[]) => void>;
  var crypto: { randomUUID(): string };
}

import type { Micros } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { BrokerWorld } from '../world.ts';
import type { MoveTaskRequest } from './commands.ts';
import type { Contents } from './contents.ts';
import type { Changed } from './intake.ts';
import type { Message } from './message.ts';
import { MoveTask } from './move-task.ts';
import type { QueueSettings } from './settings.ts';
import { isWithin, outOfRange } from './settings-problem.ts';
import type { Teller } from './teller.ts';

/** A queue as another one that moves messages there sees it. */
export interface Destination {
  readonly name: string;
  readonly isFifo: boolean;
  /** Does what was due there before this time: a queue never gets a message while it is in an earlier time. */
  catchUp(now: Micros): void;
  takeOver(now: Micros, from: Message, changed: Changed): Message;
  tellSent(now: Micros, message: Message, by: string): void;
  /** Gives what came to those who wait there. */
  serve(now: Micros): void;
}

/**
 * How messages leave a queue for another one: as dead letters, or moved by a task. Whoever waits there is told at the end of
 * the command, by `tellDestination`, since an answer may lead to the next command at once.
 */
export class Outlet {
  readonly #world: BrokerWorld;
  readonly #queue: string;
  readonly #contents: Contents;
  readonly #tell: Teller;
  readonly #find: (name: string) => Destination | undefined;
  #task: MoveTask | undefined;
  /** Where this command moved something to. */
  #fed: Destination | undefined;

  constructor(
    world: BrokerWorld,
    queue: string,
    contents: Contents,
    tell: Teller,
    find: (name: string) => Destination | undefined,
  ) {
    this.#world = world;
    this.#queue = queue;
    this.#contents = contents;
    this.#tell = tell;
    this.#find = find;
  }

  get isMoving(): boolean {
    return this.#task !== undefined;
  }

  /** When the task moves its next message. */
  get nextAt(): Micros {
    return this.#task?.nextAt ?? Number.POSITIVE_INFINITY;
  }

  /** Before something is received that may be dead-lettered. Answers there may lead to commands here. */
  catchUp(now: Micros, { redrivePolicy }: QueueSettings): void {
    if (redrivePolicy) this.#other(redrivePolicy.deadLetterQueue)?.catchUp(now);
  }

  /** STD-09, STD-10, FIFO-11. Without its dead-letter queue a queue hands out as if it had no policy. */
  deadLetter(now: Micros, message: Message, { redrivePolicy, fifo }: QueueSettings): boolean {
    if (!redrivePolicy || message.receiveCount < redrivePolicy.maxReceiveCount) return false;
    const target = this.#other(redrivePolicy.deadLetterQueue);
    if (!target) return false;
    this.#contents.leave(now, message, 'gone');
    const sentAt = fifo ? now : message.sentAt;
    const deduplicationId = fifo ? message.id : undefined;
    target.takeOver(now, message, { id: message.id, sentAt, deduplicationId, source: this.#queue });
    this.#tell.deadLettered(now, message, target.name, sentAt);
    this.#fed = target;
    return true;
  }

  /** STD-13 */
  startTask(now: Micros, request: MoveTaskRequest, { fifo }: QueueSettings): Refusal | undefined {
    const { to, maxNumberOfMessagesPerSecond: rate, by = '' } = request;
    const problem = this.#taskProblem(to, rate, fifo);
    if (!problem) this.#task = new MoveTask(now, this.#contents.visible, { to, rate, by });
    return problem;
  }

  /** Moves one message, as a new one that has never been received, when the task is so far. */
  move(now: Micros): void {
    const task = this.#task;
    if (!task || task.nextAt > now) return;
    const message = this.#contents.take(now);
    this.#contents.endReceive();
    if (message) this.#moveOne(now, task, message);
    task.count();
    if (task.isDone || !message) this.#task = undefined;
    this.tellDestination(now);
  }

  tellDestination(now: Micros): void {
    const fed = this.#fed;
    if (!fed) return;
    this.#fed = undefined;
    fed.serve(now);
  }

  #moveOne(now: Micros, task: MoveTask, message: Message): void {
    const target = this.#find(task.to ?? message.deadLetterSource ?? '');
    if (!target) {
      this.#contents.sendToBack(message);
      this.#contents.putBack(message);
      return;
    }
    target.catchUp(now);
    if (message.isGone) return;
    this.#contents.leave(now, message, 'gone');
    this.#tell.redriven(now, message, target.name);
    const { deduplicationId } = message;
    const id = this.#world.newId();
    const moved = target.takeOver(now, message, { id, sentAt: now, deduplicationId });
    target.tellSent(now, moved, task.by);
    this.#fed = target;
  }

  #taskProblem(
    to: string | undefined,
    rate: number | undefined,
    isFifo: boolean,
  ): Refusal | undefined {
    if (this.#task)
      return new Refusal('UnsupportedOperation', 'A move task is running; there can be only one.');
    if (rate !== undefined && !isWithin(LIMITS.moveTaskRate, rate))
      return outOfRange('MaxNumberOfMessagesPerSecond', rate, LIMITS.moveTaskRate);
    if (to === undefined) return undefined;
    if (!this.#find(to))
      return new Refusal('ResourceNotFoundException', `There is no queue ${to}.`);
    if (this.#other(to)?.isFifo === isFifo) return undefined;
    return new Refusal('InvalidParameterValue', `${to} is not another queue of the same type.`);
  }

  #other(name: string): Destination | undefined {
    return name === this.#queue ? undefined : this.#find(name);
  }
}

import { type Micros, SECOND } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { sizeOf } from '../size.ts';
import type { BrokerWorld } from '../world.ts';
import { Alarm } from './alarm.ts';
import { askedFor } from './asking.ts';
import { accepted, batchProblem, batchSizeProblem } from './batch.ts';
import type {
  BatchResult,
  Delivery,
  ReceiveAnswer,
  ReceiveRequest,
  SendRequest,
  SendResult,
  StopWaiting,
} from './commands.ts';
import { Contents } from './contents.ts';
import { Handles } from './handles.ts';
import { Intake } from './intake.ts';
import type { Message } from './message.ts';
import { MoveTask } from './move-task.ts';
import { FairOrder } from './order/fair-order.ts';
import { GroupOrder } from './order/group-order.ts';
import { StandardOrder } from './order/standard-order.ts';
import { Receiving } from './receiving.ts';
import type { QueueSettings } from './settings.ts';
import { isWithin, outOfRange, settingsProblem } from './settings-problem.ts';
import { type Action, Teller } from './teller.ts';
import { Throttle } from './throttle.ts';
import { type Asked, Waiting } from './waiting.ts';

const STOP_NOTHING: StopWaiting = () => undefined;

/** What waits in a queue and what is being worked on. */
export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** Since the oldest came; without those that were received here three times or more (STD-18). 0 when there is none. */
  readonly ageOfOldest: Micros;
}

export interface MoveTaskRequest {
  /** Another queue of the same type; the queues that the messages came from when left out. */
  readonly to?: string | undefined;
  /** 1 to 500; 500 when left out. */
  readonly maxNumberOfMessagesPerSecond?: number | undefined;
  readonly by?: string | undefined;
}

/**
 * An SQS queue, standard or FIFO: STD-01 to STD-24 and FIFO-01 to FIFO-18. Each command first settles what is due by its
 * time, in order, as of when it was due; so it makes no difference how late a driver's timers are. What is due at the very
 * time of a command happens before it. Time never goes back: an earlier `now` than the last one counts as the last one.
 */
export class Queue {
  readonly name: string;
  readonly #world: BrokerWorld;
  readonly #find: (name: string) => Queue | undefined;
  readonly #tell: Teller;
  readonly #contents: Contents;
  readonly #receiving: Receiving;
  readonly #waiting = new Waiting();
  readonly #alarm: Alarm;
  readonly #throttle = new Throttle();
  readonly #handles: Handles;
  readonly #intake: Intake;
  #settings: QueueSettings;
  #clock: Micros = 0;
  #purgedAt: Micros | undefined;
  #task: MoveTask | undefined;
  /** The dead-letter queue that this command moved something to: whoever waits there is told last. */
  #fed: Queue | undefined;

  constructor(
    world: BrokerWorld,
    name: string,
    settings: QueueSettings,
    find: (name: string) => Queue | undefined,
  ) {
    this.name = name;
    this.#world = world;
    this.#settings = settings;
    this.#find = find;
    this.#tell = new Teller(world, name);
    const chance = world.random(`queue ${name} order`);
    const makeLane = () => new StandardOrder(() => this.#settings.nature, chance);
    const order = settings.fifo ? new GroupOrder() : new FairOrder(makeLane);
    this.#contents = new Contents(order, this.#tell, settings.fifo);
    this.#receiving = new Receiving(world, name, this.#contents, this.#tell, (now, message) =>
      this.#deadLetter(now, message),
    );
    this.#alarm = new Alarm(
      world.timers,
      (now) => this.#settle(now),
      () => this.#nextDue(),
    );
    this.#intake = new Intake(world, this.#contents, this.#tell, this.#throttle, this.#alarm);
    this.#handles = new Handles(name, this.#contents, this.#tell, this.#throttle, this.#alarm);
  }

  get settings(): QueueSettings {
    return this.#settings;
  }

  /** Works at once, where the service takes up to a minute. A queue's type can't be changed. */
  setAttributes(now: Micros, change: Partial<Omit<QueueSettings, 'fifo'>>): Refusal | undefined {
    const at = this.#begin(now);
    const settings = { ...this.#settings, ...change };
    const problem = settingsProblem(settings);
    if (problem !== undefined) return new Refusal('InvalidAttributeValue', `${problem}.`);
    this.#settings = settings;
    this.#alarm.set(at, this.#nextDue());
    this.#settle(at);
    return undefined;
  }

  /** STD-01, STD-19, STD-22; FIFO-01 to FIFO-04, FIFO-10 */
  send(now: Micros, request: SendRequest): SendResult | Refusal {
    const at = this.#begin(now);
    const by = request.by ?? '';
    const size = sizeOf(request);
    const throttled = this.#throttle.call(at, 'SendMessage', this.#settings);
    const result = throttled ?? this.#intake.send(at, request, size, this.#settings);
    if (result instanceof Refusal) return this.#refuse(at, 'SendMessage', by, result);
    this.#tell.request(at, 'SendMessage', by, size, 1);
    this.#serve(at);
    return result;
  }

  /** STD-19, STD-20: refused as a whole, or entry by entry. */
  sendBatch(now: Micros, requests: readonly SendRequest[]): BatchResult<SendResult> | Refusal {
    const at = this.#begin(now);
    const by = requests[0]?.by ?? '';
    const sizes = requests.map(sizeOf);
    const size = sizes.reduce((sum, one) => sum + one, 0);
    const problem =
      batchProblem(requests.length) ??
      batchSizeProblem(size) ??
      this.#throttle.call(at, 'SendMessage', this.#settings);
    if (problem) return this.#refuse(at, 'SendMessage', by, problem);
    const results = requests.map((request, index) =>
      this.#intake.send(at, request, sizes[index] ?? 0, this.#settings),
    );
    this.#tell.request(at, 'SendMessage', by, size, accepted(results));
    this.#serve(at);
    return results;
  }

  /**
   * STD-02, STD-14, STD-17; FIFO-06, FIFO-12. The answer comes at once when there is anything or the poll is short; otherwise
   * when something appears or the wait ends, and long polls are served in the order in which they came.
   */
  receive(now: Micros, request: ReceiveRequest, answer: ReceiveAnswer): StopWaiting {
    const at = this.#begin(now);
    const asked = this.#ask(at, request);
    if (asked instanceof Refusal) {
      this.#tell.refusedRequest(at, 'ReceiveMessage', request.by ?? '', asked.code);
      answer(at, asked);
      return STOP_NOTHING;
    }
    const deliveries = this.#receiving.first(at, asked, this.#settings);
    if (deliveries.length === 0 && asked.waitSeconds > 0) return this.#wait(at, asked, answer);
    this.#answer(at, asked, deliveries, answer);
    this.#serve(at);
    return STOP_NOTHING;
  }

  /** STD-06, FIFO-09: an old handle deletes nothing; on a FIFO queue it is refused. */
  delete(now: Micros, receiptHandle: string, by = ''): Refusal | undefined {
    const at = this.#begin(now);
    const refusal =
      this.#throttle.call(at, 'DeleteMessage', this.#settings) ??
      this.#handles.delete(at, receiptHandle, by, this.#settings);
    return this.#endSingle(at, 'DeleteMessage', by, refusal);
  }

  deleteBatch(now: Micros, handles: readonly string[], by = ''): BatchResult<undefined> | Refusal {
    return this.#batch(now, 'DeleteMessage', by, handles, (at, handle) =>
      this.#handles.delete(at, handle, by, this.#settings),
    );
  }

  /** STD-07, STD-08, FIFO-09: hidden for so many seconds from now on; 0 shows the message at once. */
  changeVisibility(
    now: Micros,
    receiptHandle: string,
    seconds: number,
    by = '',
  ): Refusal | undefined {
    const at = this.#begin(now);
    const refusal =
      this.#throttle.call(at, 'ChangeMessageVisibility', this.#settings) ??
      this.#handles.change(at, receiptHandle, seconds, by, this.#settings);
    return this.#endSingle(at, 'ChangeMessageVisibility', by, refusal);
  }

  changeVisibilityBatch(
    now: Micros,
    entries: readonly { readonly receiptHandle: string; readonly seconds: number }[],
    by = '',
  ): BatchResult<undefined> | Refusal {
    return this.#batch(now, 'ChangeMessageVisibility', by, entries, (at, entry) =>
      this.#handles.change(at, entry.receiptHandle, entry.seconds, by, this.#settings),
    );
  }

  /** STD-23, FIFO-17. Works at once, where the service takes up to a minute. */
  purge(now: Micros, by = ''): Refusal | undefined {
    const at = this.#begin(now);
    const wait = LIMITS.purgeSeconds.max;
    if (this.#purgedAt !== undefined && at < this.#purgedAt + wait * SECOND) {
      const text = `A queue can be purged once in ${wait} seconds.`;
      return this.#refuse(at, 'PurgeQueue', by, new Refusal('PurgeQueueInProgress', text));
    }
    this.#purgedAt = at;
    this.#intake.forgetSent();
    this.#receiving.forgetAttempts();
    this.#contents.purge(at);
    this.#tell.request(at, 'PurgeQueue', by, 0, 0);
    return undefined;
  }

  /** STD-13: takes what is visible now out of this dead-letter queue; what came from no queue stays when `to` is left out. */
  startMoveTask(now: Micros, request: MoveTaskRequest): Refusal | undefined {
    const at = this.#begin(now);
    const by = request.by ?? '';
    const { to, maxNumberOfMessagesPerSecond: rate } = request;
    const problem = this.#moveProblem(to, rate);
    if (problem) return this.#refuse(at, 'StartMessageMoveTask', by, problem);
    this.#task = new MoveTask(at, this.#contents.visible, { to, rate, by });
    this.#tell.request(at, 'StartMessageMoveTask', by, 0, 0);
    this.#alarm.set(at, at);
    return undefined;
  }

  /** A fault: everything in flight becomes visible at once. */
  redeliver(now: Micros): void {
    const at = this.#begin(now);
    this.#contents.showAll(at);
    this.#serve(at);
  }

  counts(now: Micros): QueueCounts {
    const at = this.#begin(now);
    const { visible, inFlight, delayed } = this.#contents;
    const oldest = this.#contents.oldest();
    return { visible, inFlight, delayed, ageOfOldest: oldest ? at - oldest.arrivedAt : 0 };
  }

  #begin(now: Micros): Micros {
    this.#settle(now);
    if (now > this.#clock) this.#clock = now;
    return this.#clock;
  }

  #settle(now: Micros): void {
    if (this.#alarm.isQuietAt(now)) return;
    for (let due = this.#nextDue(); due <= now; due = this.#nextDue()) {
      // What was dead-lettered may have been too old already: it is due as of the move.
      const at = Math.max(due, this.#clock);
      this.#clock = at;
      this.#contents.expire(at, this.#settings.messageRetentionPeriodSeconds);
      this.#contents.wake(at);
      if (this.#task && this.#task.nextAt <= at) this.#move(at, this.#task);
      this.#serve(at);
      this.#endWaits(at);
    }
  }

  #nextDue(): Micros {
    return Math.min(
      this.#contents.nextDue(this.#settings.messageRetentionPeriodSeconds),
      this.#waiting.nextEnd(),
      this.#task?.nextAt ?? Number.POSITIVE_INFINITY,
    );
  }

  #ask(now: Micros, request: ReceiveRequest): Asked | Refusal {
    const asked = askedFor(request, this.#settings);
    if (asked instanceof Refusal) return asked;
    const throttled = this.#throttle.call(now, 'ReceiveMessage', this.#settings);
    if (throttled) return throttled;
    const isFull = !this.#settings.fifo && this.#receiving.room(this.#settings) <= 0;
    if (!isFull || asked.waitSeconds > 0) return asked;
    const limit = LIMITS.inFlightStandard.max;
    return new Refusal('OverLimit', `${limit} messages are in flight, and no more are allowed.`);
  }

  #wait(now: Micros, asked: Asked, answer: ReceiveAnswer): StopWaiting {
    const waiter = this.#waiting.add(asked, now + asked.waitSeconds * SECOND, answer);
    this.#alarm.set(now, waiter.endsAt);
    this.#tellFed(now);
    return () => this.#waiting.abandon(waiter);
  }

  #answer(
    now: Micros,
    asked: Asked,
    deliveries: readonly Delivery[],
    answer: ReceiveAnswer | undefined,
  ): void {
    let size = 0;
    for (const delivery of deliveries) size += delivery.sizeBytes;
    if (deliveries.length > 0 && asked.visibilitySeconds > 0)
      this.#alarm.set(now, now + asked.visibilitySeconds * SECOND);
    this.#tell.request(now, 'ReceiveMessage', asked.by, size, deliveries.length);
    answer?.(now, deliveries);
  }

  /** Gives what is visible to those who wait. */
  #serve(now: Micros): void {
    for (let waiter = this.#waiting.first(); waiter; waiter = this.#waiting.first()) {
      if (this.#contents.visible === 0) break;
      const deliveries = this.#receiving.next(now, waiter.asked, this.#settings);
      if (deliveries.length === 0) break;
      this.#waiting.shift();
      this.#answer(now, waiter.asked, deliveries, waiter.answer);
    }
    this.#tellFed(now);
  }

  #tellFed(now: Micros): void {
    const fed = this.#fed;
    if (!fed) return;
    this.#fed = undefined;
    fed.#serve(fed.#begin(now));
  }

  #endWaits(now: Micros): void {
    while (this.#waiting.nextEnd() <= now) {
      const waiter = this.#waiting.nextOver();
      if (waiter) this.#answer(now, waiter.asked, [], waiter.answer);
    }
  }

  /** STD-09, STD-10, FIFO-11. Without its dead-letter queue a queue hands out as if it had no policy. */
  #deadLetter(now: Micros, message: Message): boolean {
    const policy = this.#settings.redrivePolicy;
    if (!policy || message.receiveCount < policy.maxReceiveCount) return false;
    const target = this.#find(policy.deadLetterQueue);
    if (!target || target === this) return false;
    this.#contents.leave(now, message, 'gone');
    const { fifo } = this.#settings;
    const sentAt = fifo ? now : message.sentAt;
    const deduplicationId = fifo ? message.id : undefined;
    target.#takeOver(now, message, { id: message.id, sentAt, deduplicationId, source: this.name });
    this.#tell.deadLettered(now, message, target.name, sentAt);
    this.#fed = target;
    return true;
  }

  #takeOver(now: Micros, from: Message, changed: Parameters<Intake['takeOver']>[2]): Message {
    if (now > this.#clock) this.#clock = now;
    return this.#intake.takeOver(now, from, changed, this.#settings);
  }

  #moveProblem(to: string | undefined, rate: number | undefined): Refusal | undefined {
    if (this.#task)
      return new Refusal('UnsupportedOperation', 'A move task is running; there can be only one.');
    if (rate !== undefined && !isWithin(LIMITS.moveTaskRate, rate))
      return outOfRange('MaxNumberOfMessagesPerSecond', rate, LIMITS.moveTaskRate);
    if (to === undefined) return undefined;
    const target = this.#find(to);
    if (!target) return new Refusal('ResourceNotFoundException', `There is no queue ${to}.`);
    if (target !== this && target.settings.fifo === this.#settings.fifo) return undefined;
    return new Refusal('InvalidParameterValue', `${to} is not another queue of the same type.`);
  }

  /** Moves one message, as a new one that has never been received. */
  #move(now: Micros, task: MoveTask): void {
    const message = this.#contents.take(now);
    if (message) this.#moveOne(now, task, message);
    this.#contents.endReceive();
    task.count();
    if (task.isDone || !message) this.#task = undefined;
    this.#tellFed(now);
  }

  #moveOne(now: Micros, task: MoveTask, message: Message): void {
    const target = this.#find(task.to ?? message.deadLetterSource ?? '');
    if (!target) {
      this.#contents.sendToBack(message);
      this.#contents.putBack(message);
      return;
    }
    this.#contents.leave(now, message, 'gone');
    this.#tell.redriven(now, message, target.name);
    const { deduplicationId } = message;
    const id = this.#world.newId();
    const moved = target.#takeOver(now, message, { id, sentAt: now, deduplicationId });
    target.#tell.sent(now, moved, now, task.by);
    this.#fed = target;
  }

  #endSingle(
    at: Micros,
    action: Action,
    by: string,
    refusal: Refusal | undefined,
  ): Refusal | undefined {
    if (refusal) return this.#refuse(at, action, by, refusal);
    this.#tell.request(at, action, by, 0, 1);
    this.#serve(at);
    return undefined;
  }

  #batch<Entry>(
    now: Micros,
    action: Action,
    by: string,
    entries: readonly Entry[],
    run: (at: Micros, entry: Entry) => Refusal | undefined,
  ): BatchResult<undefined> | Refusal {
    const at = this.#begin(now);
    const problem = batchProblem(entries.length) ?? this.#throttle.call(at, action, this.#settings);
    if (problem) return this.#refuse(at, action, by, problem);
    const results = entries.map((entry) => run(at, entry));
    this.#tell.request(at, action, by, 0, accepted(results));
    this.#serve(at);
    return results;
  }

  #refuse(at: Micros, action: Action, by: string, refusal: Refusal): Refusal {
    this.#tell.refusedRequest(at, action, by, refusal.code);
    return refusal;
  }
}

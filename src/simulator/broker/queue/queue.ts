import { type Micros, SECOND } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { sizeOf } from '../size.ts';
import type { BrokerWorld } from '../world.ts';
import { Alarm } from './alarm.ts';
import { accepted, batchProblem, batchSizeProblem } from './batch.ts';
import type {
  BatchResult,
  Handle,
  MoveTaskRequest,
  ReceiveAnswer,
  ReceiveRequest,
  SendRequest,
  SendResult,
  StopWaiting,
} from './commands.ts';
import { Contents } from './contents.ts';
import { Handles } from './handles.ts';
import { Intake } from './intake.ts';
import { FairOrder } from './order/fair-order.ts';
import { GroupOrder } from './order/group-order.ts';
import { StandardOrder } from './order/standard-order.ts';
import { type Destination, Outlet } from './outlet.ts';
import { Polls } from './polls.ts';
import { Receiving } from './receiving.ts';
import type { QueueSettings } from './settings.ts';
import { settingsProblem } from './settings-problem.ts';
import { type Action, Teller } from './teller.ts';
import { Throttle } from './throttle.ts';

/** What waits in a queue and what is being worked on. */
export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** Since the oldest came; without those that were received here three times or more (STD-18). 0 when there is none. */
  readonly ageOfOldest: Micros;
}

/**
 * An SQS queue, standard or FIFO: STD-01 to STD-24 and FIFO-01 to FIFO-18. Each command first settles what is due by its
 * time, in order, as of when it was due; so it makes no difference how late a driver's timers are. What is due at the very
 * time of a command happens before it. Time never goes back: an earlier `now` than the last one counts as the last one.
 */
export class Queue {
  readonly name: string;
  readonly #tell: Teller;
  readonly #contents: Contents;
  readonly #receiving: Receiving;
  readonly #outlet: Outlet;
  readonly #polls: Polls;
  readonly #alarm: Alarm;
  readonly #throttle: Throttle;
  readonly #handles: Handles;
  readonly #intake: Intake;
  /** What another queue that moves messages here gets to see. */
  readonly #destination: Destination;
  #settings: QueueSettings;
  #clock: Micros = 0;
  #purgedAt: Micros | undefined;

  constructor(
    world: BrokerWorld,
    name: string,
    settings: QueueSettings,
    find: (name: string) => Queue | undefined,
  ) {
    this.name = name;
    this.#settings = settings;
    const chance = world.random(`queue ${name} order`);
    const makeLane = () => new StandardOrder(() => this.#settings.nature, chance);
    const order = settings.fifo ? new GroupOrder() : new FairOrder(makeLane);
    const throttle = new Throttle();
    const tell = new Teller(world, name);
    const contents = new Contents(order, tell, settings.fifo);
    const alarm = new Alarm(
      world.timers,
      (now) => this.#settle(now),
      () => this.#nextDue(),
    );
    this.#throttle = throttle;
    this.#tell = tell;
    this.#contents = contents;
    this.#alarm = alarm;
    this.#outlet = new Outlet(world, name, contents, tell, (other) => {
      const queue = find(other);
      return queue ? queue.#destination : undefined;
    });
    this.#receiving = new Receiving(world, name, contents, tell, (now, message) =>
      this.#outlet.deadLetter(now, message, this.#settings),
    );
    this.#polls = new Polls(contents, this.#receiving, this.#outlet, tell, throttle, alarm);
    this.#intake = new Intake(world, contents, tell, throttle, alarm);
    this.#handles = new Handles(name, contents, tell, throttle, alarm);
    this.#destination = this.#asDestination();
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
    const stop = this.#polls.receive(at, request, answer, this.#settings);
    this.#serve(at);
    return stop;
  }

  /** STD-06, FIFO-09: an old handle deletes nothing; on a FIFO queue it is refused. */
  delete(now: Micros, handle: Handle, by = ''): Refusal | undefined {
    const at = this.#begin(now);
    const refusal =
      this.#throttle.call(at, 'DeleteMessage', this.#settings) ??
      this.#handles.delete(at, handle, by, this.#settings);
    return this.#endSingle(at, 'DeleteMessage', by, refusal);
  }

  deleteBatch(now: Micros, handles: readonly Handle[], by = ''): BatchResult<undefined> | Refusal {
    return this.#batch(now, 'DeleteMessage', by, handles, (at, handle) =>
      this.#handles.delete(at, handle, by, this.#settings),
    );
  }

  /** STD-07, STD-08, FIFO-09: hidden for so many seconds from now on; 0 shows the message at once. */
  changeVisibility(now: Micros, handle: Handle, seconds: number, by = ''): Refusal | undefined {
    const at = this.#begin(now);
    const refusal =
      this.#throttle.call(at, 'ChangeMessageVisibility', this.#settings) ??
      this.#handles.change(at, handle, seconds, by, this.#settings);
    return this.#endSingle(at, 'ChangeMessageVisibility', by, refusal);
  }

  changeVisibilityBatch(
    now: Micros,
    entries: readonly { readonly receiptHandle: Handle; readonly seconds: number }[],
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
    const problem = this.#outlet.startTask(at, request, this.#settings);
    if (problem) return this.#refuse(at, 'StartMessageMoveTask', by, problem);
    this.#tell.request(at, 'StartMessageMoveTask', by, 0, 0);
    this.#alarm.set(at, at);
    return undefined;
  }

  /** Whether a move task is at work. */
  get isMoving(): boolean {
    return this.#outlet.isMoving;
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
      this.#outlet.move(at);
      this.#serve(at);
      this.#polls.endWaits(at);
    }
  }

  #nextDue(): Micros {
    return Math.min(
      this.#contents.nextDue(this.#settings.messageRetentionPeriodSeconds),
      this.#polls.nextEnd,
      this.#outlet.nextAt,
    );
  }

  /** Gives what is visible to those who wait, here and where something was moved to. */
  #serve(now: Micros): void {
    this.#polls.serve(now, this.#settings);
    this.#outlet.tellDestination(now);
  }

  #asDestination(): Destination {
    return {
      name: this.name,
      isFifo: this.#settings.fifo,
      catchUp: (now) => this.#settle(now - 1),
      takeOver: (now, from, changed) => {
        if (now > this.#clock) this.#clock = now;
        return this.#intake.takeOver(now, from, changed, this.#settings);
      },
      tellSent: (now, message, by) => this.#tell.sent(now, message, now, by),
      serve: (now) => this.#serve(this.#begin(now)),
    };
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

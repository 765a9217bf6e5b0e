import type { Delivery, StopWaiting } from '../broker/queue/index.ts';
import { Refusal } from '../broker/refusal.ts';
import { type Micros, SECOND } from '../engine/time.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import type { Admission } from './admission.ts';
import { backoff } from './backoff.ts';
import type { Job, Outcome } from './job.ts';
import type { Lambda } from './lambda.ts';
import type { MessageSource } from './message-source.ts';
import type { Recipe } from './recipe.ts';
import { endJob, TOO_OLD, tellStarted } from './work.ts';
import { DOWN_TIME, WorkerState } from './worker-state.ts';
import type { ActorWorld } from './world.ts';

interface QueueJob extends Job {
  readonly delivery: Delivery;
  readonly from: MessageSource;
}

/** What the workers of a consumer have in common. */
export interface QueueWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly sources: readonly MessageSource[];
  readonly recipe: Recipe;
  readonly admission: Admission;
  readonly lambda: Lambda | undefined;
  readonly deletesAtEnd: boolean;
  /** They can't reach the broker. */
  readonly isAway: boolean;
}

/** One worker of a queue: receives a batch, works it off, receives again. */
export class QueueWorker extends WorkerState {
  readonly #consumer: QueueWork;
  readonly #world: ActorWorld;
  readonly #jobs = new Set<QueueJob>();
  #pending: { delivery: Delivery; from: MessageSource }[] = [];
  /** Handles to delete at the end of the batch, by queue. */
  #acknowledged: { handle: string; from: MessageSource }[] = [];
  #failedInBatch = false;
  #isFilling = false;
  /** The number of the batch in hand. */
  #batch = 0;
  #stopWaiting: StopWaiting | undefined;
  /** Rises with each crash, so that what was scheduled before it finds itself outdated. */
  #life = 0;
  #retiring = false;

  constructor(name: string, consumer: QueueWork, world: ActorWorld) {
    super(consumer.name, name, world);
    this.#consumer = consumer;
    this.#world = world;
  }

  get isBusy(): boolean {
    return this.#jobs.size > 0;
  }

  start(): void {
    this.become('idle');
    this.#poll(0);
  }

  /** Takes no more messages, finishes what it has, and goes. */
  retire(): void {
    this.#retiring = true;
    if (!this.#hasWork) this.#leave();
  }

  get #hasWork(): boolean {
    return this.#jobs.size + this.#pending.length > 0;
  }

  crash(now: Micros, downFor: Micros | undefined): void {
    if (!this.isUp) return;
    this.#dropEverything('crashed');
    this.become('down');
    for (const source of this.#consumer.sources) source.disconnected(now, this.name);
    const life = this.#life;
    this.#world.calendar.at(now + (downFor ?? DOWN_TIME), () => {
      if (life !== this.#life) return;
      if (this.#retiring) this.become('gone');
      else this.start();
    });
  }

  #leave(): void {
    this.#dropEverything('stopped');
    this.become('gone');
  }

  #dropEverything(outcome: Outcome): void {
    this.#life += 1;
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    for (const job of this.#jobs) endJob(this.#world, job, outcome, '');
    this.#jobs.clear();
    this.#pending = [];
    this.#acknowledged = [];
  }

  /** Asks the queues from the `index`-th on. The last one may be asked to wait. */
  #poll(index: number): void {
    const { sources, settings } = this.#consumer;
    const now = this.#world.calendar.now;
    if (this.isPaused) {
      this.#pollAgainAt(this.pausedUntil);
      return;
    }
    const source = sources[index];
    if (!source || !this.#reaches(source)) {
      this.#pollAgainAt(now + SECOND);
      return;
    }
    const waits = sources.length === 1;
    this.#stopWaiting = source.receive(
      now,
      {
        maxNumberOfMessages: settings.batch,
        waitTimeSeconds: waits ? settings.waitTimeSeconds : 0,
        visibilityTimeoutSeconds: settings.visibilityTimeoutSeconds,
        by: this.name,
      },
      (_at, result) => this.#answered(source, index, result),
    );
  }

  #answered(source: MessageSource, index: number, result: readonly Delivery[] | Refusal): void {
    this.#stopWaiting = undefined;
    if (result instanceof Refusal) {
      this.#pollAgainAt(this.#world.calendar.now + SECOND);
      return;
    }
    const [first] = result;
    if (!first) {
      this.#foundNothing(index);
      return;
    }
    if (this.#consumer.isAway || this.#isLost('receive', first)) {
      source.disconnected(this.#world.calendar.now, this.name);
      this.#pollAgainAt(this.#world.calendar.now + SECOND);
      return;
    }
    this.#pending = result.map((delivery) => ({ delivery, from: source }));
    this.#failedInBatch = false;
    this.become('busy');
    this.#batch += 1;
    const batch = this.#batch;
    this.#consumer.lambda?.watch(this, () => batch === this.#batch && this.#hasWork);
    this.#fill();
  }

  #foundNothing(index: number): void {
    const { sources, settings } = this.#consumer;
    if (index + 1 < sources.length) {
      this.#poll(index + 1);
      return;
    }
    const longPoll = sources.length === 1 && settings.waitTimeSeconds > 0;
    this.#pollAgainAt(this.#world.calendar.now + (longPoll ? 0 : settings.pollEvery));
  }

  #pollAgainAt(time: Micros): void {
    const life = this.#life;
    this.#world.calendar.at(time, () => {
      if (life === this.#life && this.isUp) this.#poll(0);
    });
  }

  /** Starts as many as it works on at the same time; the batch is over when none is left. */
  #fill(): void {
    // A job that takes no time ends while it is started; the loop that started it goes on by itself.
    if (this.#isFilling) return;
    this.#isFilling = true;
    const life = this.#life;
    while (life === this.#life && this.#jobs.size < this.#consumer.settings.concurrency) {
      const next = this.#pending.shift();
      if (!next) break;
      this.#admit(next.delivery, next.from);
    }
    this.#isFilling = false;
    if (life === this.#life && !this.#hasWork) this.#endBatch();
  }

  #admit(delivery: Delivery, from: MessageSource): void {
    const job = this.#jobOf(delivery, from);
    this.#jobs.add(job);
    this.#consumer.admission.admit(job, (isTooOld) => this.#begin(job, isTooOld));
  }

  #begin(job: QueueJob, isTooOld: boolean): void {
    const now = this.#world.calendar.now;
    job.startedAt = now;
    tellStarted(this.#world, job);
    if (isTooOld) {
      job.acknowledge(now);
      this.#ended(job, 'shed', TOO_OLD);
      return;
    }
    this.#beat(job);
    this.#consumer.recipe.run(job, (outcome, why) => this.#ended(job, outcome, why));
  }

  #jobOf(delivery: Delivery, from: MessageSource): QueueJob {
    const trace = delivery.traceHeader ?? '';
    const job: QueueJob = {
      consumer: this.consumer,
      worker: this,
      trace,
      source: from.name,
      message: delivery.messageId,
      attempt: delivery.approximateReceiveCount,
      body: delivery.body,
      producedAt: this.#world.items.producedAt(trace),
      startedAt: this.#world.calendar.now,
      acknowledge: (at) => this.#acknowledge(at, job),
      alive: true,
      skipping: false,
      delivery,
      from,
    };
    return job;
  }

  #ended(job: QueueJob, outcome: Outcome, why: string): void {
    this.#jobs.delete(job);
    endJob(this.#world, job, outcome, why);
    if (outcome === 'failed') this.#afterFailure(job);
    this.#fill();
  }

  #afterFailure(job: QueueJob): void {
    this.#failedInBatch = true;
    const { onFailure } = this.#consumer.settings;
    if (onFailure === 'leave' || !this.#reaches(job.from)) return;
    const wait = backoff(onFailure.showAfter, job.attempt, this.random);
    const seconds = Math.round(wait / SECOND);
    job.from.changeVisibility(
      this.#world.calendar.now,
      job.delivery.receiptHandle,
      seconds,
      this.name,
    );
  }

  #acknowledge(now: Micros, job: QueueJob): void {
    const { receiptHandle } = job.delivery;
    if (this.#consumer.deletesAtEnd)
      this.#acknowledged.push({ handle: receiptHandle, from: job.from });
    else this.#delete(now, job.from, [receiptHandle]);
  }

  #delete(now: Micros, from: MessageSource, handles: readonly string[]): void {
    if (this.#reaches(from)) from.delete(now, handles, this.name);
    else from.disconnected(now, this.name);
  }

  /** Whether a call gets through: nothing is wrong with the queue, nor with the way to it. */
  #reaches(source: MessageSource): boolean {
    return !this.#consumer.isAway && !this.#world.faults.lasting('down', source.name);
  }

  #endBatch(): void {
    const now = this.#world.calendar.now;
    const deletes = !(this.#failedInBatch && this.#consumer.lambda?.allOrNothing);
    if (deletes)
      for (const from of this.#consumer.sources) {
        const handles = this.#acknowledged.filter((one) => one.from === from);
        this.#delete(
          now,
          from,
          handles.map(({ handle }) => handle),
        );
      }
    this.#acknowledged = [];
    if (this.#retiring) {
      this.#leave();
      return;
    }
    this.become('idle');
    this.#pollAgainAt(now);
  }

  /** The broker did what was asked, and the answer got lost. */
  #isLost(call: string, delivery: Delivery): boolean {
    const trace = delivery.traceHeader ?? '';
    const name = `${this.consumer} ${call} ${trace} ${delivery.approximateReceiveCount}`;
    return (
      this.#world.faults.strikes('lose-response', this.consumer, { name, trace }) !== undefined
    );
  }

  /** Extends the visibility timeout again and again, while the job lives and the worker is awake. */
  #beat(job: QueueJob): void {
    const { heartbeat } = this.#consumer.settings;
    if (!heartbeat) return;
    this.#world.calendar.at(this.#world.calendar.now + heartbeat.every, (now) => {
      if (!job.alive) return;
      const { receiptHandle } = job.delivery;
      if (!this.isPaused && this.#reaches(job.from))
        job.from.changeVisibility(now, receiptHandle, heartbeat.extendToSeconds, this.name);
      this.#beat(job);
    });
  }
}

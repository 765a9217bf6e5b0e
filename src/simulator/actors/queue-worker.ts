import type { Delivery, StopWaiting } from '../broker/queue/index.ts';
import { Refusal } from '../broker/refusal.ts';
import { MILLISECOND, type Micros, SECOND } from '../engine/time.ts';
import { backoff } from './backoff.ts';
import type { Job, Outcome } from './job.ts';
import type { MessageSource } from './message-source.ts';
import { QueueCalls } from './queue-calls.ts';
import type { QueueWork } from './queue-work.ts';
import { endJob, TOO_OLD, tellStarted } from './work.ts';
import { DOWN_TIME, WorkerState } from './worker-state.ts';
import type { ActorWorld } from './world.ts';

/**
 * Calls take no time here. But what failed at once and is shown again at once would fail for ever at one moment; so that takes
 * as long as a call does in reality.
 */
const ROUND_TRIP: Micros = 10 * MILLISECOND;

/** Workers that may wake one another by work that takes no time, one inside of the other, before the calendar comes in between. */
const MOST_NESTED = 50;

interface QueueJob extends Job {
  readonly delivery: Delivery;
  readonly from: MessageSource;
}

/** One worker of a queue: receives a batch, works it off, receives again. */
export class QueueWorker extends WorkerState {
  readonly #consumer: QueueWork;
  readonly #calls: QueueCalls;
  readonly #world: ActorWorld;
  readonly #jobs = new Set<QueueJob>();
  #pending: { delivery: Delivery; from: MessageSource }[] = [];
  /** What to delete at the end of the batch. */
  #acknowledged: QueueJob[] = [];
  #failedInBatch = false;
  #isFilling = false;
  /** The number of the batch in hand. */
  #batch = 0;
  /** While it waits for the answer to a receive. */
  #isWaiting = false;
  #stopWaiting: StopWaiting | undefined;
  /** Rises with each crash, so that what was scheduled before it finds itself outdated. */
  #life = 0;
  #retiring = false;

  constructor(name: string, consumer: QueueWork, world: ActorWorld) {
    super(consumer.name, name, world);
    this.#consumer = consumer;
    this.#calls = new QueueCalls(name, consumer, world);
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

  /** The queue is gone: a receive that waits there fails, and is tried again like any other call. */
  hangUp(): void {
    if (!this.#isWaiting) return;
    this.#stopAsking();
    this.#pollAgainAt(this.#world.calendar.now + SECOND);
  }

  extend(now: Micros, { from, delivery }: QueueJob, seconds: number): boolean {
    return this.#calls.hideFor(now, from, delivery, seconds);
  }

  #leave(): void {
    this.#dropEverything('stopped');
    this.become('gone');
  }

  #dropEverything(outcome: Outcome): void {
    this.#life += 1;
    this.#stopAsking();
    for (const job of this.#jobs) endJob(this.#world, job, outcome, '');
    this.#jobs.clear();
    this.#pending = [];
    this.#acknowledged = [];
  }

  #stopAsking(): void {
    if (this.#isWaiting) this.#stopWaiting?.();
    this.#isWaiting = false;
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
    if (!source) {
      this.#pollAgainAt(now + SECOND);
      return;
    }
    if (!this.#calls.reaches(source)) {
      this.#poll(index + 1);
      return;
    }
    const waits = sources.length === 1;
    this.#isWaiting = true;
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
    this.#isWaiting = false;
    if (result instanceof Refusal) {
      this.#pollAgainAt(this.#world.calendar.now + SECOND);
      return;
    }
    const [first] = result;
    if (!first) {
      this.#foundNothing(index);
      return;
    }
    if (this.#consumer.isAway || this.#calls.isUnheard(first)) {
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
    this.#beginBatch();
  }

  /** At once, unless those who feed their own queue would pile up calls without end. */
  #beginBatch(): void {
    const consumer = this.#consumer;
    if (consumer.nested >= MOST_NESTED) {
      const life = this.#life;
      this.#world.calendar.at(this.#world.calendar.now, () => {
        if (life === this.#life) this.#fill();
      });
      return;
    }
    consumer.nested += 1;
    this.#fill();
    consumer.nested -= 1;
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
    this.#consumer.work.run(job, (outcome, why) => this.#ended(job, outcome, why));
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
    if (onFailure === 'leave') return;
    const wait = backoff(onFailure.showAfter, job.attempt, this.random);
    const seconds = Math.round(wait / SECOND);
    const { now } = this.#world.calendar;
    const { from, delivery } = job;
    if (seconds > 0 || job.startedAt < now) this.#calls.hideFor(now, from, delivery, seconds);
    else
      this.#world.calendar.at(now + ROUND_TRIP, (later) => {
        if (this.state !== 'down') this.#calls.hideFor(later, from, delivery, 0);
      });
  }

  #acknowledge(now: Micros, job: QueueJob): void {
    if (this.#consumer.deletesAtEnd) this.#acknowledged.push(job);
    else this.#calls.delete(now, job.from, [job.delivery]);
  }

  #endBatch(): void {
    const now = this.#world.calendar.now;
    const deletes = !(this.#failedInBatch && this.#consumer.lambda?.allOrNothing);
    if (deletes)
      for (const from of this.#consumer.sources) {
        const done = this.#acknowledged.filter((job) => job.from === from);
        this.#calls.delete(
          now,
          from,
          done.map(({ delivery }) => delivery),
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

  /** Extends the visibility timeout again and again, while the job lives and the worker is awake. */
  #beat(job: QueueJob): void {
    const { heartbeat } = this.#consumer.settings;
    if (!heartbeat) return;
    this.#world.calendar.at(this.#world.calendar.now + heartbeat.every, (now) => {
      if (!job.alive) return;
      if (!this.isPaused && this.#calls.reaches(job.from))
        this.#calls.hideFor(now, job.from, job.delivery, heartbeat.extendToSeconds);
      this.#beat(job);
    });
  }
}

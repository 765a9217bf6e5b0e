import type { DeliveryTarget, Notification } from '../broker/topic/index.ts';
import type { Micros } from '../engine/time.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import type { Job } from './job.ts';
import { TokenBucket } from './token-bucket.ts';
import { endJob, tellStarted, type Work } from './work.ts';
import { workOf } from './work-of.ts';
import { DOWN_TIME, WorkerState } from './worker-state.ts';
import type { ActorWorld } from './world.ts';

type Answer = Parameters<DeliveryTarget['deliver']>[2];

/**
 * A subscriber that messages are pushed to: an HTTPS endpoint, a function. It answers when its steps reach `delete`; when all of its
 * workers are busy, or one fails or dies, the sender sees a server error.
 */
export class PushConsumer implements DeliveryTarget {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly #world: ActorWorld;
  readonly #work: Work;
  readonly #limit: TokenBucket | undefined;
  readonly #workers: PushWorker[];

  constructor(name: string, settings: ConsumerSettings, world: ActorWorld) {
    this.name = name;
    this.settings = settings;
    this.#world = world;
    this.#work = workOf(name, settings, world);
    this.#limit = settings.limit && new TokenBucket(settings.limit);
    this.#workers = Array.from(
      { length: settings.count * settings.concurrency },
      (_, index) => new PushWorker(name, `${name}-${index + 1}`, world),
    );
    world.faults.onStrike('crash', name, (fault) =>
      this.#workers.find((worker) => worker.isUp)?.crash(world.calendar.now, fault.for),
    );
    world.faults.onStrike('down', name, (fault) => {
      const { now } = world.calendar;
      const downFor = world.faults.endOf(fault, now) - now;
      for (const worker of this.#workers) worker.crash(now, downFor);
    });
  }

  start(): void {
    for (const worker of this.#workers) worker.become('idle');
  }

  /** An outage of its own, or a network split: nothing reaches it. */
  get #isAway(): boolean {
    const { faults } = this.#world;
    return Boolean(faults.lasting('down', this.name) ?? faults.lasting('split', this.name));
  }

  isQuiet(): boolean {
    return this.#workers.every((worker) => worker.state !== 'busy');
  }

  deliver(now: Micros, notification: Notification, answer: Answer): void {
    const worker = this.#workers.find((one) => one.state === 'idle');
    if (this.#isAway || !worker || this.#limit?.take(now) === false) {
      answer(now, 'server-error');
      return;
    }
    worker.work(notification, this.#work, answer);
  }
}

class PushWorker extends WorkerState {
  readonly #world: ActorWorld;
  #job:
    | { readonly job: Job; readonly answer: (now: Micros, isDelivered: boolean) => void }
    | undefined;

  constructor(consumer: string, name: string, world: ActorWorld) {
    super(consumer, name, world);
    this.#world = world;
  }

  work(notification: Notification, work: Work, answer: Answer): void {
    this.become('busy');
    let isAnswered = false;
    const answerOnce = (now: Micros, isDelivered: boolean) => {
      if (isAnswered) return;
      isAnswered = true;
      answer(now, isDelivered ? 'delivered' : 'server-error');
    };
    const job = this.#jobOf(notification, answerOnce);
    this.#job = { job, answer: answerOnce };
    tellStarted(this.#world, job);
    work.run(job, (outcome, why) => {
      this.#job = undefined;
      endJob(this.#world, job, outcome, why);
      this.become('idle');
      answerOnce(this.#world.calendar.now, outcome !== 'failed');
    });
  }

  crash(now: Micros, downFor: Micros | undefined): void {
    if (!this.isUp) return;
    const current = this.#job;
    this.#job = undefined;
    if (current) endJob(this.#world, current.job, 'crashed', '');
    this.become('down');
    current?.answer(now, false);
    this.#world.calendar.at(now + (downFor ?? DOWN_TIME), () => this.become('idle'));
  }

  #jobOf(notification: Notification, answer: (now: Micros, isDelivered: boolean) => void): Job {
    const trace = notification.traceHeader ?? '';
    return {
      consumer: this.consumer,
      worker: this,
      trace,
      source: notification.topic,
      message: notification.messageId,
      attempt: notification.attempt,
      body: notification.body,
      producedAt: this.#world.items.producedAt(trace),
      startedAt: this.#world.calendar.now,
      acknowledge: (now) => answer(now, true),
      alive: true,
      skipping: false,
    };
  }
}

import type { Acquired, ShareGroup, ShareListener } from '../broker/log/index.ts';
import { type Micros, SECOND } from '../engine/time.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import type { Admission } from './admission.ts';
import type { Job, Outcome } from './job.ts';
import { endJob, TOO_OLD, tellStarted, type Work } from './work.ts';
import { DOWN_TIME, WorkerState } from './worker-state.ts';
import type { ActorWorld } from './world.ts';

/** What the members of a share group have in common. */
export interface ShareWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly group: ShareGroup;
  readonly work: Work;
  readonly admission: Admission;
  /** They can't reach the broker. */
  readonly isAway: boolean;
}

/** A member of a share group: takes records of any partition, and acknowledges each on its own. */
export class ShareWorker extends WorkerState implements ShareListener {
  readonly #consumer: ShareWork;
  readonly #world: ActorWorld;
  #pending: Acquired[] = [];
  #job: Job | undefined;
  #isAsking = false;
  #life = 0;

  constructor(name: string, consumer: ShareWork, world: ActorWorld) {
    super(consumer.name, name, world);
    this.#consumer = consumer;
    this.#world = world;
  }

  get isBusy(): boolean {
    return this.#job !== undefined || this.#pending.length > 0;
  }

  start(): void {
    this.become('idle');
    this.#enter(this.#life);
  }

  /** As soon as it reaches the broker. */
  #enter(life: number): void {
    if (life !== this.#life || !this.isUp) return;
    const { calendar } = this.#world;
    if (this.#consumer.isAway) {
      calendar.at(calendar.now + SECOND, () => this.#enter(life));
      return;
    }
    this.#consumer.group.join(calendar.now, this.name, this);
    this.#askAt(calendar.now);
  }

  retire(): void {
    this.#drop('stopped');
    this.#consumer.group.leave(this.#world.calendar.now, this.name);
    this.become('gone');
  }

  /** What it held stays locked until the locks end. */
  crash(now: Micros, downFor: Micros | undefined): void {
    if (!this.isUp) return;
    this.#drop('crashed');
    this.become('down');
    this.#world.calendar.at(now + (downFor ?? DOWN_TIME), () => {
      if (this.state === 'down') this.start();
    });
  }

  recordsReady(now: Micros): void {
    this.#askAt(now);
  }

  #drop(outcome: Outcome): void {
    this.#life += 1;
    if (this.#job) endJob(this.#world, this.#job, outcome, '');
    this.#job = undefined;
    this.#pending = [];
    this.#isAsking = false;
  }

  #askAt(time: Micros): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const life = this.#life;
    this.#world.calendar.at(time, (now) => {
      if (life !== this.#life) return;
      this.#isAsking = false;
      this.#ask(now);
    });
  }

  #ask(now: Micros): void {
    if (!this.isUp || this.#job) return;
    if (this.isPaused) {
      this.#askAt(this.pausedUntil);
      return;
    }
    if (this.#consumer.isAway) {
      this.#askAt(now + SECOND);
      return;
    }
    const { group, settings } = this.#consumer;
    if (this.#pending.length === 0) this.#pending = group.acquire(now, this.name, settings.batch);
    const next = this.#pending.shift();
    if (!next) {
      this.become('idle');
      return;
    }
    this.become('busy');
    this.#work(next);
  }

  #work(acquired: Acquired): void {
    const job = this.#jobOf(acquired);
    this.#job = job;
    this.#consumer.admission.admit(job, (isTooOld) => {
      job.startedAt = this.#world.calendar.now;
      tellStarted(this.#world, job);
      if (isTooOld) {
        job.acknowledge(job.startedAt);
        return this.#ended(job, acquired, 'shed', TOO_OLD);
      }
      this.#consumer.work.run(job, (outcome, why) => this.#ended(job, acquired, outcome, why));
    });
  }

  #ended(job: Job, acquired: Acquired, outcome: Outcome, why: string): void {
    this.#job = undefined;
    endJob(this.#world, job, outcome, why);
    if (outcome === 'failed') this.#acknowledge(acquired, 'release');
    this.#askAt(this.#world.calendar.now);
  }

  #acknowledge({ record: { partition, offset } }: Acquired, how: 'accept' | 'release'): void {
    if (this.#consumer.isAway) return;
    this.#consumer.group.acknowledge(this.#world.calendar.now, this.name, partition, offset, how);
  }

  #jobOf(acquired: Acquired): Job {
    const { record, deliveryCount } = acquired;
    return {
      consumer: this.consumer,
      worker: this,
      trace: record.trace,
      source: this.#consumer.group.log.name,
      message: `${record.partition}/${record.offset}`,
      attempt: deliveryCount,
      body: record.body,
      key: record.key,
      producedAt: this.#world.items.producedAt(record.trace),
      startedAt: this.#world.calendar.now,
      acknowledge: () => this.#acknowledge(acquired, 'accept'),
      alive: true,
      skipping: false,
    };
  }
}

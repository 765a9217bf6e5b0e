import type { GroupListener, LogRecord } from '../broker/log/index.ts';
import { MILLISECOND, type Micros, SECOND } from '../engine/time.ts';
import type { GroupWork } from './group-work.ts';
import type { Job, Outcome } from './job.ts';
import type { Progress } from './progress.ts';
import { endJob, TOO_OLD, tellStarted } from './work.ts';
import { DOWN_TIME, WorkerState } from './worker-state.ts';
import type { ActorWorld } from './world.ts';

/**
 * A member of a consumer group: polls, works off what it got record by record, commits, polls again. A record that fails is read
 * again, so the records behind it in its partition wait.
 */
export class LogWorker extends WorkerState implements GroupListener {
  readonly #consumer: GroupWork;
  readonly #world: ActorWorld;
  #pending: LogRecord[] = [];
  #job: { readonly job: Job; readonly record: LogRecord } | undefined;
  readonly #progress: Progress;
  #isPolling = false;
  /** Rises with each crash, so that what was scheduled before it finds itself outdated. */
  #life = 0;

  constructor(name: string, consumer: GroupWork, world: ActorWorld) {
    super(consumer.name, name, world);
    this.#consumer = consumer;
    this.#world = world;
    this.#progress = consumer.progressOf(name);
  }

  get isBusy(): boolean {
    return this.#job !== undefined || this.#pending.length > 0;
  }

  start(): void {
    this.become('idle');
    this.#enter(this.#life);
  }

  /** Closes: commits what is done and gives its partitions to the others at once. */
  retire(): void {
    const now = this.#world.calendar.now;
    this.#progress.close(now);
    this.#drop('stopped');
    this.#consumer.group.leave(now, this.name);
    this.become('gone');
  }

  /** It dies without a word: the group finds out when its session times out. */
  crash(now: Micros, downFor: Micros | undefined): void {
    if (!this.isUp) return;
    this.#drop('crashed');
    this.become('down');
    const life = this.#life;
    this.#world.calendar.at(now + (downFor ?? DOWN_TIME), () => {
      if (life === this.#life && this.state === 'down') this.start();
    });
  }

  assigned(): void {
    // What it may read comes with the next poll.
  }

  revoked(now: Micros, partitions: readonly number[], lost: boolean): void {
    this.#progress.revoked(now, partitions, lost);
    this.#pending = this.#pending.filter((record) => !partitions.includes(record.partition));
  }

  /** The group doesn't know yet that a crashed member is down. */
  recordsReady(now: Micros): void {
    if (this.isUp) this.#pollAt(now);
  }

  /** As soon as it reaches the broker. */
  #enter(life: number): void {
    if (life !== this.#life || !this.isUp) return;
    const { calendar } = this.#world;
    const { now } = calendar;
    if (this.#consumer.isAway) {
      calendar.at(now + SECOND, () => this.#enter(life));
      return;
    }
    this.#progress.start(now);
    this.#consumer.group.join(now, this.name, this);
    this.#beat(life);
    this.#pollAt(now);
  }

  #drop(outcome: Outcome): void {
    this.#life += 1;
    if (this.#job) endJob(this.#world, this.#job.job, outcome, '');
    this.#job = undefined;
    this.#pending = [];
    this.#progress.forget();
    this.#isPolling = false;
  }

  #beat(life: number): void {
    const { heartbeatIntervalMs } = this.#consumer.group.settings;
    const next = this.#world.calendar.now + heartbeatIntervalMs * MILLISECOND;
    this.#world.calendar.at(next, (now) => {
      if (life !== this.#life || !this.isUp) return;
      const reaches = !(this.isPaused || this.#consumer.isAway);
      if (reaches) {
        this.#consumer.group.heartbeat(now, this.name);
        // Kafka's client polls all the time: that is how it learns that it was put out, and joins again.
        if (!this.isBusy) this.#pollAt(now);
      }
      this.#beat(life);
    });
  }

  #pollAt(time: Micros): void {
    if (this.#isPolling) return;
    this.#isPolling = true;
    const life = this.#life;
    this.#world.calendar.at(time, (now) => {
      if (life !== this.#life) return;
      this.#isPolling = false;
      if (this.isUp) this.#poll(now);
    });
  }

  #poll(now: Micros): void {
    if (this.isBusy) return;
    if (this.isPaused) {
      this.#pollAt(this.pausedUntil);
      return;
    }
    if (this.#consumer.isAway) {
      this.#pollAt(now + SECOND);
      return;
    }
    this.#progress.beforePoll(now);
    this.#pending = this.#consumer.group.poll(now, this.name, this.#consumer.settings.batch);
    if (this.#pending.length === 0) {
      this.become('idle');
      return;
    }
    this.#progress.fetched(now, this.#pending);
    this.become('busy');
    this.#next();
  }

  #next(): void {
    const record = this.#pending.shift();
    if (!record) {
      this.#endPoll();
      return;
    }
    const job = this.#jobOf(record);
    this.#job = { job, record };
    this.#consumer.admission.admit(job, (isTooOld) => this.#begin(job, isTooOld));
  }

  #begin(job: Job, isTooOld: boolean): void {
    job.startedAt = this.#world.calendar.now;
    tellStarted(this.#world, job);
    if (isTooOld) this.#ended('shed', TOO_OLD);
    else this.#consumer.work.run(job, (outcome, why) => this.#ended(outcome, why));
  }

  #ended(outcome: Outcome, why: string): void {
    const current = this.#job;
    if (!current) return;
    const { job, record } = current;
    this.#job = undefined;
    endJob(this.#world, job, outcome, why);
    const isOver = outcome !== 'failed' || this.#consumer.givesUp(record);
    if (!isOver) {
      this.#readAgain(record);
      return;
    }
    this.#progress.done(record);
    this.#goOn();
  }

  /** The next record by the calendar: records that take no time must not pile up calls. */
  #goOn(): void {
    const life = this.#life;
    this.#world.calendar.at(this.#world.calendar.now, () => {
      if (life === this.#life && this.isUp && !this.#job) this.#next();
    });
  }

  #readAgain(record: LogRecord): void {
    const now = this.#world.calendar.now;
    this.#pending = this.#progress.failed(now, record, this.#pending);
    if (this.#pending.length > 0) {
      this.#goOn();
      return;
    }
    this.become('idle');
    this.#pollAt(now + this.#consumer.settings.pollEvery);
  }

  #endPoll(): void {
    const now = this.#world.calendar.now;
    this.#progress.endPoll(now);
    this.#pollAt(now);
  }

  #jobOf(record: LogRecord): Job {
    return {
      consumer: this.consumer,
      worker: this,
      trace: record.trace,
      source: this.#consumer.group.log.name,
      message: `${record.partition}/${record.offset}`,
      attempt: this.#consumer.delivered(record),
      body: record.body,
      producedAt: this.#world.items.producedAt(record.trace),
      startedAt: this.#world.calendar.now,
      key: record.key,
      within: this.#progress.producer,
      // A log knows one position for each partition and nothing of single records: it is committed after the poll.
      acknowledge: () => undefined,
      alive: true,
      skipping: false,
    };
  }
}

import type { Micros } from '../engine/time.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import { Admission } from './admission.ts';
import type { Consumer } from './consumer.ts';
import { Lambda } from './lambda.ts';
import { type MessageSource, messageSource } from './message-source.ts';
import { Pool } from './pool.ts';
import type { QueueWork } from './queue-work.ts';
import { QueueWorker } from './queue-worker.ts';
import { Turns } from './turns.ts';
import type { Work } from './work.ts';
import { workOf } from './work-of.ts';
import type { ActorWorld } from './world.ts';

/** The workers of one or more queues: how many there are, and what they have in common. */
export class QueueConsumer implements Consumer, QueueWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly sources: readonly MessageSource[];
  readonly work: Work;
  readonly admission: Admission;
  readonly lambda: Lambda | undefined;
  readonly answers: Turns;
  nested = 0;
  readonly #pool: Pool<QueueWorker>;

  constructor(name: string, settings: ConsumerSettings, world: ActorWorld) {
    this.name = name;
    this.settings = settings;
    this.sources = settings.receivesFrom.map((queue) => messageSource(queue, world));
    this.work = workOf(name, settings, world);
    this.admission = new Admission(settings, world);
    this.answers = new Turns(world.items);
    this.#pool = new Pool(name, world, (worker) => new QueueWorker(worker, this, world));
    for (const source of settings.receivesFrom)
      world.faults.onStrike('down', source, () => {
        for (const worker of this.#pool.workers) worker.hangUp();
      });
    this.lambda = settings.lambda && new Lambda(settings.lambda, this.#pool, world);
  }

  start(): void {
    if (this.lambda) this.#pool.scaleTo(this.lambda.start(), 0);
    else this.#pool.start(this.settings, (now) => this.#backlog(now));
  }

  get deletesAtEnd(): boolean {
    return this.settings.deletes === 'batch' || this.lambda !== undefined;
  }

  get isAway(): boolean {
    return this.#pool.isAway;
  }

  isQuiet(now: Micros): boolean {
    return this.#pool.busy === 0 && this.sources.every((source) => source.outstanding(now) === 0);
  }

  /** Messages that wait in its queues. */
  #backlog(now: Micros): number {
    return this.sources.reduce((sum, source) => sum + source.visible(now), 0);
  }
}

import type { Micros } from '../engine/time.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import { Admission } from './admission.ts';
import { Autoscaler } from './autoscaler.ts';
import type { Consumer } from './consumer.ts';
import { Lambda } from './lambda.ts';
import { type MessageSource, messageSource } from './message-source.ts';
import { Pool } from './pool.ts';
import { type QueueWork, QueueWorker } from './queue-worker.ts';
import { Recipe } from './recipe.ts';
import type { ActorWorld } from './world.ts';

/** The workers of one or more queues: how many there are, and what they have in common. */
export class QueueConsumer implements Consumer, QueueWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly sources: readonly MessageSource[];
  readonly recipe: Recipe;
  readonly admission: Admission;
  readonly lambda: Lambda | undefined;
  readonly #world: ActorWorld;
  readonly #pool: Pool<QueueWorker>;

  constructor(name: string, settings: ConsumerSettings, world: ActorWorld) {
    this.name = name;
    this.settings = settings;
    this.#world = world;
    this.sources = settings.receivesFrom.map((queue) => messageSource(queue, world));
    this.recipe = new Recipe(name, settings.steps, world);
    this.admission = new Admission(settings, world);
    this.lambda = settings.lambda && new Lambda(settings.lambda, this, world);
    this.#pool = new Pool(name, world, (worker) => new QueueWorker(worker, this, world));
  }

  start(): void {
    const { autoscale, count } = this.settings;
    this.scaleTo(this.lambda ? this.lambda.start() : Math.max(count, autoscale?.min ?? 0), 0);
    if (autoscale) new Autoscaler(autoscale, this, this.#world).start();
  }

  get deletesAtEnd(): boolean {
    return this.settings.deletes === 'batch' || this.lambda !== undefined;
  }

  get isAway(): boolean {
    return this.#pool.isAway;
  }

  get size(): number {
    return this.#pool.workers.length;
  }

  get busy(): number {
    return this.#pool.busy;
  }

  /** Messages that wait in its queues. */
  backlog(now: Micros): number {
    return this.sources.reduce((sum, source) => sum + source.visible(now), 0);
  }

  isQuiet(now: Micros): boolean {
    return this.busy === 0 && this.sources.every((source) => source.outstanding(now) === 0);
  }

  scaleTo(size: number, startDelay: Micros): void {
    this.#pool.scaleTo(size, startDelay);
  }
}

import { type PartitionedLog, SHARE_GROUP_DEFAULTS, ShareGroup } from '../broker/log/index.ts';
import type { BrokerWorld } from '../broker/world.ts';
import type { Micros } from '../engine/time.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import { Admission } from './admission.ts';
import { Autoscaler } from './autoscaler.ts';
import type { Consumer } from './consumer.ts';
import { Pool } from './pool.ts';
import { Recipe } from './recipe.ts';
import { type ShareWork, ShareWorker } from './share-worker.ts';
import type { ActorWorld } from './world.ts';

/** A share group of a log: more members than partitions are of use, and there is no order. */
export class ShareConsumer implements Consumer, ShareWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly group: ShareGroup;
  readonly recipe: Recipe;
  readonly admission: Admission;
  readonly #world: ActorWorld;
  readonly #pool: Pool<ShareWorker>;

  constructor(
    name: string,
    settings: ConsumerSettings,
    log: PartitionedLog,
    world: ActorWorld,
    broker: BrokerWorld,
  ) {
    this.name = name;
    this.settings = settings;
    this.#world = world;
    this.recipe = new Recipe(name, settings.steps, world);
    this.admission = new Admission(settings, world);
    this.#pool = new Pool(name, world, (worker) => new ShareWorker(worker, this, world));
    this.group = new ShareGroup(broker, name, log, {
      ...SHARE_GROUP_DEFAULTS,
      autoOffsetReset: settings.group?.autoOffsetReset ?? 'earliest',
      isolation: settings.group?.isolation ?? 'read_uncommitted',
    });
  }

  start(): void {
    const { autoscale, count } = this.settings;
    this.scaleTo(Math.max(count, autoscale?.min ?? 0), 0);
    if (autoscale) new Autoscaler(autoscale, this, this.#world).start();
  }

  get isAway(): boolean {
    return this.#pool.isAway;
  }

  get size(): number {
    return this.#pool.workers.length;
  }

  backlog(): number {
    let lag = 0;
    for (let partition = 0; partition < this.group.log.partitions; partition += 1)
      lag += this.group.lag(partition);
    return lag;
  }

  isQuiet(): boolean {
    return this.#pool.busy === 0 && this.backlog() === 0;
  }

  scaleTo(size: number, startDelay: Micros): void {
    this.#pool.scaleTo(size, startDelay);
  }
}

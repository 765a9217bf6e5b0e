import { type PartitionedLog, SHARE_GROUP_DEFAULTS, ShareGroup } from '../broker/log/index.ts';
import type { BrokerWorld } from '../broker/world.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import { Admission } from './admission.ts';
import type { Consumer } from './consumer.ts';
import { Pool } from './pool.ts';
import { type ShareWork, ShareWorker } from './share-worker.ts';
import { totalLag } from './total-lag.ts';
import type { Work } from './work.ts';
import { workOf } from './work-of.ts';
import type { ActorWorld } from './world.ts';

/** A share group of a log: more members than partitions are of use, and there is no order. */
export class ShareConsumer implements Consumer, ShareWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly group: ShareGroup;
  readonly work: Work;
  readonly admission: Admission;
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
    this.work = workOf(name, settings, world);
    this.admission = new Admission(settings, world);
    this.#pool = new Pool(name, world, (worker) => new ShareWorker(worker, this, world));
    this.group = new ShareGroup(broker, name, log, {
      ...SHARE_GROUP_DEFAULTS,
      // A run begins with an empty log, so that nothing is to be missed.
      autoOffsetReset: 'earliest',
    });
  }

  start(): void {
    this.#pool.start(this.settings, () => totalLag(this.group));
  }

  get isAway(): boolean {
    return this.#pool.isAway;
  }

  isQuiet(): boolean {
    return this.#pool.busy === 0 && totalLag(this.group) === 0;
  }
}

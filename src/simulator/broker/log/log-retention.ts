import { MILLISECOND, MINUTE, type Micros } from '../../engine/time.ts';
import type { BrokerWorld } from '../world.ts';
import type { Entry } from './entry.ts';
import type { Partition } from './partition.ts';
import type { LogSettings } from './settings.ts';

/** log.retention.check.interval.ms */
const CHECK_EVERY: Micros = 5 * MINUTE;

/**
 * Deletes old records of one partition, read or not (KFK-05). Kafka deletes whole segments, of a gigabyte or a week; here
 * each record is a segment of its own. By size that is looked at on each append, and never leaves fewer bytes than the
 * limit. By age it is looked at every five minutes, or every tenth of a retention that is shorter than fifty.
 */
export class LogRetention {
  readonly #world: BrokerWorld;
  readonly #log: string;
  readonly #index: number;
  readonly #partition: Partition;
  readonly #maxBytes: number;
  readonly #maxAge: Micros | undefined;
  readonly #checkEvery: Micros;
  #isArmed = false;

  constructor(
    world: BrokerWorld,
    log: string,
    index: number,
    partition: Partition,
    settings: LogSettings,
  ) {
    this.#world = world;
    this.#log = log;
    this.#index = index;
    this.#partition = partition;
    this.#maxBytes = settings.logRetentionBytes ?? Number.POSITIVE_INFINITY;
    this.#maxAge =
      settings.logRetentionMs === undefined ? undefined : settings.logRetentionMs * MILLISECOND;
    this.#checkEvery = Math.min(CHECK_EVERY, Math.ceil((this.#maxAge ?? CHECK_EVERY) / 10));
  }

  appended(now: Micros): void {
    if (this.#partition.bytes > this.#maxBytes) {
      const start = this.#partition.startOffset;
      this.#dropWhile((oldest) => this.#partition.bytes - oldest.sizeBytes >= this.#maxBytes);
      this.#tell(now, start, 'size');
    }
    this.#arm(now);
  }

  #dropWhile(isTooOld: (oldest: Entry) => boolean): void {
    let oldest = this.#partition.oldest;
    while (oldest && isTooOld(oldest)) {
      this.#partition.dropOldest();
      oldest = this.#partition.oldest;
    }
  }

  #arm(now: Micros): void {
    const oldest = this.#partition.oldest;
    if (this.#isArmed || this.#maxAge === undefined || !oldest) return;
    this.#isArmed = true;
    const due = Math.max(oldest.appendedAt + this.#maxAge, now + this.#checkEvery);
    this.#world.timers.at(due, this.#check);
  }

  readonly #check = (now: Micros): void => {
    this.#isArmed = false;
    const start = this.#partition.startOffset;
    const before = now - (this.#maxAge ?? 0);
    this.#dropWhile((oldest) => oldest.appendedAt <= before);
    this.#tell(now, start, 'age');
    this.#arm(now);
  };

  #tell(now: Micros, start: number, because: 'age' | 'size'): void {
    const logStartOffset = this.#partition.startOffset;
    if (logStartOffset === start) return;
    this.#world.emit({
      kind: 'records-deleted',
      at: now,
      log: this.#log,
      partition: this.#index,
      logStartOffset,
      because,
    });
  }
}

import type { Fetched, OffsetReset, SimulationEvent } from '../events/index.ts';
import type { Show } from './evidence.ts';

/** Looks at all logs and their groups. */
export class LogEvidence {
  private readonly readers = new Map<string, Set<string>>();
  /** How far each group has read each partition. */
  private readonly readTo = new Map<string, number>();

  constructor(private readonly show: Show) {}

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'appended':
        if (event.key !== undefined) this.show('KFK-01');
        break;
      case 'append-refused':
        if (event.code === 'NOT_ENOUGH_REPLICAS') this.show('KFK-14');
        break;
      case 'append-deduplicated':
      case 'transaction-ended':
        this.show('KFK-13');
        break;
      case 'records-deleted':
        this.show('KFK-05');
        break;
      case 'brokers-changed':
        this.show('KFK-14');
        break;
      case 'fetched':
        this.fetched(event);
        break;
      case 'committed':
        this.show('KFK-06');
        if (event.committedOffset < event.logEndOffset) this.show('KFK-11');
        break;
      case 'rebalance-started':
        this.show('KFK-09');
        break;
      case 'partitions-assigned':
        this.show('KFK-03');
        break;
      case 'member-left':
        this.show('KFK-08');
        break;
      case 'offset-reset':
        this.reset(event);
        break;
      case 'record-acquired':
        this.show('KFK-15');
        break;
      default:
    }
  }

  private fetched(event: Fetched): void {
    this.show('KFK-02');
    const readers = this.readers.get(event.log) ?? new Set();
    this.readers.set(event.log, readers.add(event.group));
    if (readers.size > 1) this.show('KFK-04');
    const place = placeOf(event);
    const readTo = this.readTo.get(place) ?? 0;
    if (event.from < readTo) this.show('KFK-10');
    this.readTo.set(place, Math.max(readTo, event.to));
  }

  /** Who goes back on purpose doesn't repeat for want of a commit. */
  private reset(event: OffsetReset): void {
    this.show(event.because === 'replay' ? 'KFK-12' : 'KFK-05');
    this.readTo.delete(placeOf(event));
  }
}

function placeOf(event: { group: string; log: string; partition: number }): string {
  return JSON.stringify([event.group, event.log, event.partition]);
}

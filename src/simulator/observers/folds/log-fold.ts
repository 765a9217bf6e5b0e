import type { Micros } from '../../engine/time.ts';
import type { LogEvent } from '../../events/index.ts';
import type { LogReport } from '../metrics/report.ts';
import type { GroupFold } from './group-fold.ts';

/** What happens in one log, with the groups that read it. */
export class LogFold {
  readonly #groups: readonly GroupFold[];
  readonly #starts = new Map<number, number>();
  #appended = 0;
  #refused = 0;
  #deduplicated = 0;
  #deleted = 0;

  constructor(groups: readonly GroupFold[]) {
    this.#groups = groups;
  }

  get appended(): number {
    return this.#appended;
  }

  see(event: LogEvent): void {
    switch (event.kind) {
      case 'appended':
        this.#appended += 1;
        for (const group of this.#groups) group.appended(event);
        break;
      case 'append-refused':
        this.#refused += 1;
        break;
      case 'append-deduplicated':
        this.#deduplicated += 1;
        break;
      case 'records-deleted':
        this.#deleted += event.logStartOffset - (this.#starts.get(event.partition) ?? 0);
        this.#starts.set(event.partition, event.logStartOffset);
        break;
    }
  }

  /** The first offset that retention has left. */
  start(partition: number): number {
    return this.#starts.get(partition) ?? 0;
  }

  report(endedAt: Micros): LogReport {
    return {
      appended: this.#appended,
      refused: this.#refused,
      deduplicated: this.#deduplicated,
      deleted: this.#deleted,
      skippedByReset: this.#groups.reduce((sum, group) => sum + group.skippedByReset, 0),
      lag: {
        max: Math.max(0, ...this.#groups.map((group) => group.lag.report(endedAt).max)),
        end: Math.max(0, ...this.#groups.map((group) => group.lag.value)),
      },
    };
  }
}

import type { Micros } from '../../engine/time.ts';
import type { AlarmState } from '../../events/index.ts';
import type { AlarmReport } from '../metrics/report.ts';

export class AlarmFold {
  #rings = 0;
  #firstAt: Micros | undefined;

  see({ at, state }: AlarmState): void {
    if (state !== 'alarm') return;
    this.#rings += 1;
    this.#firstAt ??= at;
  }

  report(): AlarmReport {
    return { rings: this.#rings, firstAt: this.#firstAt };
  }
}

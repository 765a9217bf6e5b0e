import type { SimulationEvent } from '../../../../simulator/events/index.ts';
import type { Reading } from '../../../../tui/index.tsx';
import { Lag } from './lag.ts';
import { amounts, type Node } from './node.ts';

/** More don't fit into a bar. */
const MOST_PARTS = 4;

/** A log with the groups that read it: how far each is behind. */
export class LogNode implements Node {
  readonly lags: readonly Lag[];
  #records = 0;
  #most = 1;

  constructor(groups: readonly string[]) {
    this.lags = groups.map((group) => new Lag(group));
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'appended') this.#records += 1;
    for (const lag of this.lags) lag.see(event);
    const behind = this.lags.reduce((sum, lag) => sum + lag.behind, 0);
    if (behind > this.#most) this.#most = behind;
  }

  reading(): Reading {
    const behind = this.lags.map(({ group, behind: value }) => ({
      label: this.lags.length === 1 ? 'behind' : `behind: ${group}`,
      value: Math.max(0, value),
    }));
    return {
      parts: behind.slice(0, MOST_PARTS),
      full: this.#most,
      counts: [...amounts({ records: this.#records }), ...behind.slice(MOST_PARTS)],
    };
  }
}

import type { SimulationEvent } from '../../../../simulator/events/index.ts';

/** How far a group is behind its log: records appended and not yet committed, or not yet settled by a share group. */
export class Lag {
  readonly group: string;
  readonly #ends = new Map<number, number>();
  readonly #committed = new Map<number, number>();
  #behind = 0;

  constructor(group: string) {
    this.group = group;
  }

  get behind(): number {
    return this.#behind;
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'appended':
        this.#endsAt(event.partition, event.offset + 1);
        break;
      case 'committed':
        if (event.group !== this.group) break;
        this.#endsAt(event.partition, event.logEndOffset);
        this.#commitTo(event.partition, event.committedOffset);
        break;
      case 'offset-reset':
        if (event.group === this.group) this.#commitTo(event.partition, event.to);
        break;
      case 'record-settled':
        if (event.group === this.group && IS_OVER.has(event.outcome)) this.#behind -= 1;
        break;
    }
  }

  #endsAt(partition: number, end: number): void {
    const before = this.#ends.get(partition) ?? 0;
    if (end <= before) return;
    this.#ends.set(partition, end);
    this.#behind += end - before;
  }

  #commitTo(partition: number, offset: number): void {
    this.#behind += (this.#committed.get(partition) ?? 0) - offset;
    this.#committed.set(partition, offset);
  }
}

const IS_OVER: ReadonlySet<string> = new Set(['accepted', 'rejected', 'archived']);

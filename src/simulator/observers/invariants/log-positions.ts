import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';

interface Partition {
  /** Offsets of its records, in order; marks of transactions are none. */
  readonly records: number[];
  start: number;
}

interface Position {
  owner: string | undefined;
  /** The end of what the group has fetched: all before it was handed to a member, or passed over by a reset. */
  seen: number;
}

/**
 * The records of a partition are in one line, and a group of it has one owner (KFK-03): only the owner fetches and commits; no
 * record is passed over but by a reset of offsets or by log retention; and nothing is committed that was never fetched.
 */
export class LogPositions {
  readonly #partitions = new Map<string, Partition>();
  readonly #positions = new Map<string, Position>();
  #violation: string | undefined;

  get violation(): string | undefined {
    return this.#violation;
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'appended':
        this.#appended(event);
        break;
      case 'records-deleted':
        this.#partition(event).start = event.logStartOffset;
        break;
      case 'partitions-assigned':
        for (const partition of event.partitions) this.#assign({ ...event, partition });
        break;
      case 'partitions-revoked':
        for (const partition of event.partitions) this.#revoke({ ...event, partition });
        break;
      case 'fetched':
        this.#fetched(event);
        break;
      case 'committed':
        this.#committed(event);
        break;
      case 'offset-reset': {
        const position = this.#position(event);
        position.seen = Math.max(position.seen, event.to);
        break;
      }
    }
  }

  #appended(event: Extract<SimulationEvent, { kind: 'appended' }>): void {
    const { records } = this.#partition(event);
    if (event.offset <= (records.at(-1) ?? -1))
      this.#fail(event, `offset ${event.offset} came after ${records.at(-1)}`);
    records.push(event.offset);
  }

  #assign(event: OfMember): void {
    const position = this.#position(event);
    if (position.owner !== undefined)
      this.#fail(event, `${event.member} got it, and ${position.owner} has it`);
    position.owner = event.member;
  }

  #revoke(event: OfMember): void {
    const position = this.#position(event);
    if (position.owner !== event.member)
      this.#fail(event, `${event.member} lost it, and ${position.owner} has it`);
    position.owner = undefined;
  }

  #fetched(event: Extract<SimulationEvent, { kind: 'fetched' }>): void {
    const { records, start } = this.#partition(event);
    const position = this.#position(event);
    this.#mustOwn(event, 'fetched from it');
    const passedOver = records.findLast(
      (offset) => offset >= Math.max(position.seen, start) && offset < event.from,
    );
    if (passedOver !== undefined) this.#fail(event, `offset ${passedOver} was passed over`);
    position.seen = Math.max(position.seen, event.to);
  }

  #committed(event: Extract<SimulationEvent, { kind: 'committed' }>): void {
    this.#mustOwn(event, 'committed');
    if (event.committedOffset > this.#position(event).seen)
      this.#fail(event, `${event.committedOffset} was committed and never fetched`);
  }

  #mustOwn(event: OfMember, did: string): void {
    const { owner } = this.#position(event);
    if (owner !== event.member) this.#fail(event, `${event.member} ${did}, and ${owner} has it`);
  }

  #partition({ log, partition }: OfPartition): Partition {
    const name = `${log}/${partition}`;
    let found = this.#partitions.get(name);
    if (!found) {
      found = { records: [], start: 0 };
      this.#partitions.set(name, found);
    }
    return found;
  }

  #position({ group, log, partition }: OfGroup): Position {
    const name = `${group} ${log}/${partition}`;
    let position = this.#positions.get(name);
    if (!position) {
      position = { owner: undefined, seen: 0 };
      this.#positions.set(name, position);
    }
    return position;
  }

  #fail({ at, log, partition }: OfPartition, what: string): void {
    this.#violation ??= `at ${at}: ${log}/${partition}: ${what}`;
  }
}

interface OfPartition {
  readonly at: Micros;
  readonly log: string;
  readonly partition: number;
}

interface OfGroup extends OfPartition {
  readonly group: string;
}

interface OfMember extends OfGroup {
  readonly member: string;
}

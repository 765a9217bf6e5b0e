import TinyQueue from 'tinyqueue';
import type { BrokerWorld, Chance, Timers } from '../../../../src/simulator/broker/world.ts';
import { RandomStream } from '../../../../src/simulator/engine/random.ts';
import type { Micros } from '../../../../src/simulator/engine/time.ts';
import type { BrokerEvent } from '../../../../src/simulator/events/index.ts';

interface Timer {
  readonly time: Micros;
  readonly sequence: number;
  readonly run: (now: Micros) => void;
}

type Kind = BrokerEvent['kind'];

/** A world whose time goes on when a test says so. */
export class FakeWorld implements BrokerWorld {
  now: Micros = 0;
  readonly events: BrokerEvent[] = [];
  readonly #timers = new TinyQueue<Timer>(
    [],
    (one, other) => one.time - other.time || one.sequence - other.sequence,
  );
  #sequence = 0;
  #ids = 0;

  readonly timers: Timers = {
    at: (time, run) => {
      this.#sequence += 1;
      this.#timers.push({ time, sequence: this.#sequence, run });
    },
  };

  /** Runs everything that is due up to this time. */
  advanceTo(time: Micros): void {
    while ((this.#timers.peek()?.time ?? Number.POSITIVE_INFINITY) <= time) {
      const due = this.#timers.pop();
      if (!due) break;
      this.now = Math.max(this.now, due.time);
      due.run(this.now);
    }
    this.now = time;
  }

  advance(by: Micros): void {
    this.advanceTo(this.now + by);
  }

  of<K extends Kind>(kind: K): Extract<BrokerEvent, { kind: K }>[] {
    return this.events.filter(
      (event): event is Extract<BrokerEvent, { kind: K }> => event.kind === kind,
    );
  }

  random(name: string): Chance {
    return new RandomStream(1, name);
  }

  newId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }

  emit(event: BrokerEvent): void {
    this.events.push(event);
  }
}

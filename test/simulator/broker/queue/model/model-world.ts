import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { BrokerWorld, Timers } from '../../../../../src/simulator/broker/world.ts';
import type { Micros } from '../../../../../src/simulator/engine/time.ts';
import type { BrokerEvent } from '../../../../../src/simulator/events/index.ts';

/** A calendar of a list. */
class ListedTimers implements Timers {
  private waiting: { readonly time: Micros; readonly run: (now: Micros) => void }[] = [];

  at(time: Micros, run: (now: Micros) => void): void {
    this.waiting.push({ time, run });
    this.waiting.sort((a, b) => a.time - b.time);
  }

  nextAt(): Micros {
    return this.waiting[0]?.time ?? Number.POSITIVE_INFINITY;
  }

  /** All that is due by then, each at its time. */
  runUntil(now: Micros): void {
    for (
      let first = this.waiting[0];
      first !== undefined && first.time <= now;
      first = this.waiting[0]
    ) {
      this.waiting.shift();
      first.run(first.time);
    }
  }
}

const FRACTIONS = 2 ** 30;

/** A broker's world with nothing of the simulator in it. */
export class ListedWorld implements BrokerWorld {
  readonly timers = new ListedTimers();
  private ids = 0;

  constructor(
    private readonly seed: number,
    private readonly see: (event: BrokerEvent) => void,
  ) {}

  random(name: string) {
    const generator = xoroshiro128plus(this.seed + name.length);
    const below = (end: number) => uniformInt(generator, 0, end - 1);
    const uniform = () => below(FRACTIONS) / FRACTIONS;
    const chance = (probability: number) =>
      probability >= 1 || (probability > 0 && uniform() < probability);
    return { uniform, below, chance };
  }

  newId(): string {
    this.ids += 1;
    return `id-${this.ids}`;
  }

  emit(event: BrokerEvent): void {
    this.see(event);
  }
}

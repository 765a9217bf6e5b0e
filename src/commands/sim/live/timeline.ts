import type { Series } from '../../../tui/index.tsx';

/** Something that is measured over time. */
export interface Measured {
  readonly label: string;
  readonly unit: string;
  /** Of a `level` the highest is shown, of a `count` how much it grows in a second. */
  readonly kind: 'level' | 'count';
  read(): number;
}

const FIRST_STEP_MICROS = 100_000;
/** So many steps are merged in pairs, so that there are never more. */
const MOST_STEPS = 480;

/** Values at equal steps of virtual time, however long the run is. */
export class Timeline {
  readonly #measured: readonly Measured[];
  readonly #values: number[][];
  readonly #counted: number[];
  /** The highest since the step began. */
  readonly #peaks: number[];
  #at = 0;
  #step = FIRST_STEP_MICROS;
  #steps = 0;
  #endsAt = FIRST_STEP_MICROS;

  constructor(measured: readonly Measured[]) {
    this.#measured = measured;
    this.#values = measured.map(() => []);
    this.#counted = measured.map(() => 0);
    this.#peaks = measured.map(() => 0);
  }

  /** To be called before anything changes at this moment. */
  goTo(now: number): void {
    if (now <= this.#at) return;
    this.#at = now;
    for (const [at, { kind, read }] of this.#measured.entries())
      if (kind === 'level') this.#peaks[at] = Math.max(this.#peaks[at] ?? 0, read());
    while (now >= this.#endsAt) this.#close();
  }

  series(): Series[] {
    return this.#measured.map(({ label, unit }, at) => ({
      label,
      unit,
      values: [...(this.#values[at] ?? [])],
    }));
  }

  #close(): void {
    for (const [at, { kind, read }] of this.#measured.entries()) {
      const value = read();
      const grown = value - (this.#counted[at] ?? 0);
      this.#counted[at] = value;
      const peak = this.#peaks[at] ?? 0;
      this.#peaks[at] = value;
      this.#values[at]?.push(kind === 'level' ? peak : grown / (this.#step / 1e6));
    }
    this.#steps += 1;
    if (this.#steps === MOST_STEPS) this.#mergePairs();
    this.#endsAt += this.#step;
  }

  /** Of two levels the higher one is kept, so that no peak is lost; of two rates the mean. */
  #mergePairs(): void {
    for (const [at, { kind }] of this.#measured.entries()) {
      const values = this.#values[at] ?? [];
      this.#values[at] = Array.from({ length: MOST_STEPS / 2 }, (_, pair) => {
        const [first = 0, second = 0] = [values[2 * pair], values[2 * pair + 1]];
        return kind === 'level' ? Math.max(first, second) : (first + second) / 2;
      });
    }
    this.#steps /= 2;
    this.#step *= 2;
  }
}

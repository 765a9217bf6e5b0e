import { MINUTE, type Micros } from '../../../engine/time.ts';

/** Time that was worked in this minute of the clock and the one before: recent enough for what is approximate anyway. */
export class RecentWork {
  #minute = 0;
  #now: Micros = 0;
  #before: Micros = 0;

  add(now: Micros, worked: Micros): void {
    this.#turn(now);
    this.#now += worked;
  }

  total(now: Micros): Micros {
    this.#turn(now);
    return this.#now + this.#before;
  }

  #turn(now: Micros): void {
    const minute = Math.floor(now / MINUTE);
    if (minute === this.#minute) return;
    this.#before = minute === this.#minute + 1 ? this.#now : 0;
    this.#now = 0;
    this.#minute = minute;
  }
}

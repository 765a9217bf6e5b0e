import type { SimulationEvent } from '../../../simulator/events/index.ts';
import { type Clock, describe } from '../../../simulator/observers/index.ts';
import type { StoryLine } from '../../../tui/index.tsx';

const MOST_LINES = 30;
/** More of one kind would hide the rest. */
const MOST_OF_A_KIND = 6;

interface Entry {
  readonly event: SimulationEvent;
  /** Goes on where the event's own words end. */
  readonly note: string;
}

/** The last things that were worth telling. They are put into words only when somebody looks. */
export class RecentStory {
  readonly #clock: Clock;
  #entries: Entry[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(event: SimulationEvent, note = ''): void {
    this.#entries.push({ event, note });
    const alike = this.#entries.filter((entry) => entry.event.kind === event.kind);
    const dropped = alike.length > MOST_OF_A_KIND ? alike[0] : this.#entries[0];
    if (alike.length > MOST_OF_A_KIND || this.#entries.length > MOST_LINES)
      this.#entries = this.#entries.filter((entry) => entry !== dropped);
  }

  lines(): StoryLine[] {
    return this.#entries.map(({ event, note }) => ({
      atMicros: event.at,
      words: describe(event, this.#clock) + note,
    }));
  }
}

import type { SimulationEvent } from '../../../simulator/events/index.ts';
import { type Clock, describe } from '../../../simulator/observers/index.ts';
import type { StoryLine } from '../../../tui/index.tsx';

const MOST_LINES = 30;
/** More of one kind would hide the rest. */
const MOST_OF_A_KIND = 6;

interface Entry {
  readonly event: SimulationEvent;
  /** What makes it special, where the event itself doesn't say so. */
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
    const tooMany = alike.length > MOST_OF_A_KIND ? alike[0] : this.#entries[MOST_LINES];
    if (tooMany) this.#drop(alike.length > MOST_OF_A_KIND ? tooMany : this.#entries[0]);
  }

  lines(): StoryLine[] {
    return this.#entries.map(({ event, note }) => ({
      atMicros: event.at,
      words: describe(event, this.#clock) + note,
    }));
  }

  /** What is no item's own, such as faults and alarms, and explains what became of the items. */
  get events(): SimulationEvent[] {
    return this.#entries
      .map(({ event }) => event)
      .filter((event) => !('trace' in event && event.trace !== ''));
  }

  #drop(entry: Entry | undefined): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }
}

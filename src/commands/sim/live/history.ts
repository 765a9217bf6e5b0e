import type { SimulationEvent } from '../../../simulator/events/index.ts';
import { type Clock, describe } from '../../../simulator/observers/index.ts';
import type { StoryLine } from '../../../tui/index.tsx';

/** What happened to one item, line by line, as far as it is remembered. */
export function historyOf(events: readonly SimulationEvent[], clock: Clock): StoryLine[] {
  const [first] = events;
  const lines = events
    // A step that matters shows in what it did.
    .filter(({ kind }) => kind !== 'step-ended')
    .map((event) => ({ atMicros: event.at, words: describe(event, clock) }));
  if (!first || first.kind === 'produced') return lines;
  return [{ atMicros: first.at, words: 'what came before this is forgotten' }, ...lines];
}

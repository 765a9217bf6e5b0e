import type { CheckResult } from '../../../simulator/observers/index.ts';
import { type Ending, type Run, storiesOf } from '../../../simulator/scenario/index.ts';
import type { Snapshot } from '../../../tui/index.tsx';
import { counted } from '../../counted.ts';
import { historyOf } from './history.ts';
import type { LiveRun } from './live-run.ts';

const WORDS: Readonly<Record<Ending, string>> = {
  done: 'The run is over: nothing is left to do.',
  'out-of-time': 'Time is up, and work is left.',
  'too-many-events': 'Cut off: more events than maxEvents allows.',
};

/** A run is done once more for its stories. One with more events would keep the screen waiting. */
const MOST_EVENTS_AGAIN = 250_000;
/** Of a story that is told from memory. */
const MOST_LINES = 12;

/**
 * Why the run is over, and what came of it. The stories take a run of their own, so they are told when somebody looks: who
 * leaves doesn't wait for them.
 */
export function endedWords(live: LiveRun, run: Run): NonNullable<Snapshot['ended']> {
  let told: readonly string[] | undefined;
  return {
    words: WORDS[run.ending],
    get lines() {
      told ??= linesOf(live, run);
      return told;
    },
  };
}

function linesOf(live: LiveRun, run: Run): readonly string[] {
  return [
    ...(live.injected.length > 0 ? [handWords(live.injected.length)] : []),
    ...storiesFor(live, run).flatMap((lines) => ['', ...lines]),
  ];
}

function handWords(times: number): string {
  return `You broke it by hand ${counted(times, 'time')}: this is judged with all that came of it.`;
}

function storiesFor(live: LiveRun, run: Run): (readonly string[])[] {
  if (live.injected.length === 0 && run.events <= MOST_EVENTS_AGAIN)
    return storiesOf(run, undefined, live.clock).map(({ lines }) => lines);
  return run.checks
    .filter(({ passed }) => !passed)
    .map((check) => rememberedStory(check, run.witnesses.get(check.metric), live));
}

/** What happened to the witness, as far as it is remembered: no second run would go the way that this one went. */
function rememberedStory(
  { metric, got, wanted }: CheckResult,
  witness: string | undefined,
  { memory, clock, injected }: LiveRun,
): string[] {
  const found = `${metric} is ${got}; it had to be ${wanted}.`;
  if (witness === undefined) return [found];
  const lines = historyOf(memory.eventsOf(witness), clock).map(
    ({ atMicros, words }) => `${clock(atMicros)}  ${words}`,
  );
  if (lines.length > 0) return [`${found} Look at ${witness}:`, ...shortened(lines)];
  const where =
    injected.length > 0
      ? 'a run without faults by hand tells its stories'
      : 'swelearn sim story tells it';
  return [`${found} The story of ${witness} is forgotten here; ${where}.`];
}

/** The end says most. */
function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, 3), '…', ...lines.slice(4 - MOST_LINES)];
}

import type { SimulationEvent } from '../../events/index.ts';
import type { CheckResult } from '../checks.ts';
import { chainOf } from './chain.ts';
import { type Clock, clockFor } from './clock.ts';
import { costStory } from './cost-story.ts';
import { cutAtFailure } from './cut.ts';
import { describe } from './describe.ts';
import { STOPPED } from './invocations.ts';
import { kindOf } from './kinds.ts';
import { loadStory } from './load-story.ts';
import { linesOf } from './prune.ts';
import { RACE, raceLines } from './race-story.ts';
import { isAgain, reasonFor } from './reasons.ts';
import { chainStory } from './service-story.ts';
import { storeStory } from './store-story.ts';
import type { LoadSource, Told } from './told.ts';

/** The events are, in order, those of the witnesses and whatever is about no item; the background has seen the whole run. */
export interface StorySource extends LoadSource {
  /** The item that the story is about; undefined for checks on the run as a whole. */
  readonly witness: string | undefined;
}

const MOST_LINES = 12;
/** The first line, the reason and what helps. */
const FRAME = 3;

/** Such a check doesn't come from `checks` but from what a run must reach to mean something. */
const NOT_REACHED: Told = {
  lines: ['The run never came that far, so it doesn’t show what it is meant to show.'],
  reason: undefined,
};

/** The run was stopped at its bound on events. */
const CUT_OFF: Told = {
  lines: [
    'Either there is more to do than that: raise maxEvents, or make runFor shorter.',
    'Or something goes round without end and takes no time, so that the clock stands still: a message that is sent on in a circle, or that comes back at once. Then give the work time, e.g. work: 10ms, or let it come back later.',
  ],
  reason: undefined,
};

/**
 * Why a check failed, in at most twelve lines: what was found, how it came about, why, and what would help. Times are
 * written by the clock.
 */
export function storyOf(
  check: CheckResult,
  source: StorySource,
  clock = clockFor(source.scenario.runFor, source.background.timeline.readings.at(-1)?.at),
): string[] {
  const { about, lines, reason } = toldOf(check, source, clock);
  const found = `${check.metric} is ${check.got}; it had to be ${check.wanted}.`;
  return [
    about === undefined ? found : `${found} ${about}`,
    ...lines.slice(0, MOST_LINES - FRAME),
    ...(reason ? [`Why: ${reason.why}`, `What helps: ${reason.help}`] : []),
  ];
}

function toldOf({ metric, line }: CheckResult, source: StorySource, clock: Clock): Told {
  const { witness, events, report, background } = source;
  if (line === undefined) return metric === 'ending' ? CUT_OFF : NOT_REACHED;
  if (metric.startsWith('cost.') || /[eE]mptyReceives$/.test(metric))
    return costStory(report, background);
  const chained = chainStory(metric, source, witness);
  if (chained) return chained;
  const kind = kindOf(metric);
  const chain =
    witness === undefined ? [] : cutAtFailure(kind, chainOf(events, witness, source.scenario));
  if (witness === undefined || chain.length === 0)
    return storeStory(metric, report) ?? loadStory(metric, source, clock);
  if (kind === 'oversold') return oversold(witness, source, clock);
  const told = itemStory(kind, witness, chain, source, clock);
  if (told.reason || (kind !== 'latency' && kind !== 'waiting')) return told;
  return waited(metric, witness, chain, source, clock);
}

function itemStory(
  kind: string,
  witness: string,
  chain: readonly SimulationEvent[],
  { background, scenario }: StorySource,
  clock: Clock,
): Told {
  const overtaker = kind === 'orderViolations' ? background.rivals.overtaker(witness) : undefined;
  const stopped = isAgain(kind) && background.invocations.wereStopped(chain) ? STOPPED : undefined;
  const found =
    kind === 'orderViolations' && !overtaker ? undefined : reasonFor(kind, chain, scenario);
  const reason = stopped ?? found;
  const told = overtaker ? [...chain, overtaker].sort((a, b) => a.at - b.at) : chain;
  const about = overtaker
    ? `${overtaker.trace} was made after ${witness} and was done before it:`
    : `Look at ${witness}:`;
  return { about, lines: linesOf(told, MOST_LINES - FRAME, clock), reason };
}

function oversold(
  witness: string,
  { background, scenario, events }: StorySource,
  clock: Clock,
): Told {
  const race = raceLines(background.rivals.race(witness) ?? [], scenario, clock);
  if (race.length === 0)
    return {
      about: `Look at ${witness}:`,
      lines: linesOf(chainOf(events, witness, scenario), MOST_LINES - FRAME, clock),
      reason: undefined,
    };
  return {
    about: 'This is who took the last one, and who took one too many:',
    lines: race,
    reason: RACE,
  };
}

/** Nothing happened to the item but that it had to wait: the load says why. */
function waited(
  metric: string,
  witness: string,
  chain: readonly SimulationEvent[],
  source: StorySource,
  clock: Clock,
): Told {
  const first = chain.find(({ kind }) => /^(received|record-acquired)$/.test(kind));
  const end = chain.findLast(({ kind }) => /^(work-ended|deleted|call-ended)$/.test(kind));
  const own = [chain[0], first, end].filter(
    (event, place, all) => event !== undefined && all.indexOf(event) === place,
  );
  const { lines, reason } = loadStory(metric, source, clock);
  return {
    about: `Look at ${witness}:`,
    lines: [
      ...own.flatMap((event) => (event ? [`${clock(event.at)}  ${describe(event, clock)}`] : [])),
      ...lines,
    ],
    reason,
  };
}

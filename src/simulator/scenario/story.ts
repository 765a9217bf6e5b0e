import type { Programs } from '../actors/program.ts';
import type { SimulationEvent } from '../events/index.ts';
import { Background, type CheckResult, type Clock, storyOf } from '../observers/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import { type Run, runScenario } from './run.ts';

export interface Story {
  readonly check: CheckResult;
  readonly lines: readonly string[];
}

/**
 * Why each failed check failed. The same seed is run once more, so that only what the stories are about needs to be remembered.
 * Times are written by the clock, or by one that suits the length of the run.
 */
export function storiesOf(
  run: Run,
  allowed?: ReadonlySet<string>,
  clock?: Clock,
  programs?: Programs,
): Story[] {
  const failed = run.checks.filter(({ passed }) => !passed);
  if (failed.length === 0) return [];
  const traces = new Set(run.witnesses.values());
  const background = new Background(run.scenario, run.endedAt, traces);
  const events = eventsAbout(run.scenario, traces, run.seed, allowed, background, programs);
  return failed.map((check) => ({
    check,
    lines: storyOf(
      check,
      {
        events,
        witness: run.witnesses.get(check.metric),
        scenario: run.scenario,
        report: run.report,
        background,
      },
      clock,
    ),
  }));
}

/** Everything that happened to these items, and whatever is about no item: faults, alarms, scalings, rebalances. */
export function eventsAbout(
  scenario: Scenario,
  traces: ReadonlySet<string>,
  seed: number,
  allowed?: ReadonlySet<string>,
  background?: Background,
  programs?: Programs,
): SimulationEvent[] {
  const events: SimulationEvent[] = [];
  runScenario(scenario, {
    seed,
    allowed,
    programs,
    see: (event) => {
      background?.see(event);
      if (isAbout(event, traces)) events.push(event);
    },
  });
  background?.end();
  return events;
}

/** Events about no item that come with every message, and explain nothing. */
const ROUTINE: ReadonlySet<SimulationEvent['kind']> = new Set([
  'worker-state',
  'queue-request',
  'topic-request',
  'fetched',
  'committed',
]);

function isAbout(event: SimulationEvent, traces: ReadonlySet<string>): boolean {
  if ('trace' in event && event.trace !== '') return traces.has(event.trace);
  return !ROUTINE.has(event.kind);
}

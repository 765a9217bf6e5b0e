import {
  type Clock,
  clockFor,
  formatMetric,
  metricUnit,
  metricValue,
  reportNames,
} from '../../simulator/observers/index.ts';
import type { Run } from '../../simulator/scenario/index.ts';
import type { LogLine } from './incidents.ts';
import type { Failure, ProgramVerdict } from './judge-program.ts';
import type { Trouble } from './trouble.ts';

/** What is shown of a verdict: plain data, so that it can come from another thread. */
export interface Judgement {
  readonly passed: boolean;
  /** Seeds that it was run with. */
  readonly seeds: number;
  readonly troubles: readonly Trouble[];
  /** What was measured: in the run that failed, or with the first seed of a program that passes. */
  readonly run: MeasuredRun | undefined;
  /** How the first failed check came to fail. */
  readonly story: FailureStory | undefined;
  /** What the program wrote down last, each line with its time and its item. */
  readonly log: readonly string[];
}

export interface MeasuredRun {
  readonly seed: number;
  readonly checks: readonly {
    readonly metric: string;
    /** In words, as `got` is. */
    readonly wanted: string;
    readonly got: string;
    readonly passed: boolean;
  }[];
  /** What else is worth a look. */
  readonly metrics: readonly { readonly metric: string; readonly got: string }[];
}

export interface FailureStory {
  /** The strikes of faults without which it would hold, in words; all strikes are counted in `of`. */
  readonly strikes: readonly string[];
  readonly of: number;
  readonly lines: readonly string[];
}

/** Lines of the program's log that are shown. */
const MOST_LINES = 20;

/** Worth a look in every run, where they are no checks. */
const SHOWN = ['redeliveries', 'duplicates', 'latency.p99'];

/** Past its allowance a program stands still: what happens then is no story. */
const OVERRUNS: ReadonlySet<Trouble['kind']> = new Set(['never-done', 'too-many-calls']);

export function judgementOf(verdict: ProgramVerdict): Judgement {
  const { passed, seeds, troubles, failure, example, lines } = verdict;
  const run = failure?.run ?? example;
  const clock = clockOf(run);
  return {
    passed,
    seeds,
    troubles,
    run: run && measured(run),
    story:
      failure && !troubles.some(({ kind }) => OVERRUNS.has(kind))
        ? storyOf(failure, clock)
        : undefined,
    log: lines.slice(-MOST_LINES).map((line) => logWords(line, clock)),
  };
}

/** One that was never run. */
export function unreadable(troubles: readonly Trouble[]): Judgement {
  return { passed: false, seeds: 0, troubles, run: undefined, story: undefined, log: [] };
}

function measured({ seed, checks, report, scenario }: Run): MeasuredRun {
  const names = reportNames(scenario);
  return {
    seed,
    checks: checks.map(({ metric, wanted, got, passed }) => ({ metric, wanted, got, passed })),
    metrics: SHOWN.flatMap((metric) => {
      const value = metricValue(report, metric);
      const unit = metricUnit(metric, names);
      const isCheck = checks.some((check) => check.metric === metric);
      return value === undefined || unit === undefined || isCheck
        ? []
        : [{ metric, got: formatMetric(value, unit) }];
    }),
  };
}

function storyOf({ shrunk, story }: Failure, clock: Clock): FailureStory | undefined {
  return (
    story && {
      strikes: (shrunk?.kept ?? []).map(
        ({ at, target, what, trace }) =>
          `${clock(at)}  ${target} ${what}${trace === '' ? '' : `, with ${trace}`}`,
      ),
      of: shrunk?.all ?? 0,
      lines: story.lines,
    }
  );
}

function logWords({ at, item, text }: LogLine, clock: Clock): string {
  return [clock(at), ...(item === undefined ? [] : [item]), text].join('  ');
}

function clockOf(run: Run | undefined): Clock {
  return clockFor(run?.scenario.runFor ?? 0, run?.endedAt);
}

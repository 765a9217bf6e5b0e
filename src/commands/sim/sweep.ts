import { formatProblem } from '../../domain/problem.ts';
import { UserError } from '../../domain/user-error.ts';
import { metricNames, metricUnit, reportNames } from '../../simulator/observers/index.ts';
import {
  collect,
  planSweep,
  readScenario,
  type SweepPoint,
  sweepValues,
} from '../../simulator/scenario/index.ts';
import { didYouMean } from '../../wording/nearest.ts';
import type { Host } from '../host.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { wholeNumber } from '../whole-number.ts';
import { type LoadedScenario, loadScenario } from './load.ts';
import type { SweepOptions } from './options.ts';
import { sweepText } from './sweep-text.ts';

/** Values of a range when its step isn't given. */
const VALUES = 20;
/** For each value. */
const MOST_SEEDS = 1_000;

/** Turns a knob over a range, with several seeds for each value, and plots a metric. */
export async function sweepCommand(
  host: Host,
  typed: string,
  options: SweepOptions,
): Promise<void> {
  const loaded = await loadScenario(host, typed, options);
  const { scenario, seed } = loaded;
  const { path, values } = knobOf(options.knob);
  const names = reportNames(scenario);
  const unit = metricUnit(options.metric, names);
  if (unit === undefined)
    throw new UserError(
      `there is no metric “${options.metric}”.${didYouMean(options.metric, metricNames(names))}`,
      'for instance latency.p99, duplicates, queues.<name>.depth.max, cost.dollars',
    );
  refuseBadValues(loaded, path, values);
  const seeds = Array.from(
    { length: wholeNumber('--seeds', options.seeds, 1, MOST_SEEDS) },
    (_, n) => seed + n,
  );
  const jobs = planSweep(values, seeds);
  const { file, text, changes } = loaded;
  const results = await host.simulate(
    jobs.map((job) => ({
      file,
      text,
      changes: [...changes, { path, value: job.value }],
      seed: job.seed,
      metrics: [options.metric],
      hashed: false,
    })),
  );
  const points = collect(
    results.map((result, place) => {
      const job = jobs[place];
      if (!job) throw new Error('a result without a job');
      return { job, metric: result.values[0] };
    }),
  );
  host.stdout.write(
    options.json
      ? `${JSON.stringify({ schema: 'swelearn.sim-sweep/1', scenario: scenario.name, knob: path, metric: options.metric, unit, seeds, points }, null, 2)}\n`
      : options.csv
        ? csv(path, options.metric, points)
        : `${sweepText({ knob: path, metric: options.metric, unit, points, scenario, width: sensibleWidth(host) }).join('\n')}\n`,
  );
}

function knobOf(text: string): { path: string; values: string[] } {
  const place = text.indexOf('=');
  if (place < 1)
    throw new UserError(
      `--knob ${text} has no range`,
      'write --knob path=range, e.g. --knob consumers.workers.count=1..40',
    );
  return { path: text.slice(0, place), values: sweepValues(text.slice(place + 1), VALUES) };
}

/** Every value is tried on the scenario before the first run, so that a mistake costs no time. */
function refuseBadValues(
  { file, text, changes }: LoadedScenario,
  path: string,
  values: readonly string[],
): void {
  for (const value of values) {
    const { problems } = readScenario(file, text, [...changes, { path, value }]);
    if (problems.length > 0)
      throw new UserError(problems.map(formatProblem).join('\n').replaceAll('--set', '--knob'), '');
  }
}

/** Times are microseconds, ratios parts of one, as in the JSON. */
function csv(knob: string, metric: string, points: readonly SweepPoint[]): string {
  const rows = points.map(({ value, runs, mean, min, max }) =>
    [value, runs, mean ?? '', min ?? '', max ?? ''].map(cell).join(','),
  );
  return `${[[knob, 'runs', `${metric} mean`, `${metric} min`, `${metric} max`].map(cell).join(','), ...rows].join('\n')}\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

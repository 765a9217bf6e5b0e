import { UserError } from '../../domain/user-error.ts';
import { clockFor } from '../../simulator/observers/index.ts';
import { runScenario, shrinkFaults, storiesOf } from '../../simulator/scenario/index.ts';
import { didYouMean } from '../../wording/nearest.ts';
import { counted } from '../counted.ts';
import type { Host } from '../host.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { type LoadedScenario, loadScenario } from './load.ts';
import type { ShrinkOptions } from './options.ts';
import { storyLines } from './story-lines.ts';

/** Finds the fewest strikes of faults that still break a check, and tells their story. */
export async function shrinkCommand(
  host: Host,
  typed: string,
  options: ShrinkOptions,
): Promise<void> {
  const loaded = await loadScenario(host, typed, options);
  const { scenario, seed } = loaded;
  const metric = brokenCheck(loaded, options.check);
  const shrunk = shrinkFaults(scenario, metric, seed);
  if (!shrunk) throw new UserError(`${metric} holds with seed ${seed}`, 'try another --seed', 1);
  const { kept, all, runs, run } = shrunk;
  if (options.json) {
    const answer = {
      schema: 'swelearn.sim-shrink/1',
      scenario: scenario.name,
      seed,
      metric,
      strikes: all,
      kept,
      runs,
    };
    host.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const clock = clockFor(scenario.runFor);
  const allowed = new Set(kept.map(({ key }) => key));
  const story = storiesOf(run, allowed).find(({ check }) => check.metric === metric);
  const lines = [
    kept.length === 0
      ? withoutFaults(metric, all)
      : `Of ${counted(all, 'strike')}, ${kept.length === 1 ? 'one breaks' : `${kept.length} together break`} ${metric} (${counted(runs, 'run')}):`,
    ...kept.map(
      ({ at, target, what, trace }) =>
        `  ${clock(at)}  ${target} ${what}${trace === '' ? '' : `, with ${trace}`}`,
    ),
    ...(story ? ['', ...story.lines] : []),
  ];
  host.stdout.write(`${storyLines(lines, sensibleWidth(host)).join('\n')}\n`);
}

function withoutFaults(metric: string, strikes: number): string {
  const fails = `${metric} fails without any fault`;
  if (strikes === 0) return `${fails}.`;
  const blamed = strikes === 1 ? 'the one strike' : `none of the ${counted(strikes, 'strike')}`;
  return `${fails}: ${blamed} of this run is ${strikes === 1 ? 'not ' : ''}to blame.`;
}

/** The check that was named, or the first that fails. */
function brokenCheck({ scenario, seed }: LoadedScenario, named: string | undefined): string {
  if (named === undefined) {
    const failed = runScenario(scenario, { seed }).checks.find(({ passed }) => !passed);
    if (failed) return failed.metric;
    throw new UserError(
      `all checks hold with seed ${seed}`,
      'there is nothing to shrink; try another --seed',
      1,
    );
  }
  const metrics = scenario.checks.map(({ metric }) => metric);
  if (metrics.includes(named)) return named;
  throw new UserError(
    `there is no check on “${named}”.${didYouMean(named, metrics)}`,
    `this scenario checks ${metrics.join(', ')}`,
  );
}

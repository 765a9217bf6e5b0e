import { UserError } from '../../domain/user-error.ts';
import { clockFor, timeline } from '../../simulator/observers/index.ts';
import { eventsAbout, runScenario, storiesOf } from '../../simulator/scenario/index.ts';
import type { Host } from '../host.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { checkLine } from './check-line.ts';
import { loadScenario } from './load.ts';
import type { ScenarioOptions } from './options.ts';
import { allStories, storyLines } from './story-lines.ts';

/** Tells what happened to one item, or why the checks failed. */
export async function storyCommand(
  host: Host,
  typed: string,
  item: string | undefined,
  options: ScenarioOptions,
): Promise<void> {
  const { scenario, seed } = await loadScenario(host, typed, options);
  const width = sensibleWidth(host);
  const print = (lines: readonly string[]) => host.stdout.write(`${lines.join('\n')}\n`);
  if (item !== undefined) {
    const events = eventsAbout(scenario, new Set([item]), seed).filter(
      (event) => 'trace' in event && event.trace === item,
    );
    if (events.length === 0)
      throw new UserError(
        `nothing happened to “${item}” in this run`,
        `items are called ${Object.keys(scenario.producers)
          .map((name) => `${name}-1`)
          .join(', ')} and so on`,
      );
    print(storyLines(timeline(events, clockFor(scenario.runFor, events.at(-1)?.at)), width));
    return;
  }
  const run = runScenario(scenario, { seed });
  if (run.passed) {
    print(['All checks hold:', ...run.checks.map(checkLine)]);
    return;
  }
  print(allStories(storiesOf(run), width));
  host.exitWith(1);
}

import { shortened } from '../../charts/table.ts';
import { formatProblem } from '../../domain/problem.ts';
import { readScenario } from '../../simulator/scenario/index.ts';
import type { Host } from '../host.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import type { ListOptions } from './options.ts';
import { scenarioFiles } from './scenarios.ts';

/** Prints every scenario with its title. One that can't be read is told, and doesn't hide the others. */
export async function listScenarios(host: Host, options: ListOptions): Promise<void> {
  const scenarios = [];
  for (const { name, path } of await scenarioFiles(host, options)) {
    const read = host.files.readText(path);
    const { scenario, problems } = read.ok
      ? readScenario(path, read.text)
      : { scenario: undefined, problems: [] };
    for (const problem of problems) host.stderr.write(`${formatProblem(problem)}\n`);
    if (!read.ok) host.stderr.write(`swelearn: ${path} can’t be read: ${read.why}\n`);
    if (!scenario) continue;
    const { title, story, remedy } = scenario;
    scenarios.push({ name, title, story, showsMistake: remedy.length > 0, path });
  }
  if (options.json) {
    host.stdout.write(`${JSON.stringify({ schema: 'swelearn.sim-list/1', scenarios }, null, 2)}\n`);
    return;
  }
  const longest = Math.max(0, ...scenarios.map(({ name }) => name.length));
  const width = host.stdout.isTTY ? sensibleWidth(host) : Number.POSITIVE_INFINITY;
  for (const { name, title, showsMistake } of scenarios) {
    const note = showsMistake ? ' (a mistake to see)' : '';
    host.stdout.write(`${shortened(`${name.padEnd(longest + 2)}${title}${note}`, width)}\n`);
  }
}

import { shortened } from '../../charts/table.ts';
import { headingOf } from '../../simulator/scenario/reading/heading.ts';
import type { Host } from '../host.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import type { ListOptions } from './options.ts';
import { scenarioFiles } from './scenarios.ts';

/** Prints every scenario with its title. Whether it is right, `swelearn check` tells. */
export async function listScenarios(host: Host, options: ListOptions): Promise<void> {
  const scenarios = (await scenarioFiles(host, options)).flatMap(({ name, path }) => {
    const read = host.files.readText(path);
    if (read.ok) return [{ name, ...headingOf(read.text), path }];
    host.stderr.write(`swelearn: ${path} can’t be read: ${read.why}\n`);
    return [];
  });
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

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
  const lines = scenarios.map(({ name, ...scenario }) => ({
    name: name.padEnd(longest),
    ...scenario,
  }));
  host.stdout.write(host.stdout.isTTY ? onScreen(lines, sensibleWidth(host)) : inFull(lines));
}

type Listed = Readonly<{ name: string; title: string; showsMistake: boolean }>;

/** One line each on a screen: a long title is cut, and what it shows is said by a mark before it. */
function onScreen(scenarios: readonly Listed[], width: number): string {
  const lines = scenarios.map(({ name, title, showsMistake }) =>
    shortened(`${name} ${showsMistake ? '!' : ' '} ${title}`, width),
  );
  return `${[...lines, '', '! shows a mistake and why it is one'].join('\n')}\n`;
}

function inFull(scenarios: readonly Listed[]): string {
  return scenarios
    .map(({ name, title, showsMistake }) => {
      const note = showsMistake ? ' (a mistake to see)' : '';
      return `${name}  ${title}${note}\n`;
    })
    .join('');
}

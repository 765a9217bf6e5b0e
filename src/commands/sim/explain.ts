import { runScenario } from '../../simulator/scenario/index.ts';
import { Exercised, SEMANTICS } from '../../simulator/semantics/index.ts';
import type { Host } from '../host.ts';
import { wrappedText } from '../plan/wrapped-text.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { loadScenario } from './load.ts';
import type { ListOptions, ScenarioOptions } from './options.ts';

/** Prints which rules of the services a run exercised. */
export async function explainCommand(
  host: Host,
  typed: string,
  options: ListOptions & ScenarioOptions,
): Promise<void> {
  const { scenario, seed } = await loadScenario(host, typed, options);
  const exercised = new Exercised(scenario);
  runScenario(scenario, { seed, see: (event) => exercised.see(event) });
  const ids = new Set(exercised.ids);
  const semantics = SEMANTICS.filter(({ id }) => ids.has(id));
  if (options.json) {
    const answer = { schema: 'swelearn.sim-explain/1', scenario: scenario.name, seed, semantics };
    host.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const width = sensibleWidth(host);
  const lines = semantics.flatMap(({ id, statement, sources, open }) => [
    ...wrappedText(`${id}  ${statement} (${sources.join(', ')})`, width),
    ...(open === undefined ? [] : wrappedText(`    left open: ${open}`, width)),
  ]);
  host.stdout.write(
    `${[`${scenario.title} exercised ${semantics.length} of ${SEMANTICS.length} rules:`, '', ...lines].join('\n')}\n`,
  );
}

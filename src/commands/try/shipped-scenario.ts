import type { ShippedScenario } from '../../exercises/index.ts';
import type { Host } from '../host.ts';
import { scenariosIn } from '../sim/scenarios.ts';

/** The texts of the scenarios below these roots, by name. */
export function shippedScenario(host: Host, roots: readonly string[]): ShippedScenario {
  const paths = new Map(scenariosIn(roots, host).map(({ name, path }) => [name, path]));
  return (name) => {
    const path = paths.get(name);
    const read = path === undefined ? undefined : host.files.readText(path);
    return read?.ok ? read.text : undefined;
  };
}

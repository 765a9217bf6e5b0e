import { type Change, withChanges } from './changes.ts';
import { parseScenario } from './document.ts';

/**
 * What a scenario's text says at a path, with changes made to it, as `--set` would take it; undefined where it says nothing
 * and the default holds.
 */
export function readSetting(
  text: string,
  changes: readonly Change[],
  path: string,
): string | undefined {
  const document = parseScenario(text);
  if (!('data' in document)) return undefined;
  const { data } = withChanges(document.data, changes);
  const [probe] = withChanges(data, [{ path, value: 'here' }]).placed;
  if (!probe || probe.refused) return undefined;
  let value: unknown = data;
  for (const key of probe.path)
    value = Object.hasOwn(Object(value), key) ? Object(value)[key] : undefined;
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

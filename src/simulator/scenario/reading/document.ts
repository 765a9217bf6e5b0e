import { type Document, LineCounter, parseDocument } from 'yaml';
import { type Data, isMap } from './format/map.ts';
import type { Path } from './path.ts';
import { type Place, placeOf } from './place.ts';
import { isTooDeep } from './too-deep.ts';
import { type YamlTrouble, yamlTroubles } from './yaml-troubles.ts';

/** A file's data, with the way back to its lines. */
export interface ScenarioDocument {
  readonly data: Data;
  place(path: Path, ofKey: boolean): Place;
}

const MAX_CHARACTERS = 256 * 1024;
const TOP: Place = { line: 1, column: 1 };

/** Reads YAML that is a map, or says all that is wrong with it. Never throws. */
export function parseScenario(text: string): ScenarioDocument | readonly YamlTrouble[] {
  const parsed = parseYaml(text);
  if (!('document' in parsed)) return parsed;
  const { document, lines } = parsed;
  const data: unknown = document.toJS();
  if (data === null)
    return [trouble('the file is empty', 'write a scenario, e.g. queues: { orders: {} }')];
  if (!isMap(data))
    return [
      trouble('the file is no map', 'begin with keys such as queues:, producers: and consumers:'),
    ];
  return { data, place: (path, ofKey) => placeOf(document.contents, lines, path, ofKey) };
}

/** What stands on the right of a `--set`; undefined when it is no YAML. */
export function parseValue(text: string): { readonly value: unknown } | undefined {
  const parsed = parseYaml(text);
  return 'document' in parsed ? { value: parsed.document.toJS() } : undefined;
}

function parseYaml(
  text: string,
): { document: Document; lines: LineCounter } | readonly YamlTrouble[] {
  if (text.length > MAX_CHARACTERS)
    return [
      trouble('the file is longer than 256 KiB', 'a scenario fits a page: is this the right file?'),
    ];
  if (isTooDeep(text))
    return [trouble('the file is nested too deep', 'a scenario nests less than ten deep')];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const troubles = yamlTroubles(document, lines);
  return troubles.length > 0 ? troubles : { document, lines };
}

function trouble(what: string, fix: string): YamlTrouble {
  return { place: TOP, what, fix };
}

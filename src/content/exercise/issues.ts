import type * as v from 'valibot';
import { oneLine } from '../plain-data.ts';
import { STRANGER } from './kind.ts';
import type { Path } from './place.ts';
import type { Trouble, YamlMap } from './yaml-map.ts';

const LONGEST_SHOWN = 40;

/** What valibot found in a map, in words. An issue's message says what to write instead. */
export function troubleOf(issue: v.BaseIssue<unknown>, map: YamlMap): Trouble {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const value = valueAt(map.data, path);
  const isMissing = value === undefined || value === null;
  return {
    ...map.place(path),
    what: whatOf(path, value, issue.expected === STRANGER, map.called),
    fix: isMissing && path.length === 1 ? `add ${path[0]}: ${issue.message}` : issue.message,
  };
}

function whatOf(path: Path, value: unknown, isStranger: boolean, called: string): string {
  const name = path.join('.');
  if (isStranger) return `${name} is no key that is known here`;
  if (value === undefined || value === null)
    return path.length > 1 ? `${name} is missing` : `${name} is missing from ${called}`;
  return typeof value === 'object'
    ? `${name} can't stay as it is`
    : `${name} can't be ${shown(value)}`;
}

/** As it was written, where the issue knows only what became of it. */
function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path)
    value = Object.hasOwn(Object(value), key) ? Object(value)[key] : undefined;
  return value;
}

function shown(value: unknown): string {
  const line = oneLine(String(value));
  const short = line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
  return typeof value === 'string' ? `"${short}"` : short;
}

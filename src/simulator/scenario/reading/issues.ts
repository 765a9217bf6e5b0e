import type * as v from 'valibot';
import { BAD_NAME, type Data, STRANGER } from './format/map.ts';
import { dotted, type Path } from './path.ts';
import type { Trouble } from './trouble.ts';

const LONGEST_SHOWN = 40;

/** What valibot found in the data, as a trouble in words. An issue's message says what to write instead. */
export function troubleOf(issue: v.BaseIssue<unknown>, data: Data): Trouble {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const ofKey = issue.expected === STRANGER || issue.expected === BAD_NAME;
  return { path, ofKey, what: whatOf(issue, path, valueAt(data, path)), fix: issue.message };
}

function whatOf({ expected }: v.BaseIssue<unknown>, path: Path, value: unknown): string {
  const name = dotted(path);
  if (expected === STRANGER) return `${name} is no key that is known here`;
  if (expected === BAD_NAME) return `${name} has a name that can’t be used`;
  if (value === undefined || value === null) return `${name} is missing`;
  return typeof value === 'object'
    ? `${name} can’t stay as it is`
    : `${name} can’t be ${shown(value)}`;
}

/** As it was written, where the issue knows only what became of it. */
function valueAt(data: Data, path: Path): unknown {
  let value: unknown = data;
  for (const key of path)
    value = Object.hasOwn(Object(value), key) ? Object(value)[key] : undefined;
  return value;
}

function shown(value: unknown): string {
  const text = String(value);
  const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return typeof value === 'string' ? `“${short}”` : short;
}

import type * as v from 'valibot';
import { oneLine } from '../plain-data.ts';
import type { ExerciseFrontMatter, Trouble } from './front-matter.ts';
import { STRANGER } from './kind.ts';
import type { Path } from './place.ts';

const LONGEST_SHOWN = 40;

/** What valibot found in the front matter, in words. An issue's message says what to write instead. */
export function troubleOf(issue: v.BaseIssue<unknown>, frontMatter: ExerciseFrontMatter): Trouble {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const value = valueAt(frontMatter.data, path);
  const isMissing = value === undefined || value === null;
  return {
    ...frontMatter.place(path),
    what: whatOf(path.join('.'), path.length > 1, value, issue.expected === STRANGER),
    fix: isMissing && path.length === 1 ? `add ${path[0]}: ${issue.message}` : issue.message,
  };
}

function whatOf(name: string, isNested: boolean, value: unknown, isStranger: boolean): string {
  if (isStranger) return `${name} is no key that is known here`;
  if (value === undefined || value === null)
    return isNested ? `${name} is missing` : `${name} is missing from the front matter`;
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

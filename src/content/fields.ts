import * as v from 'valibot';
import { isId } from '../domain/id.ts';
import type { Problem } from '../domain/problem.ts';
import { didYouMean } from '../wording/nearest.ts';
import type { FrontMatter } from './front-matter.ts';

/** The kinds of value that front matter holds. Each message says what to write. */
export const text = v.pipe(v.string('write some text'), v.trim(), v.nonEmpty('write some text'));
export const id = v.pipe(
  v.string('write lower-case words joined by hyphens'),
  v.check(isId, 'write lower-case words joined by hyphens, e.g. visibility-timeout'),
);
export const texts = v.array(text, 'write a list, e.g. [sqs, messaging]');
export const ids = v.array(id, 'write a list of topic ids, e.g. [queues-vs-pubsub], or []');
export const date = v.pipe(
  v.string('write a date, e.g. 2026-11-21'),
  v.check(isInCalendar, 'write a date that is in the calendar, e.g. 2026-11-21'),
);
export const minutes = v.pipe(
  v.string('write a time, e.g. 25min or 1h 30min'),
  v.regex(/^(?=\d)(\d+\s*h)?\s*(\d+\s*min)?$/, 'write a time, e.g. 25min or 1h 30min'),
  v.transform(
    (time) =>
      60 * Number(/(\d+)\s*h/.exec(time)?.[1] ?? 0) + Number(/(\d+)\s*min/.exec(time)?.[1] ?? 0),
  ),
);

export const place = v.pipe(
  v.number('write a whole number, e.g. 40'),
  v.integer('write a whole number, e.g. 40'),
);

function isInCalendar(day: string): boolean {
  const read = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(day) : undefined;
  if (!read || Number.isNaN(read.getTime())) return false;
  // The 30th of February is carried over into March.
  return read.toISOString().startsWith(day);
}

export function oneOf<const Value extends string>(values: readonly Value[]) {
  return v.picklist(
    values,
    ({ received }) =>
      `write one of ${values.join(', ')}.${didYouMean(received.replace(/"/g, ''), values)}`,
  );
}

/** The values of front matter that fits the schema; undefined, with a problem for each key, when it doesn't. */
export function readFields<Entries extends v.ObjectEntries>(
  file: string,
  { data, keyLine, error }: FrontMatter,
  schema: v.ObjectSchema<Entries, undefined>,
): { fields: v.InferOutput<v.ObjectSchema<Entries, undefined>> | undefined; problems: Problem[] } {
  if (error)
    return {
      fields: undefined,
      problems: [
        {
          file,
          line: error.line,
          column: error.column,
          what: error.message,
          fix: 'mend the lines between the two --- lines',
        },
      ],
    };
  const known = Object.keys(schema.entries);
  const strangers = Object.keys(data).filter((key) => !known.includes(key));
  const result = v.safeParse(schema, data);
  const wrong = (result.issues ?? []).map((issue): Problem => {
    const key = String(issue.path?.[0].key ?? '');
    const what =
      data[key] === undefined
        ? `${key} is missing from the front matter`
        : `${key} can't be ${issue.received}`;
    return {
      file,
      line: keyLine(key),
      column: 1,
      what,
      fix: data[key] === undefined ? `add ${key}: ${issue.message}` : issue.message,
    };
  });
  const unknown = strangers.map(
    (key): Problem => ({
      file,
      line: keyLine(key),
      column: 1,
      what: `${key} is no key of this front matter`,
      fix: `remove it, or use one of ${known.join(', ')}.${didYouMean(key, known)}`,
    }),
  );
  return { fields: result.success ? result.output : undefined, problems: [...wrong, ...unknown] };
}

import * as v from 'valibot';
import { isId } from '../domain/id.ts';
import type { LogEntry } from '../domain/review-log.ts';
import { FORMAT, FORMAT_VERSION } from './export-json.ts';

/** The entries of a file, or what is wrong with it and where, in words for the user. */
export type ReadHistory =
  | { readonly ok: true; readonly entries: readonly LogEntry[] }
  | { readonly ok: false; readonly why: string };

/** The years 1900 to 2200: a clock may be wrong, but not by so much. */
const [FIRST_MS, LAST_MS] = [Date.UTC(1900), Date.UTC(2200)];
const SPAN_MS = LAST_MS - FIRST_MS;
const MS_PER_DAY = 86_400_000;
const WEIGHTS = 21;
/** More than anybody writes in a line. */
const LONGEST_WORDS = 10_000;

const whole = (min: number, max: number) => {
  const must = `must be a whole number from ${min} to ${max}`;
  return v.pipe(v.number(must), v.integer(must), v.minValue(min, must), v.maxValue(max, must));
};
const between = (min: number, max: number) => {
  const must = `must be a number from ${min} to ${max}`;
  return v.pipe(v.number(must), v.minValue(min, must), v.maxValue(max, must));
};
const oneOf = <const Values extends readonly (string | number)[]>(...values: Values) =>
  v.picklist(values, `must be one of ${values.join(', ')}`);
/** SQLite and JavaScript sort plain ASCII alike, and the order of entries hangs on it. */
const name = v.pipe(
  v.string('must be a text'),
  v.regex(/^[!-~]{1,100}$/, 'must be 1 to 100 letters, digits and signs'),
);
/** Empty where a question had left the content when it was decided about. */
const fingerprint = v.pipe(
  v.string('must be a text'),
  v.regex(/^[!-~]{0,100}$/, 'must be at most 100 letters, digits and signs'),
);
const question = v.pipe(
  v.string('must be the id of a question'),
  v.check(isId, 'must be the id of a question'),
);
const words = v.pipe(
  v.string('must be a text'),
  v.maxLength(LONGEST_WORDS, `must be at most ${LONGEST_WORDS} characters`),
);
const step = v.pipe(
  v.string('must be a time such as 10m'),
  v.regex(/^[1-9]\d{0,8}[mhd]$/, 'must be a time such as 10m'),
);
/** A decay of 0, the last weight, would let nothing be forgotten for ever. */
const weights = v.pipe(
  v.array(between(0, 100), 'must be a list of numbers'),
  v.length(WEIGHTS, `must be ${WEIGHTS} numbers`),
  v.check((list) => (list[WEIGHTS - 1] ?? 0) >= 0.1, 'must end with a number of at least 0.1'),
);

const parameterSet = v.strictObject({
  algorithm: v.string('must be a text'),
  weights,
  desiredRetention: between(0.01, 0.99),
  learningSteps: v.array(step, 'must be a list of times'),
  relearningSteps: v.array(step, 'must be a list of times'),
  maximumIntervalDays: whole(1, 36_500),
  fuzz: v.boolean('must be true or false'),
});

const stamp = {
  id: name,
  atMs: whole(FIRST_MS, LAST_MS),
  orderMs: whole(FIRST_MS, Number.MAX_SAFE_INTEGER),
  day: whole(FIRST_MS / MS_PER_DAY - 2, LAST_MS / MS_PER_DAY + 1),
};

const entry = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('review'),
      ...stamp,
      question,
      rating: oneOf(1, 2, 3, 4),
      durationMs: whole(-SPAN_MS, SPAN_MS),
      source: oneOf('quiz', 'mock', 'exercise', 'import'),
      elapsedDays: v.nullable(whole(0, SPAN_MS / MS_PER_DAY + 3)),
      predicted: v.nullable(between(0, 1)),
      fingerprint,
      parameters: whole(0, 1e9),
    }),
    v.strictObject({
      kind: v.literal('attempt'),
      ...stamp,
      question,
      durationMs: whole(-SPAN_MS, SPAN_MS),
      fingerprint,
      review: name,
      passed: v.boolean('must be true or false'),
      tries: whole(0, 1e9),
      hints: whole(0, 1e9),
      predictions: v.array(words, 'must be a list of texts'),
      explanation: words,
    }),
    v.strictObject({
      kind: v.picklist(['suspend', 'resume', 'reset', 'keep']),
      ...stamp,
      question,
      fingerprint,
    }),
    v.strictObject({ kind: v.literal('undo'), ...stamp, question, undoes: name }),
    v.strictObject({ kind: v.literal('carry'), ...stamp, question, from: question }),
    v.strictObject({ kind: v.literal('weights'), ...stamp, weights }),
  ],
  'must be one of review, attempt, suspend, resume, reset, keep, undo, carry, weights',
);

const history = v.object({
  parameterSets: v.array(parameterSet, 'must be a list of parameter sets'),
  entries: v.array(entry, 'must be a list of entries'),
});

/** Reads what `exportedHistory` wrote. One wrong value makes the whole file wrong. */
export function readHistory(text: string): ReadHistory {
  const json = parsed(text);
  if (json === undefined) return wrong('it is no JSON, or a part of it is missing');
  const { format, version } = Object(json);
  if (format !== FORMAT) return wrong(`its format must be ${FORMAT}`);
  // An older file holds less, and nothing that means something else.
  if (!(Number.isInteger(version) && version >= 1 && version <= FORMAT_VERSION))
    return wrong(
      `its version is ${JSON.stringify(version)}, this program reads 1 to ${FORMAT_VERSION}`,
    );
  const result = v.safeParse(history, json, { abortEarly: true });
  if (!result.success) return wrong(complaint(result.issues[0]));
  return withParameters(result.output);
}

function withParameters({ parameterSets, entries }: v.InferOutput<typeof history>): ReadHistory {
  const complete: LogEntry[] = [];
  // Each entry is ordered after the ones before it, if only by a millisecond. So any that was taken leaves room for the next.
  const lastOrderMs = LAST_MS + entries.length;
  for (const [index, each] of entries.entries()) {
    if (each.orderMs > lastOrderMs)
      return wrong(`entries[${index}].orderMs must be at most ${lastOrderMs}`);
    if (each.kind !== 'review') {
      complete.push(each);
      continue;
    }
    const parameters = parameterSets[each.parameters];
    if (!parameters)
      return wrong(`entries[${index}].parameters names set ${each.parameters}, which isn't there`);
    complete.push({ ...each, parameters });
  }
  return { ok: true, entries: complete };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function complaint(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.type === 'strict_object')
    return issue.expected === 'never'
      ? `${path} is unknown`
      : issue.input === undefined
        ? `${path} is missing`
        : `${path} must be an object`;
  return `${path} ${issue.message}, and is ${issue.received.slice(0, 60)}`;
}

function wrong(why: string): ReadHistory {
  return { ok: false, why };
}

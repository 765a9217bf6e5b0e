import * as v from 'valibot';
import { didYouMean } from '../../wording/nearest.ts';

/** How one kind of value is written, and what it becomes. Messages of its issues say what to write instead. */
export type Kind<Value> = v.GenericSchema<unknown, Value>;
type Data = Readonly<Record<string, unknown>>;

/** What an issue expected when it is about a key and not about its value. */
export const STRANGER = 'no such key';

export function isMap(input: unknown): input is Data {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** What to write instead of a value that can't be read. */
export class Wrong {
  readonly fix: string;

  constructor(fix: string) {
    this.fix = fix;
  }
}

/** The kind of value that `read` understands. */
export function readBy<Value>(read: (input: unknown) => Value | Wrong): Kind<Value> {
  return v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const value = read(dataset.value);
      if (!(value instanceof Wrong)) return value;
      addIssue({ message: value.fix });
      return NEVER;
    }),
  );
}

function never(fix: string): Kind<never> {
  return readBy<never>(() => new Wrong(fix));
}

/** A key that must be there. No kind can be read from null, so a missing key gets its kind's own message. */
export function required<Value>(kind: Kind<Value>): Kind<Value> {
  return v.optional(kind, null) as Kind<Value>;
}

/** A map with these keys and no others. Every stranger among them is told, not just the first. */
export function fields<const Entries extends v.ObjectEntries>(
  entries: Entries,
): Kind<v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const known = Object.keys(entries);
  return v.lazy((input) =>
    isMap(input)
      ? v.pipe(v.object(entries), noStrangers(input, known))
      : never(`write a map of keys and values, with ${known.join(', ')}`),
  ) as Kind<v.InferOutput<v.ObjectSchema<Entries, undefined>>>;
}

/** Tells the keys of the author's map that aren't known: what has been read of it is without them. */
function noStrangers<Output>(written: Data, known: readonly string[]) {
  return v.rawCheck<Output>(({ addIssue }) => {
    for (const key of Object.keys(written).filter((name) => !known.includes(name)))
      addIssue({
        expected: STRANGER,
        message: strangerFix(key, known),
        path: [{ type: 'object', origin: 'key', input: { ...written }, key, value: written[key] }],
      });
  });
}

export function strangerFix(key: string, known: readonly string[]): string {
  return `remove it, or use one of ${known.join(', ')}.${didYouMean(key, known)}`;
}

/** A map that has exactly one of these keys, which says how the rest of it is read; `beside` are keys of that rest. */
export function byKey<Value>(
  forms: Readonly<Record<string, Kind<Value>>>,
  beside: readonly string[],
  example: string,
): Kind<Value> {
  const names = Object.keys(forms);
  return v.lazy((input) => {
    const written = isMap(input) ? Object.keys(input) : [];
    const [name = '', second] = written.filter((key) => names.includes(key));
    const form = forms[name];
    if (form && second === undefined) return form;
    const hints = written
      .filter((key) => second === undefined && !beside.includes(key))
      .map((key) => didYouMean(key, names));
    return never(
      `use exactly one of ${names.join(', ')}, e.g. ${example}.${hints.find(Boolean) ?? ''}`,
    );
  });
}

/** A map from the author's own names to values, in the order of the file. */
export function entriesOf<Value>(
  kind: Kind<Value>,
  example: string,
): Kind<readonly (readonly [string, Value])[]> {
  return v.lazy((input): Kind<readonly (readonly [string, Value])[]> => {
    if (!isMap(input)) return never(`write a map, e.g. ${example}`);
    const entries = Object.keys(input).map((name) => [name, kind] as const);
    return v.pipe(
      v.object(Object.fromEntries(entries)),
      v.transform((read) => Object.entries(read)),
    );
  });
}

/** A list of at least so many. */
export function listOf<Value>(
  kind: Kind<Value>,
  least: number,
  example: string,
): Kind<readonly Value[]> {
  return v.lazy((input) =>
    Array.isArray(input) && input.length >= least
      ? v.array(kind)
      : never(`write a list${least > 0 ? ` of at least ${least}` : ''}, e.g. ${example}`),
  );
}

/** One of these words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Kind<Word> {
  return readBy((input) => {
    const word = words.find((each) => each === input);
    const hint = typeof input === 'string' ? didYouMean(input, words) : '';
    return word ?? new Wrong(`write one of ${words.join(', ')}.${hint}`);
  });
}

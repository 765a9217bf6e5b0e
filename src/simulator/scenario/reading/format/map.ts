import * as v from 'valibot';
import { didYouMean } from '../../../../wording/nearest.ts';
import { type Kind, never, textOf } from './kind.ts';

export type Data = Readonly<Record<string, unknown>>;

export function isMap(input: unknown): input is Data {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** What a map has under a name of its own: `constructor` is a name like any other. */
export function own<Value>(map: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** What an issue is about when it is about a key and not about its value. */
export const STRANGER = 'no such key';
export const BAD_NAME = 'another name';

const NAME = /^[a-z][\w-]{0,79}(\.fifo)?$/i;

/** A map with these keys and no others. Every stranger among them is told, not just the first. */
export function fields<const Entries extends v.ObjectEntries>(
  entries: Entries,
): Kind<v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const known = Object.keys(entries);
  const noMap = never(`write a map of keys and values, with ${known.join(', ')}`);
  return v.lazy((input) => {
    if (!isMap(input)) return noMap;
    const strangers = Object.keys(input).filter((key) => !known.includes(key));
    return v.pipe(
      v.object(entries),
      v.rawCheck(({ addIssue }) => {
        for (const key of strangers)
          addIssue({
            expected: STRANGER,
            message: `remove it, or use one of ${known.join(', ')}.${didYouMean(key, known)}`,
            path: [{ type: 'object', origin: 'key', input, key, value: input[key] }],
          });
      }),
    );
  }) as Kind<v.InferOutput<v.ObjectSchema<Entries, undefined>>>;
}

/** A map from the author's own names to values. A name with nothing behind it has all the defaults. */
export function named<Value>(kindOf: (name: string) => Kind<Value>): Kind<Record<string, Value>> {
  return v.lazy((input): Kind<Record<string, Value>> => {
    if (!isMap(input)) return never('write a map: a name, then its settings, e.g. orders: {}');
    const entries = Object.keys(input).map(
      (name) => [name, v.pipe(v.unknown(), v.transform(orEmpty), kindOf(name))] as const,
    );
    return v.pipe(
      v.object(Object.fromEntries(entries)),
      v.rawCheck(({ addIssue }) => {
        for (const key of Object.keys(input).filter((name) => !NAME.test(name)))
          addIssue({
            expected: BAD_NAME,
            message:
              'use letters, digits, - and _, with a letter first; a FIFO queue or topic ends in .fifo',
            path: [{ type: 'object', origin: 'key', input, key, value: input[key] }],
          });
      }),
    );
  });
}

function orEmpty(input: unknown): unknown {
  return input === null ? {} : input;
}

/** A map with a single key that says which form it is: `{ exponential: 40ms }`. */
export function oneOfForms<Value>(
  forms: Readonly<Record<string, Kind<Value>>>,
  example: string,
): Kind<Value> {
  const names = Object.keys(forms);
  return v.lazy((input): Kind<Value> => {
    const keys = isMap(input) ? Object.keys(input) : [];
    const [key = ''] = keys;
    const form = Object.hasOwn(forms, key) ? forms[key] : undefined;
    if (!form || keys.length > 1) {
      const hint = keys.length === 1 ? didYouMean(key, names) : '';
      return never(`use one of ${names.join(', ')}, for instance ${example}.${hint}`);
    }
    return v.pipe(
      v.object({ [key]: form }),
      v.transform((value) => value[key] as Value),
    );
  });
}

/** A short form for the usual case, a map for the rest. */
export function shortOrMap<Short, Full>(short: Kind<Short>, full: Kind<Full>): Kind<Short | Full> {
  return v.lazy((input): Kind<Short | Full> => (isMap(input) ? full : short));
}

export function listOf<Value>(kind: Kind<Value>, fix: string): Kind<Value[]> {
  return v.lazy((input): Kind<Value[]> => (Array.isArray(input) ? v.array(kind) : never(fix)));
}

/** One, or a list of them. */
export function oneOrMore<Value>(kind: Kind<Value>, fix: string): Kind<Value[]> {
  const single = v.pipe(
    kind,
    v.transform((value) => [value]),
  );
  return v.lazy((input): Kind<Value[]> => (Array.isArray(input) ? listOf(kind, fix) : single));
}

/** One of these words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Kind<Word> {
  return v.picklist(
    words,
    ({ input }) => `write one of ${words.join(', ')}.${didYouMean(textOf(input), words)}`,
  );
}

export const trueOrFalse: Kind<boolean> = v.boolean('write true or false');

import * as v from 'valibot';

/** How one kind of value is written, and what it becomes. Messages of its issues say what to write instead. */
export type Kind<Value> = v.GenericSchema<unknown, Value>;

/** What to write instead of a value that can't be read. */
export class Wrong {
  readonly fix: string;

  constructor(fix: string) {
    this.fix = fix;
  }
}

/** A text as it stands, nothing for all else: a hostile map can't be made into a text without throwing. */
export function textOf(input: unknown): string {
  return typeof input === 'string' ? input : '';
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

/** A value of one kind, made into something else, or turned down after all. */
export function followedBy<Value, Result>(
  kind: Kind<Value>,
  make: (value: Value) => Result | Wrong,
): Kind<Result> {
  return v.pipe(
    kind,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const result = make(dataset.value);
      if (!(result instanceof Wrong)) return result;
      addIssue({ message: result.fix });
      return NEVER;
    }),
  );
}

/** For a key that makes no sense here: whatever is written is wrong. */
export function never(fix: string): Kind<never> {
  return readBy<never>(() => new Wrong(fix));
}

/** A key that may be left out. */
export function optional<Value>(kind: Kind<Value>): v.OptionalSchema<Kind<Value>, undefined> {
  return v.optional(kind);
}

/** A key that may be left out; its default is written as an author would write it. */
export function withDefault<Value>(
  kind: Kind<Value>,
  written: string | number | boolean | object,
): Kind<Value> {
  return v.optional(kind, written) as Kind<Value>;
}

/** The default of a key that makes no sense here: an author can't write it. */
const LEFT_OUT = Symbol('left out');

/** A key that has only its default here: whatever is written is wrong. */
export function onlyDefault<Value>(
  kind: Kind<Value>,
  written: string | number | boolean | object,
  fix: string,
): Kind<Value> {
  const read = readBy((input) => (input === LEFT_OUT ? v.parse(kind, written) : new Wrong(fix)));
  return v.optional(read, LEFT_OUT) as Kind<Value>;
}

/** A key that must be there. No kind can be read from null, so a missing key gets its kind's own message. */
export function required<Value>(kind: Kind<Value>): Kind<Value> {
  return v.optional(kind, null) as Kind<Value>;
}

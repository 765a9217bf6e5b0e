import type { Attributes } from '../broker/attributes.ts';
import type { Addressed, Value } from './program.ts';

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Attributes with the type that their value looks like; undefined for none. */
export function attributesOf(
  values: Readonly<Record<string, string>> | undefined,
): Attributes | undefined {
  const entries = Object.entries(values ?? {});
  if (entries.length === 0) return undefined;
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      { type: NUMBER.test(value) ? ('Number' as const) : ('String' as const), value },
    ]),
  );
}

/** What a program says of a message, as far as it can be understood. */
export function textsOf(value: Value): Addressed {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Readonly<Record<string, Value>>;
  return {
    ...optional('messageGroupId', textOf(given.messageGroupId)),
    ...optional('messageDeduplicationId', textOf(given.messageDeduplicationId)),
    ...optional('key', textOf(given.key)),
    ...optional('body', textOf(given.body)),
    ...optional(
      'delaySeconds',
      typeof given.delaySeconds === 'number' ? given.delaySeconds : undefined,
    ),
    ...optional('attributes', textsIn(given.attributes)),
  };
}

function optional<Name extends string, Given>(
  name: Name,
  value: Given | undefined,
): { readonly [Key in Name]?: Given } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]?: Given });
}

function textOf(value: Value): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function textsIn(value: Value): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const text = textOf(one);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

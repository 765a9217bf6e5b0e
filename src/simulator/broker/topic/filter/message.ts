import type { Attributes, AttributeValue } from '../../attributes.ts';
import type { Scalar } from './policy.ts';

/** The values that a message has at a key: none when it is absent, several in an array. */
export type Values = (key: string) => readonly Scalar[];

/** Most bodies that are no object can be told without a costly exception. */
const OBJECT = /^\s*\{/;

const NONE: readonly Scalar[] = [];

/** A filter's view of attributes. Binary ones can't be filtered on. */
export function valuesOfAttributes(attributes: Attributes): Values {
  return (key) => {
    const attribute = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    return attribute ? valuesOf(attribute) : NONE;
  };
}

function valuesOf({ type, value }: AttributeValue): readonly Scalar[] {
  if (type === 'String') return [value];
  if (type === 'Number') return [Number(value)];
  if (type === 'Binary') return NONE;
  const elements = parseJson(value);
  return Array.isArray(elements) ? elements.filter(isScalar) : NONE;
}

/** A filter's view of a body; undefined when the body is no JSON object, which nothing matches then (SNS-06). */
export function valuesOfBody(body: string): Values | undefined {
  const parsed = OBJECT.test(body) ? parseJson(body) : undefined;
  if (!isObject(parsed)) return undefined;
  const values = new Map<string, Scalar[]>();
  collect(parsed, '', values);
  return (key) => values.get(key) ?? NONE;
}

/** Flattens objects to dotted keys, and arrays to several values at their key. */
function collect(value: unknown, key: string, into: Map<string, Scalar[]>): void {
  if (isScalar(value)) {
    const known = into.get(key);
    if (known) known.push(value);
    else into.set(key, [value]);
  } else if (Array.isArray(value)) {
    for (const element of value) collect(element, key, into);
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value))
      collect(inner, key === '' ? name : `${key}.${name}`, into);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isScalar(value: unknown): value is Scalar {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

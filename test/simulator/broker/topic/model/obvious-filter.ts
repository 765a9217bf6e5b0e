import type { Attributes } from '../../../../../src/simulator/broker/attributes.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Policy = { [key: string]: Json };

/** SNS-06 and SNS-07 word by word: reads the raw policy and the raw message anew each time. */
export function obviouslyMatches(
  policy: Policy,
  scope: 'MessageAttributes' | 'MessageBody',
  body: string,
  attributes: Attributes,
): boolean {
  if (Object.keys(policy).length === 0) return true;
  if (scope === 'MessageAttributes')
    return alternatives(policy).some((keys) =>
      keys.every(([path, list]) => anyHolds(list, ofAttribute(attributes, path.join('.')))),
    );
  const message = parsed(body);
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return false;
  return alternatives(policy).some((keys) =>
    keys.every(([path, list]) => anyHolds(list, found(message, path.join('.')))),
  );
}

type Keys = [path: string[], list: Json[]][];

/** Multiplies out all `$or`: each of the results is a list of keys that must all match. */
function alternatives(policy: Policy): Keys[] {
  let results: Keys[] = [[]];
  for (const [key, value] of Object.entries(policy)) {
    let choices: Keys[];
    if (isOr(key, value)) choices = value.flatMap((branch) => alternatives(branch));
    else if (Array.isArray(value)) choices = [[[[key], value]]];
    else
      choices = alternatives(value as Policy).map((keys) =>
        keys.map(([path, list]) => [[key, ...path], list]),
      );
    results = results.flatMap((before) => choices.map((after) => [...before, ...after]));
  }
  return results;
}

function isOr(key: string, value: Json | undefined): value is Policy[] {
  return (
    key === '$or' &&
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one)) &&
    !/"(prefix|suffix|equals-ignore-case|anything-but|numeric|exists|cidr)":/.test(
      value.map((one) => Object.keys(one as Policy).map((name) => `"${name}":`)).join(),
    )
  );
}

function ofAttribute(attributes: Attributes, name: string): Json[] {
  const attribute = Object.entries(attributes).find(([key]) => key === name)?.[1];
  if (attribute?.type === 'String') return [attribute.value];
  if (attribute?.type === 'Number') return [Number(attribute.value)];
  const list = attribute?.type === 'String.Array' ? parsed(attribute.value) : undefined;
  return Array.isArray(list) ? list : [];
}

/** All plain values at a path. A name in the message may itself have dots. */
function found(value: Json, path: string): Json[] {
  if (Array.isArray(value)) return value.flatMap((element) => found(element, path));
  if (typeof value !== 'object' || value === null) return path === '' ? [value] : [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === path) return found(inner, '');
    return path.startsWith(`${key}.`) ? found(inner, path.slice(key.length + 1)) : [];
  });
}

function anyHolds(list: Json[], values: Json[]): boolean {
  return list.some((condition) => {
    if (typeof condition !== 'object' || condition === null)
      return values.some((value) => value === condition);
    const [operator = '', operand] = Object.entries(condition)[0] ?? [];
    if (operator === 'exists') return operand === values.length > 0;
    return values.some((value) => holds(operator, operand as Json, value));
  });
}

function holds(operator: string, operand: Json, value: Json): boolean {
  if (operator === 'anything-but') {
    if (Array.isArray(operand)) return !operand.includes(value);
    if (typeof operand !== 'object' || operand === null) return value !== operand;
    const [inner = '', text] = Object.entries(operand)[0] ?? [];
    return !holds(inner, text as Json, value);
  }
  if (operator === 'numeric') {
    if (typeof value !== 'number') return false;
    const [sign, than, sign2, than2] = operand as [string, number, string?, number?];
    return compares(value, sign, than) && (sign2 === undefined || compares(value, sign2, than2));
  }
  if (typeof value !== 'string') return false;
  if (operator === 'prefix') return value.indexOf(operand as string) === 0;
  if (operator === 'suffix') return value.slice(-(operand as string).length) === operand;
  return value.toUpperCase() === (operand as string).toUpperCase();
}

function compares(value: number, sign: string, than: number | undefined): boolean {
  if (than === undefined) return false;
  if (sign === '=') return value === than;
  if (sign === '<') return value < than;
  if (sign === '<=') return value <= than;
  return sign === '>' ? value > than : value >= than;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

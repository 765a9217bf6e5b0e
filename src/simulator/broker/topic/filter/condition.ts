import { closest, distance } from 'fastest-levenshtein';
import { parseAddressBlock } from './address.ts';
import { isObject, isScalar } from './message.ts';
import { type Bound, COMPARISONS, type Condition } from './policy.ts';
import { PolicyProblem } from './problem.ts';

type Read = (key: string, operand: unknown) => Condition;

const READERS: Readonly<Record<string, Read>> = {
  prefix: (key, operand) => ({ kind: 'prefix', text: textOf(key, 'prefix', operand) }),
  suffix: (key, operand) => ({ kind: 'suffix', text: textOf(key, 'suffix', operand) }),
  'equals-ignore-case': (key, operand) => ({
    kind: 'equals-ignore-case',
    text: textOf(key, 'equals-ignore-case', operand).toLowerCase(),
  }),
  'anything-but': (key, operand) => ({
    kind: 'anything-but',
    conditions: excludedBy(key, operand),
  }),
  numeric: (key, operand) => ({ kind: 'numeric', bounds: boundsOf(key, operand) }),
  exists: (key, operand) => {
    if (typeof operand !== 'boolean')
      throw new PolicyProblem(`"exists" of "${key}" must be true or false`);
    return { kind: 'exists', expected: operand };
  },
  cidr: (key, operand) => {
    const block = parseAddressBlock(textOf(key, 'cidr', operand));
    if (!block)
      throw new PolicyProblem(
        `"cidr" of "${key}" must be a block such as 10.0.0.0/8, not ${operand}`,
      );
    return { kind: 'cidr', block };
  },
};

/** Reads one element of a key's list: a plain value, or an object with one operator. */
export function parseCondition(key: string, value: unknown): Condition {
  if (isScalar(value)) return { kind: 'equals', value };
  if (!isObject(value))
    throw new PolicyProblem(
      `a value of "${key}" must be a string, a number, true, false, null, or an object with an operator`,
    );
  const [[operator, operand] = ['', undefined], ...others] = Object.entries(value);
  if (operator === '' || others.length > 0)
    throw new PolicyProblem(
      `an object in the list of "${key}" must have exactly one operator; give each an object of its own`,
    );
  return readerOf(key, operator)(key, operand);
}

function readerOf(key: string, operator: string): Read {
  const read = Object.hasOwn(READERS, operator) ? READERS[operator] : undefined;
  if (read) return read;
  const known = Object.keys(READERS);
  const near = closest(operator, known);
  const hint =
    distance(operator, near) <= 3 ? `did you mean "${near}"?` : `there are ${known.join(', ')}`;
  throw new PolicyProblem(`"${key}" has an unknown operator "${operator}"; ${hint}`);
}

function textOf(key: string, operator: string, operand: unknown): string {
  if (typeof operand !== 'string')
    throw new PolicyProblem(`"${operator}" of "${key}" must be a string`);
  return operand;
}

/** `anything-but` takes a value, a list of values, or a prefix or suffix. */
function excludedBy(key: string, operand: unknown): Condition[] {
  const excluded = Array.isArray(operand) ? operand : [operand];
  if (excluded.length === 0)
    throw new PolicyProblem(`"anything-but" of "${key}" has an empty list`);
  return excluded.map((value) => {
    const condition = parseCondition(key, value);
    const allowed = Array.isArray(operand) ? ['equals'] : ['equals', 'prefix', 'suffix'];
    if (!allowed.includes(condition.kind))
      throw new PolicyProblem(
        `"anything-but" of "${key}" takes values, a prefix or a suffix, not "${condition.kind}"`,
      );
    return condition;
  });
}

/** `["=", 5]`, `["<", 5]`, or a range: `[">=", 5, "<", 10]`. */
function boundsOf(key: string, operand: unknown): Bound[] {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4))
    throw new PolicyProblem(
      `"numeric" of "${key}" must be like [">", 5], or a range like [">=", 5, "<", 10]`,
    );
  const low = boundOf(key, operand[0], operand[1]);
  if (operand.length === 2) return [low];
  const high = boundOf(key, operand[2], operand[3]);
  if (!low.comparison.startsWith('>') || !high.comparison.startsWith('<'))
    throw new PolicyProblem(`a range of "${key}" must go from > or >= to < or <=`);
  if (low.than >= high.than)
    throw new PolicyProblem(`the range of "${key}" must begin below its end`);
  return [low, high];
}

function boundOf(key: string, sign: unknown, than: unknown): Bound {
  const comparison = COMPARISONS.find((known) => known === sign);
  if (!comparison)
    throw new PolicyProblem(
      `"numeric" of "${key}" compares with ${COMPARISONS.join(' ')}, not ${JSON.stringify(sign)}`,
    );
  if (typeof than !== 'number')
    throw new PolicyProblem(`"numeric" of "${key}" needs a number after ${comparison}`);
  return { comparison, than };
}

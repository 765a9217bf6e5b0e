import fc from 'fast-check';
import type { AttributeValue } from '../../../../../src/simulator/broker/attributes.ts';

/** Few keys and few values, so that policies and messages meet often. */
const key = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('x', 'X', 'xy', 'yx', 'y', 'true');
const amount = fc.constantFrom(-1, 0, 1, 1.5, 2, 10);
const scalar = fc.oneof(text, amount, fc.boolean(), fc.constant(null));

const range = fc
  .tuple(
    fc.constantFrom('>', '>='),
    fc.constantFrom(-1, 0, 1),
    fc.constantFrom('<', '<='),
    fc.constantFrom(1.5, 2, 10),
  )
  .map((bounds) => bounds as (string | number)[]);
const comparison = fc
  .tuple(fc.constantFrom('=', '<', '<=', '>', '>='), amount)
  .map((bounds) => bounds as (string | number)[]);

const condition = fc.oneof(
  { weight: 3, arbitrary: scalar },
  fc.record({ prefix: text }),
  fc.record({ suffix: text }),
  fc.record({ 'equals-ignore-case': text }),
  fc.record({ 'anything-but': fc.oneof(scalar, fc.array(scalar, { minLength: 1, maxLength: 2 })) }),
  fc.record({ 'anything-but': fc.oneof(fc.record({ prefix: text }), fc.record({ suffix: text })) }),
  fc.record({ numeric: fc.oneof(range, comparison) }),
  fc.record({ exists: fc.boolean() }),
);

const conditions = fc.array(condition, { minLength: 1, maxLength: 2 });
const flat = fc.dictionary(key, conditions, { minKeys: 1, maxKeys: 2 });

/** Policies for attributes, some with `$or`. */
export const flatPolicy = fc.oneof(
  { weight: 2, arbitrary: flat },
  fc
    .tuple(fc.dictionary(key, conditions, { maxKeys: 1 }), fc.tuple(flat, flat))
    .map(([keys, branches]) => ({ ...keys, $or: branches })),
);

const innerKey = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('a', 'b') }, fc.constant('a.b'));
const level = fc.dictionary(innerKey, fc.oneof(conditions, flatPolicy), { minKeys: 1, maxKeys: 2 });

/** Policies for bodies: nested, with dots in names, with `$or` at any depth. */
export const nestedPolicy = fc.oneof(
  { weight: 3, arbitrary: level },
  fc
    .tuple(fc.dictionary(innerKey, conditions, { maxKeys: 1 }), fc.tuple(level, level))
    .map(([keys, branches]) => ({ ...keys, $or: branches })),
);

const attribute: fc.Arbitrary<AttributeValue> = fc.oneof(
  text.map((value) => ({ type: 'String', value }) as const),
  amount.map((value) => ({ type: 'Number', value: String(value) }) as const),
  fc
    .array(scalar, { maxLength: 3 })
    .map((list) => ({ type: 'String.Array', value: JSON.stringify(list) }) as const),
  fc.constant({ type: 'Binary', value: 'eA==' } as const),
);

export const attributes = fc.dictionary(key, attribute, { maxKeys: 3 });

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: scalar },
    { weight: 3, arbitrary: tie('object') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
  ),
  object: fc.dictionary(innerKey, tie('value'), { minKeys: 1, maxKeys: 3 }),
}));

export const body = fc.oneof(
  { weight: 8, arbitrary: json.object.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: json.value.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.constant('no JSON') },
);

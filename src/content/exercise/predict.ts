import * as v from 'valibot';
import type { Ask, PredictedOption, PredictTask } from '../../domain/exercise.ts';
import { byKey, fields, isMap, type Kind, listOf, readBy, required, Wrong } from './kind.ts';
import { markdown, metric, solution, text, tolerance, value } from './values.ts';

/** Metrics and what each must be: how a condition is written, the simulator knows. */
const conditions: Kind<Readonly<Record<string, unknown>>> = readBy((input) =>
  isMap(input) && Object.keys(input).length > 0
    ? input
    : new Wrong('write metrics and what each must be, e.g. { lost: 0 } or { lost: { above: 0 } }'),
);

export const option: Kind<PredictedOption> = fields({
  text: required(text),
  when: required(conditions),
  why: required(markdown),
});

const number: Kind<Ask> = v.pipe(
  fields({ number: text, metric: required(metric), tolerance: required(tolerance) }),
  v.transform(({ number: prompt, ...rest }) => ({ kind: 'number' as const, prompt, ...rest })),
);

const choice: Kind<Ask> = v.pipe(
  fields({
    choice: text,
    options: required(listOf(option, 2, '- { text: None, when: { lost: 0 }, why: Because. }')),
  }),
  v.transform(({ choice: prompt, options }) => ({ kind: 'choice' as const, prompt, options })),
);

const curve: Kind<Ask> = v.pipe(
  fields({
    curve: text,
    knob: required(metric),
    at: required(listOf(value, 2, '[1, 2, 4, 8]')),
    metric: required(metric),
    tolerance: required(tolerance),
  }),
  v.transform(({ curve: prompt, ...rest }) => ({ kind: 'curve' as const, prompt, ...rest })),
);

const BESIDE = ['metric', 'tolerance', 'options', 'knob', 'at'];
const EXAMPLE = '- { number: "How many are lost?", metric: lost, tolerance: 20% }';

const entries = {
  asks: required(listOf(byKey<Ask>({ number, choice, curve }, BESIDE, EXAMPLE), 1, EXAMPLE)),
  solution: v.exactOptional(solution),
};

export const predict = {
  keys: Object.keys(entries),
  task: v.pipe(
    v.object(entries),
    v.transform((read): PredictTask => ({ kind: 'predict', ...read })),
  ),
};

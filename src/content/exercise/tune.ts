import * as v from 'valibot';
import type { Knob, TuneTask } from '../../domain/exercise.ts';
import { byKey, entriesOf, fields, type Kind, listOf, required } from './kind.ts';
import { metric, solution, text, value } from './values.ts';

type Range = Pick<Knob, 'range'> & { readonly label: string | undefined };

const label = v.optional(text);

const fromTo: Kind<Range> = v.pipe(
  fields({ from: value, to: required(value), label }),
  v.transform(({ from, to, label: words }) => ({ label: words, range: { from, to } })),
);

const choose: Kind<Range> = v.pipe(
  fields({ choose: listOf(value, 2, '[check-then-act, conditional]'), label }),
  v.transform((read) => ({ label: read.label, range: { choose: read.choose } })),
);

const RANGE = '{ from: 5s, to: 5m } or { choose: [1, 2, 4] }';

const knobs: Kind<readonly Knob[]> = v.pipe(
  entriesOf(
    byKey<Range>({ from: fromTo, choose }, ['to', 'label'], RANGE),
    '{ queues.orders.visibilityTimeout: { from: 5s, to: 5m } }',
  ),
  v.check((entries) => entries.length > 0, `let the learner turn at least one: ${RANGE}`),
  v.transform((entries) =>
    entries.map(([path, { label: words, range }]): Knob => ({ path, label: words ?? path, range })),
  ),
);

const entries = {
  knobs: required(knobs),
  shows: v.optional(listOf(metric, 0, '[latency.p99, cost.dollars]'), []),
  solution: required(solution),
};

export const tune = {
  keys: Object.keys(entries),
  task: v.pipe(
    v.object(entries),
    v.transform((read): TuneTask => ({ kind: 'tune', ...read })),
  ),
};

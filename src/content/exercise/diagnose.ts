import * as v from 'valibot';
import type { DiagnoseTask, Diagnosis, Look, LookedAt } from '../../domain/exercise.ts';
import { byKey, fields, type Kind, listOf, required } from './kind.ts';
import { markdown, metric, minutes, moment, part, solution, text } from './values.ts';

/** A look that shows what the value of one of its keys says. */
function look<Value>(key: string, kind: Kind<Value>, show: (value: Value) => LookedAt): Kind<Look> {
  return v.pipe(
    fields({ look: required(text), costs: required(minutes), [key]: required(kind) }),
    v.transform((read): Look => {
      const { look: title, costs } = read as { look: string; costs: number };
      return { title, minutes: costs, shows: show((read as Record<string, Value>)[key] as Value) };
    }),
  );
}

const LOOK = '- { look: Queue depth, costs: 2m, series: queues.orders.visible }';

const looks = listOf(
  byKey<Look>(
    {
      series: look('series', metric, (path) => ({ kind: 'series', metric: path })),
      values: look('values', listOf(metric, 1, '[consumers.workers.utilisation]'), (metrics) => ({
        kind: 'values',
        metrics,
      })),
      log: look('log', part, (of) => ({ kind: 'log', of })),
      story: look('story', metric, (path) => ({ kind: 'story', metric: path })),
      alarms: look('alarms', v.literal(true, 'write alarms: true'), () => ({ kind: 'alarms' })),
    },
    ['look', 'costs'],
    LOOK,
  ),
  1,
  LOOK,
);

const diagnosis: Kind<Diagnosis> = fields({
  text: required(text),
  correct: v.optional(v.boolean('write true or false'), false),
  why: required(markdown),
});

/** What to choose from: exactly one is right. */
const choices: Kind<readonly Diagnosis[]> = v.pipe(
  listOf(diagnosis, 2, '- { text: A hot partition, correct: true, why: Because. }'),
  v.check(
    (list) => list.filter(({ correct }) => correct).length === 1,
    'mark exactly one of them as right, with correct: true',
  ),
);

const entries = {
  at: v.optional(moment),
  looks: required(looks),
  causes: required(choices),
  actions: required(choices),
  solution: required(solution),
};

export const diagnose = {
  keys: Object.keys(entries),
  task: v.pipe(
    v.object(entries),
    v.transform(({ at, ...read }): DiagnoseTask => ({ kind: 'diagnose', at, ...read })),
  ),
};

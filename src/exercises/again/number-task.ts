import type { Task } from '../../domain/question.ts';
import { SECOND } from '../../simulator/engine/time.ts';
import { formatMetric, type MetricUnit } from '../../simulator/observers/index.ts';

/** In what a metric is answered, and how much of the metric that is. The same for every run: it must tell nothing. */
const ANSWERED_IN: Readonly<Record<MetricUnit, { readonly unit: string; readonly size: number }>> =
  {
    count: { unit: '', size: 1 },
    duration: { unit: 's', size: SECOND },
    time: { unit: 's', size: SECOND },
    ratio: { unit: '%', size: 0.01 },
    dollars: { unit: 'dollars', size: 1 },
    rate: { unit: '/s', size: 1 },
  };

/** A number to state, in a unit that people answer in. `value` is in the metric's own. */
export function numberTask(
  value: number,
  metric: MetricUnit,
  tolerance: number,
): Extract<Task, { kind: 'number' }> {
  const { unit, size } = ANSWERED_IN[metric];
  return {
    kind: 'number',
    value: readable(value / size),
    tolerance,
    unit,
    calculation: `The run came to ${formatMetric(value, metric)}.`,
  };
}

/** Nobody reads, or predicts, more than four digits of what isn't counted in ones. */
function readable(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}

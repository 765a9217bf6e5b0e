import type { Part, Row } from '../../domain/dialogue.ts';
import { HOUR, MILLISECOND, MINUTE, SECOND } from '../../simulator/engine/time.ts';
import { formatMetric, type MetricUnit } from '../../simulator/observers/index.ts';
import type { Shown, ShownAlarm } from '../diagnose/shown.ts';
import { withBriefNumbers } from './brief-numbers.ts';

/** What a look shows, below its title. */
export function partsOf(title: string, shown: Shown): Part[] {
  switch (shown.kind) {
    case 'series': {
      const { unit, points } = shown;
      const words = points.map(({ value }) => withBriefNumbers(formatMetric(value, unit)));
      const at = points.map((point) => formatMetric(point.at, 'time'));
      return [{ kind: 'curves', title, at, curves: [{ ...drawn(shown), words }] }];
    }
    case 'values':
      return [
        {
          kind: 'rows',
          title,
          heads: ['now'],
          rows: shown.values.map(({ metric, words }) => ({
            name: metric,
            cells: [withBriefNumbers(words)],
          })),
        },
      ];
    case 'log':
      return [{ kind: 'log', title, lines: shown.lines }];
    case 'story': {
      const { item, lines } = shown;
      return item === undefined
        ? [{ kind: 'log', title, lines: ['There is nothing to follow yet.'] }]
        : [{ kind: 'story', title: `${title}: ${item}`, lines }];
    }
    case 'alarms':
      return [
        { kind: 'rows', title, heads: ['state', 'watches'], rows: shown.alarms.map(alarmRow) },
      ];
  }
}

/** An alarm that is quiet may have every reason to ring, so it isn’t marked as right. */
function alarmRow({ alarm, since, words }: ShownAlarm): Row {
  if (since === undefined) return { name: alarm, cells: ['quiet', words] };
  const state = `rings since ${withBriefNumbers(formatMetric(since, 'time'))}`;
  return { mark: 'wrong', name: alarm, cells: [state, words] };
}

/** Values in a unit in which they are read off an axis, and a name that tells it. */
function drawn({ metric, unit, points }: Extract<Shown, { kind: 'series' }>) {
  const values = points.map(({ value }) => value);
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const { size, of } = axisUnit(unit, most);
  return {
    name: of === '' ? metric : `${metric}, in ${of}`,
    values: values.map((value) => (value === undefined ? undefined : value / size)),
  };
}

function axisUnit(unit: MetricUnit, most: number): { readonly size: number; readonly of: string } {
  if (unit === 'ratio') return { size: 0.01, of: '%' };
  if (unit !== 'duration' && unit !== 'time') return { size: 1, of: '' };
  if (most >= 10 * HOUR) return { size: HOUR, of: 'h' };
  if (most >= 10 * MINUTE) return { size: MINUTE, of: 'min' };
  return most >= 10 * SECOND ? { size: SECOND, of: 's' } : { size: MILLISECOND, of: 'ms' };
}

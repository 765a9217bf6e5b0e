import type { Part, Row } from '../../domain/dialogue.ts';
import { formatMetric } from '../../simulator/observers/index.ts';
import type { Shown, ShownAlarm } from '../diagnose/shown.ts';
import { withBriefNumbers } from './brief-numbers.ts';

/** What a look shows, below its title. */
export function partsOf(title: string, shown: Shown): Part[] {
  switch (shown.kind) {
    case 'series': {
      const { metric, unit, points } = shown;
      const values = points.map(({ value }) => value);
      const words = values.map((value) => withBriefNumbers(formatMetric(value, unit)));
      const at = points.map((point) => formatMetric(point.at, 'time'));
      return [{ kind: 'curves', title, at, curves: [{ name: metric, values, words }] }];
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

import type { Part } from '../../domain/dialogue.ts';
import { formatMetric } from '../../simulator/observers/index.ts';
import type { Shown } from '../diagnose/shown.ts';
import { code, plain, table } from './markdown.ts';
import { said } from './said.ts';

/** What a look shows, below its title. */
export function partsOf(title: string, shown: Shown): Part[] {
  switch (shown.kind) {
    case 'series': {
      const { metric, unit, points } = shown;
      const values = points.map(({ value }) => value);
      const words = values.map((value) => formatMetric(value, unit));
      const at = points.map((point) => formatMetric(point.at, 'time'));
      return [{ kind: 'curves', title, at, curves: [{ name: metric, values, words }] }];
    }
    case 'values':
      return titled(title, [
        ['metric', 'now'],
        ...shown.values.map(({ metric, words }) => [code(metric), words]),
      ]);
    case 'log':
      return [{ kind: 'log', title, lines: shown.lines }];
    case 'story': {
      const { item, lines } = shown;
      return item === undefined
        ? [said(`**${plain(title)}**\n\nThere is nothing to follow yet.`)]
        : [{ kind: 'story', title: `${title}: ${item}`, lines }];
    }
    case 'alarms':
      return titled(title, [
        ['alarm', 'state', 'watches'],
        ...shown.alarms.map(({ alarm, since, words }) => [
          code(alarm),
          since === undefined ? 'quiet' : `rings since ${formatMetric(since, 'time')}`,
          code(words),
        ]),
      ]);
  }
}

function titled(title: string, rows: readonly (readonly string[])[]): Part[] {
  return [said(`**${plain(title)}**\n\n${table(rows)}`)];
}

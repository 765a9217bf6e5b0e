import { table } from '../../charts/table.ts';
import type { Recall } from '../../statistics/recall.ts';
import type { Share } from '../../statistics/share.ts';
import type { Statistics } from '../../statistics/statistics.ts';
import { percent, range } from './words.ts';

/** From this width on there is room for ranges. */
const ROOMY = 70;

/** Recall of everything, of each level and of each topic, lately and of all time. */
export function recallLines(statistics: Statistics, width: number): string[] {
  const { recall, recallByLevel, topics, recentDays } = statistics;
  if (recall.allTime.of === 0) return ['nothing came back yet'];
  const hasRanges = width >= ROOMY;
  const levels = [...recallByLevel].sort(([one], [two]) => one - two);
  const rows: (readonly [string, Recall])[] = [
    ['all', recall],
    ...levels.map(([level, of]) => [`level ${level}`, of] as const),
    ...(topics.length > 1 ? weakFirst(topics) : []),
  ];
  const header = hasRanges
    ? ['', `last ${recentDays} days`, '95 % range', 'of', 'all time', '95 % range', 'of']
    : ['', `${recentDays} days`, 'of', 'all', 'of'];
  const cells = ({ recent, allTime }: Recall) => [
    ...shareCells(recent, hasRanges),
    ...shareCells(allTime, hasRanges),
  ];
  return table([header, ...rows.map(([name, of]) => [name, ...cells(of)])], width);
}

/** By what recall is at best: a topic is surely weak only when much was asked of it. */
function weakFirst(topics: Statistics['topics']): (readonly [string, Recall])[] {
  return topics
    .filter(({ recall }) => recall.allTime.of > 0)
    .map(({ topic, recall }) => [topic, recall] as const)
    .sort(([, a], [, b]) => a.allTime.high - b.allTime.high);
}

function shareCells(share: Share, hasRange: boolean): string[] {
  return [percent(share), ...(hasRange ? [range(share)] : []), String(share.of)];
}

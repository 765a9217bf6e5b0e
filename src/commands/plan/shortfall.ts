import type { Level } from '../../domain/level.ts';
import type { Item } from '../../scheduling/item.ts';
import { counted } from '../counted.ts';
import type { Outlook } from './outlook.ts';

/** Which questions will not fit, by topic and level, and what would make them fit; empty when all do. */
export function shortfallLines(
  { ahead, study, minutesThatFit }: Outlook,
  titleOf: (topic: string) => string,
): string[] {
  const missed = new Set(ahead.neverMet);
  if (missed.size === 0) return [];
  const items = study.items.filter(({ question }) => missed.has(question.id));
  const topics = [...new Set(items.map(({ question }) => question.topic))];
  return [
    `${counted(missed.size, 'question')} of ${study.items.length} will not be met before the interview:`,
    ...topics.map((topic) => `  ${titleOf(topic)}: ${levelsOf(topic, items)}`),
    adviceOn(minutesThatFit),
  ];
}

function levelsOf(topic: string, items: readonly Item[]): string {
  const levels: readonly Level[] = [1, 2, 3];
  return levels
    .map((level) => ({
      level,
      count: items.filter(({ question }) => question.topic === topic && question.level === level)
        .length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} of level ${level}`)
    .join(', ');
}

function adviceOn(minutesThatFit: number | undefined): string {
  if (minutesThatFit === undefined) return 'The days that are left are too few for all of them.';
  return `About ${minutesThatFit} minutes a day would make room for all: swelearn plan --minutes-per-day ${minutesThatFit}`;
}

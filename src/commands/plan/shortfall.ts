import type { Level } from '../../domain/level.ts';
import type { Item } from '../../scheduling/item.ts';
import { counted } from '../counted.ts';
import type { Outlook } from './outlook.ts';

/** From so much recall lost to the limit of time, it is worth a word. */
const WORTH_SAYING = 0.05;

/** Which questions and repetitions will not fit, and what would make them fit; empty when all do. */
export function shortfallLines(outlook: Outlook, titleOf: (topic: string) => string): string[] {
  return [...unmetLines(outlook, titleOf), ...unrepeatedLines(outlook)];
}

function unmetLines(
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

/** Time that is just enough to meet everything leaves none to meet it again. */
function unrepeatedLines({ ahead, unlimited }: Outlook): string[] {
  const { recall } = ahead.readiness.overall;
  if (!unlimited || unlimited.recall - recall < WORTH_SAYING) return [];
  const [now, then] = [recall, unlimited.recall].map((each) => Math.round(100 * each));
  const repeated = ahead.days.reduce((sum, day) => sum + day.reviews + day.lastPass, 0);
  return [
    Math.round(repeated) === 0
      ? 'Nothing that you meet will be repeated before the interview.'
      : 'Much of what you meet will not be repeated as often as it should.',
    `With about ${unlimited.minutes} minutes a day you would recall ${then} % of all instead of ${now} %; or study fewer topics: swelearn config set topics`,
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

import { type Day, isoDate } from '../../domain/day.ts';
import type { Review } from '../../domain/review-log.ts';
import type { Item, Work } from '../../scheduling/item.ts';
import { counted } from '../counted.ts';

/** What a session didn't come to. */
interface Unfinished {
  /** How many questions it would still have asked. */
  readonly waiting: number;
  /** What was left out of it; undefined when nothing was drawn. */
  readonly left: Work['left'] | undefined;
}

/** What a session came to: how much, how well, how long; what was left, and when to come back. */
export function sessionSummary(
  kept: readonly Review[],
  items: readonly Item[],
  { waiting, left }: Unfinished,
  now: { atMs: number; day: Day },
): string[] {
  return [
    kept.length === 0 ? 'Nothing was answered.' : whatWasDone(kept),
    ...whatIsLeft(left),
    waiting > 0 ? `${counted(waiting, 'question')} more today.` : nextDue(items, now),
  ];
}

function whatWasDone(kept: readonly Review[]): string {
  const questions = new Set(kept.map(({ question }) => question)).size;
  const again = kept.filter(({ rating }) => rating === 1).length;
  const ms = kept.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return `${counted(kept.length, 'review')} of ${counted(questions, 'question')}, ${again} again, ${minutesText(ms)}.`;
}

/** Why what could be asked was not: the day's share and minutes are the learner's own choice. */
function whatIsLeft(left: Work['left'] | undefined): string[] {
  if (!left) return [];
  const { overCap, freshLater, locked, buried } = left;
  const parts = [
    overCap > 0 ? `${overCap} due beyond today's limit` : '',
    freshLater > 0 ? `${freshLater} new for other days (--new ${freshLater} asks them now)` : '',
    buried > 0 ? `${buried} wait until tomorrow because a sibling was asked today` : '',
    locked > 0 ? `${counted(locked, 'follow-up')} to what is not known yet` : '',
  ].filter(Boolean);
  return parts.length === 0 ? [] : [`Left for later: ${parts.join(', ')}.`];
}

function minutesText(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 1 ? 'less than a minute' : counted(Math.round(minutes), 'minute');
}

function nextDue(items: readonly Item[], { atMs, day }: { atMs: number; day: Day }): string {
  const waiting = items.flatMap(({ progress }) =>
    progress?.memory && !progress.suspended ? [progress.memory] : [],
  );
  const days = waiting.filter(({ dueMs }) => dueMs === null).map(({ dueDay }) => dueDay);
  const steps = waiting.flatMap(({ dueMs }) => (dueMs === null ? [] : [dueMs]));
  if (steps.length > 0)
    return `Next: a step in ${minutesText(Math.max(0, earliest(steps) - atMs))}${steps.length > 1 ? `, ${steps.length - 1} more after it` : ''}.`;
  if (days.length === 0) return 'Nothing is waiting.';
  // What is due but was left for later is asked tomorrow at the earliest.
  const first = Math.max(day + 1, earliest(days));
  const many = days.filter((due) => due <= first).length;
  return `Next: ${counted(many, 'question')} ${first === day + 1 ? 'tomorrow' : `on ${isoDate(first)}`}.`;
}

function earliest(times: readonly number[]): number {
  return times.reduce((first, time) => Math.min(first, time));
}

import { type Day, isoDate } from '../../domain/day.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Review } from '../../domain/review-log.ts';
import { counted } from '../counted.ts';

/** What a session came to: how much, how well, how long, and when to come back. */
export function sessionSummary(
  kept: readonly Review[],
  progress: Iterable<Progress>,
  now: { atMs: number; day: Day },
): string[] {
  if (kept.length === 0) return ['Nothing was answered.', nextDue(progress, now)];
  const questions = new Set(kept.map(({ question }) => question)).size;
  const again = kept.filter(({ rating }) => rating === 1).length;
  const ms = kept.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return [
    `${counted(kept.length, 'review')} of ${counted(questions, 'question')}, ${again} again, ${minutesText(ms)}.`,
    nextDue(progress, now),
  ];
}

function minutesText(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 1 ? 'less than a minute' : counted(Math.round(minutes), 'minute');
}

function nextDue(progress: Iterable<Progress>, { atMs, day }: { atMs: number; day: Day }): string {
  const waiting = [...progress].flatMap(({ suspended, memory }) =>
    suspended || !memory ? [] : [memory],
  );
  const steps = waiting.flatMap(({ dueMs }) => (dueMs === null ? [] : [dueMs]));
  const days = waiting.filter(({ dueMs }) => dueMs === null).map(({ dueDay }) => dueDay);
  const first = Math.min(...days);
  const now = days.filter((due) => due <= day).length;
  if (now > 0) return `${counted(now, 'question')} more due today.`;
  if (steps.length > 0)
    return `Next: ${counted(steps.length, 'question')} in ${minutesText(Math.max(0, Math.min(...steps) - atMs))}.`;
  if (days.length === 0) return 'Nothing is waiting.';
  const many = days.filter((due) => due === first).length;
  return `Next: ${counted(many, 'question')} ${first === day + 1 ? 'tomorrow' : `on ${isoDate(first)}`}.`;
}

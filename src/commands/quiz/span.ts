import type { Memory } from '../../domain/progress.ts';

/** How long until a question comes back, as a button shows it: `10m`, `6d`, `2.5mo`. */
export function spanUntilDue({ dueMs, lastMs, scheduledDays }: Memory): string {
  if (dueMs !== null) return minutesText((dueMs - lastMs) / 60_000);
  if (scheduledDays < 31) return `${scheduledDays}d`;
  if (scheduledDays < 365) return `${oneDecimal(scheduledDays / 30.4)}mo`;
  return `${oneDecimal(scheduledDays / 365)}y`;
}

function minutesText(minutes: number): string {
  if (minutes < 60) return `${Math.max(1, Math.round(minutes))}m`;
  return minutes < 1440 ? `${oneDecimal(minutes / 60)}h` : `${oneDecimal(minutes / 1440)}d`;
}

function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}

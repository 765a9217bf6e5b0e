import type { Day } from '../domain/day.ts';
import type { Item } from '../scheduling/item.ts';

/** How many questions are due on `today` and the days after it; what is overdue counts as today. Suspended ones rest. */
export function dueAhead(items: readonly Item[], today: Day, days: number): number[] {
  const due = Array.from({ length: days }, () => 0);
  for (const { progress } of items) {
    if (!progress?.memory || progress.suspended) continue;
    const ahead = Math.max(0, progress.memory.dueDay - today);
    if (ahead < days) due[ahead] = (due[ahead] ?? 0) + 1;
  }
  return due;
}

import type { Day } from '../domain/day.ts';
import type { Item } from './item.ts';

/** Whether a question that is out of its learning steps is due on a day or was before. */
export function isDueOn(day: Day, { progress }: Item): boolean {
  const memory = progress?.memory;
  return memory !== undefined && memory.dueMs === null && memory.dueDay <= day;
}

/** The learning steps of a day or of days before it, the earliest first. */
export function stepsOn(day: Day, items: readonly Item[]): { id: string; dueMs: number }[] {
  return items
    .flatMap(({ question, progress }) => {
      const memory = progress?.memory;
      if (!memory || memory.dueMs === null || memory.dueDay > day) return [];
      return [{ id: question.id, dueMs: memory.dueMs }];
    })
    .sort((a, b) => a.dueMs - b.dueMs);
}

import type { ParameterSet } from '../../src/domain/parameter-set.ts';
import type { Progress } from '../../src/domain/progress.ts';
import type { Attempt, Carry, Change, LogEntry, Review } from '../../src/domain/review-log.ts';
import { derive } from '../../src/scheduling/derive.ts';

/** What a log adds up to, said again without SQL: one pass over its entries in their order. */
export function progressByReference(log: Iterable<LogEntry>): Map<string, Progress> {
  const entries = [...log];
  const taken = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.undoes] : [])));
  const weights = entries.findLast((entry) => entry.kind === 'weights')?.weights;
  const explainedBy = (set: ParameterSet) => (weights ? { ...set, weights } : set);
  const histories = new Map<string, (Review | Change)[]>();
  const historyOf = (question: string) => histories.get(question) ?? [];
  for (const entry of entries) {
    if (taken.has(entry.id) || !isOfHistory(entry)) continue;
    const more = entry.kind === 'carry' ? historyOf(entry.from) : [entry];
    const all = new Set([...historyOf(entry.question), ...more]);
    histories.set(entry.question, entries.filter((each) => all.has(each as Review)) as Review[]);
  }
  const progress = new Map<string, Progress>();
  for (const [question, history] of histories) {
    const stands = derive(question, history, explainedBy);
    if (stands) progress.set(question, stands);
  }
  return progress;
}

/** The attempts whose reviews count, said again without SQL. */
export function attemptsByReference(log: Iterable<LogEntry>): Attempt[] {
  const entries = [...log];
  const taken = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.undoes] : [])));
  return entries.flatMap((entry) =>
    entry.kind === 'attempt' && !taken.has(entry.review) ? [entry] : [],
  );
}

function isOfHistory(entry: LogEntry): entry is Review | Change | Carry {
  return !['undo', 'weights', 'attempt'].includes(entry.kind);
}

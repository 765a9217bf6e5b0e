import type { Summary } from '../../reviews/summary.ts';

/** `1,234 reviews`, `1 entry` */
export function amount(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : nouns}`;
}

/** `2026-11-21 10:15`, in the learner's time zone. */
export function localTime(atMs: number): string {
  return new Date(atMs).toLocaleString('sv').slice(0, 16);
}

/** `1,234 reviews of 56 questions, the last entry of 2026-11-21 10:15` */
export function summaryWords({ reviews, questions, lastMs }: Summary): string {
  if (lastMs === null) return 'no reviews';
  return `${amount(reviews, 'review')} of ${amount(questions, 'question')}, the last entry of ${localTime(lastMs)}`;
}

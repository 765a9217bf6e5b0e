import type { Summary } from '../../reviews/summary.ts';
import { counted } from '../counted.ts';
import { localTime } from '../local-time.ts';

/** `1,234 reviews of 56 questions, the last entry of 2026-11-21 10:15` */
export function summaryWords({ reviews, questions, lastMs }: Summary): string {
  if (lastMs === null) return 'no reviews';
  return `${counted(reviews, 'review')} of ${counted(questions, 'question')}, the last entry of ${localTime(lastMs)}`;
}

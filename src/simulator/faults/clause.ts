import type { FaultKind, FaultSettings } from '../settings/fault.ts';

/** What a fault does to its target, as a clause that follows the target's name. */
export function clauseOf(fault: FaultSettings): string {
  return CLAUSES[fault.what](fault);
}

const MOMENTS = {
  'during-work': 'in the middle of its work',
  'before-effect': 'before the effect',
  'after-effect': 'right after the effect',
  'before-delete': 'before the delete',
  'after-delete': 'right after the delete',
};

const CLAUSES: Readonly<Record<FaultKind, (fault: FaultSettings) => string>> = {
  crash: ({ when }) => (when ? `crashes ${MOMENTS[when]}` : 'crashes'),
  pause: () => 'stands still',
  poison: () => 'can never be processed',
  fail: () => 'fails by chance',
  slow: ({ factor }) => `is ${factor} times as slow`,
  down: () => 'is down',
  split: () => 'can’t reach the broker',
  'lose-response': () => 'doesn’t hear the broker’s answer',
  duplicate: () => 'hands messages out twice',
  reorder: () => 'hands messages out of order',
  redeliver: () => 'shows everything in flight again',
  skew: () => 'has a clock that is off',
};

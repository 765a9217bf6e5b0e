import type { Step } from '../../settings/consumer.ts';

const NOTES: ReadonlySet<Step['kind']> = new Set(['claim', 'check', 'record', 'delete']);

/**
 * The step after which a consumer has done what it is there for: its last change of the world, or its work where it changes
 * nothing. Notes of what was done, and deletes, are not it. -1 when there is none.
 */
export function essentialStep(steps: readonly Step[]): number {
  const change = steps.findLastIndex((step) => step.kind !== 'work' && !isNote(step));
  return change >= 0 ? change : steps.findLastIndex(({ kind }) => kind === 'work');
}

function isNote(step: Step): boolean {
  return step.kind === 'transaction' ? step.steps.every(isNote) : NOTES.has(step.kind);
}

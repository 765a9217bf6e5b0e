import type { QueueNature } from '../broker/queue/index.ts';
import type { FaultPlan } from '../faults/index.ts';

/** A queue's own nature, or worse while faults last that make it so. */
export function natureOf(queue: string, own: QueueNature, faults: FaultPlan): QueueNature {
  const chanceOf = (kind: 'duplicate' | 'reorder') => faults.lasting(kind, queue)?.chance ?? 0;
  return {
    ...own,
    duplicateChance: Math.max(own.duplicateChance, chanceOf('duplicate')),
    reorderChance: Math.max(own.reorderChance, chanceOf('reorder')),
  };
}

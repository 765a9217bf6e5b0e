import type { QueueNature } from '../broker/queue/index.ts';
import type { FaultPlan } from '../faults/index.ts';

/** A queue's own nature, or worse while faults last that make it so. */
export function natureOf(queue: string, own: QueueNature, faults: FaultPlan): QueueNature {
  return {
    ...own,
    duplicateChance: Math.max(own.duplicateChance, faults.chanceOf('duplicate', queue)),
    reorderChance: Math.max(own.reorderChance, faults.chanceOf('reorder', queue)),
  };
}

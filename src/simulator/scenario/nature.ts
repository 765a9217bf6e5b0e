import type { QueueNature } from '../broker/queue/index.ts';
import type { FaultSettings } from '../settings/fault.ts';

/** A queue's nature while the scenario's faults make it worse: until they heal. */
export function natureOf(
  queue: string,
  nature: QueueNature,
  faults: readonly FaultSettings[],
): QueueNature {
  const worst = (what: FaultSettings['what'], own: number) =>
    Math.max(
      own,
      ...faults
        .filter((fault) => fault.what === what && isOfNature(fault, queue))
        .map(({ chance = 0 }) => chance),
    );
  return {
    ...nature,
    duplicateChance: worst('duplicate', nature.duplicateChance),
    reorderChance: worst('reorder', nature.reorderChance),
  };
}

/** Whether a fault lets this queue do more often what it may do anyway. */
export function isOfNature({ what, target }: FaultSettings, queue: string): boolean {
  return (what === 'duplicate' || what === 'reorder') && target === queue;
}

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
        .filter((fault) => fault.what === what && fault.target === queue)
        .map(({ chance = 0 }) => chance),
    );
  return {
    ...nature,
    duplicateChance: worst('duplicate', nature.duplicateChance),
    reorderChance: worst('reorder', nature.reorderChance),
  };
}

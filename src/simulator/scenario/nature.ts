import type { QueueNature } from '../broker/queue/index.ts';
import type { FaultSettings } from '../settings/fault.ts';

/** A queue's nature, with what the scenario's faults make worse. */
export function natureOf(
  queue: string,
  nature: QueueNature,
  faults: readonly FaultSettings[],
): QueueNature {
  const chance = (what: FaultSettings['what']) =>
    faults.find((fault) => fault.what === what && fault.target === queue)?.chance;
  return {
    ...nature,
    duplicateChance: chance('duplicate') ?? nature.duplicateChance,
    reorderChance: chance('reorder') ?? nature.reorderChance,
  };
}

import type { SimulationEvent } from '../../../../simulator/events/index.ts';
import type { Amount, Reading } from '../../../../tui/index.tsx';

/** What the events say of a node of the pipeline. */
export interface Node {
  see(event: SimulationEvent): void;
  reading(): Reading;
}

/** Amounts in the order in which they are written. */
export function amounts(named: Readonly<Record<string, number>>): Amount[] {
  return Object.entries(named).map(([label, value]) => ({ label, value }));
}

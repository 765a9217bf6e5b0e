import type { SimulationWorld } from './world.ts';

/** Virtual time of the first slice; the next ones double while they are quick. */
const FIRST_SLICE_MICROS = 1000;
/** Slices that take more of the budget are halved. */
const QUICK = 1 / 8;

/**
 * Lets virtual time pass in slices, so that the keys are never away for longer than about the budget. Gives false when
 * not all of it could pass.
 */
export function advanceWithin(
  world: Pick<SimulationWorld, 'advance' | 'nowMs'>,
  micros: number,
  budgetMs: number,
): boolean {
  const startMs = world.nowMs();
  let beforeMs = startMs;
  let left = micros;
  let slice = FIRST_SLICE_MICROS;
  while (left > 0) {
    const part = Math.min(left, slice);
    world.advance(part);
    left -= part;
    const nowMs = world.nowMs();
    if (nowMs - startMs >= budgetMs) return left <= 0;
    const isQuick = nowMs - beforeMs < budgetMs * QUICK;
    slice = isQuick ? slice * 2 : Math.max(1, Math.floor(slice / 2));
    beforeMs = nowMs;
  }
  return true;
}

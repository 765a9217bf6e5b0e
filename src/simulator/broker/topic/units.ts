import { TOPIC_LIMITS } from './limits.ts';

/** Requests on the bill: one for each 64 KB begun. */
export function requestUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / TOPIC_LIMITS.billedChunk.max));
}

/** What the last key was, to tell a key that is held from one that is pressed again. */
export interface HeldKey {
  readonly name: string;
  readonly atMs: number;
  /** When this key last showed an answer. */
  readonly shownAtMs: number | undefined;
}

/** A held key repeats faster than this. */
const REPEATS_WITHIN_MS = 150;
/** Terminals wait about this long until a held key begins to repeat, and nobody reads an answer faster. */
const BEGINS_WITHIN_MS = 800;

/** Whether a key only repeats the one before: it was never let go, or nothing can have been read since. */
export function isHeld(held: HeldKey | undefined, name: string, atMs: number): boolean {
  if (held?.name !== name) return false;
  const since = atMs - held.atMs;
  if (since >= 0 && since < REPEATS_WITHIN_MS) return true;
  return (
    held.shownAtMs !== undefined &&
    atMs >= held.shownAtMs &&
    atMs - held.shownAtMs < BEGINS_WITHIN_MS
  );
}

export function afterKey(
  held: HeldKey | undefined,
  name: string,
  atMs: number,
  hasShown: boolean,
): HeldKey {
  const before = held?.name === name ? held.shownAtMs : undefined;
  return { name, atMs, shownAtMs: hasShown ? atMs : before };
}

/** A span of time as an interviewer's watch shows it, e.g. `4:05`. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** From here on the time left is said in words, too. */
const CLOSE_MS = 2 * 60_000;

/** How much time is left, and whether that should be noticed. */
export function timeLeft(endsAtMs: number, nowMs: number): { words: string; isClose: boolean } {
  // A second that has begun is still there.
  const leftMs = Math.ceil((endsAtMs - nowMs) / 1000) * 1000;
  if (leftMs <= 0) return { words: 'time is over: finish this answer', isClose: true };
  const watch = minutesAndSeconds(leftMs).padStart(5, '0');
  return leftMs <= CLOSE_MS
    ? { words: `last 2 minutes: ${watch}`, isClose: true }
    : { words: `${watch} left`, isClose: false };
}

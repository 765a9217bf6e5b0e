/** `2026-11-21 10:15`, in the learner's time zone. */
export function localTime(atMs: number): string {
  return new Date(atMs).toLocaleString('sv').slice(0, 16);
}

const SPEEDS: readonly number[] = [0.001, 0.01, 0.1, 1, 10, 60, 600, 3600, 36_000];
const NORMAL = SPEEDS.indexOf(1);

/** Seconds of real time that a run should take when nobody touches it, and one between two questions. */
export const PATIENCE_S = 90;
export const SHORT_PATIENCE_S = 20;

/** The slowest speed, from that of real time on, at which a run takes so many seconds at most. */
export function startSpeed(runsForMicros: number, patience: number): number {
  const found = SPEEDS.findIndex(
    (speed, index) => index >= NORMAL && runsForMicros / 1e6 / speed <= patience,
  );
  return found < 0 ? SPEEDS.length - 1 : found;
}

export function changedSpeed(speed: number, by: 1 | -1): number {
  return Math.min(SPEEDS.length - 1, Math.max(0, speed + by));
}

/** Virtual microseconds that pass in some milliseconds of real time. */
export function virtualMicros(speed: number, realMs: number): number {
  return Math.max(0, Math.round(realMs * 1000 * (SPEEDS[speed] ?? 1)));
}

/** `10x`, or `1/10x` where time is stretched. */
export function speedWords(speed: number): string {
  const factor = SPEEDS[speed] ?? 1;
  return factor >= 1 ? `${factor}x` : `1/${Math.round(1 / factor)}x`;
}

/** So fast that parts of a second can't be read. */
export function isFast(speed: number): boolean {
  return (SPEEDS[speed] ?? 1) > 10;
}

import type { Share } from '../../statistics/share.ts';

/** `95 s`, `12 min` or `3 h 05 min`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** `91 %`; a dash where there is nothing to share. */
export function percent({ count, of }: Share): string {
  return of === 0 ? '-' : `${Math.round((100 * count) / of)} %`;
}

/** `88-93 %` */
export function range({ low, high, of }: Share): string {
  return of === 0 ? '' : `${Math.round(100 * low)}-${Math.round(100 * high)} %`;
}

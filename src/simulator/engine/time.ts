/**
 * Virtual time, in whole microseconds since the start of the run: an integer, so that equal times are equal on every
 * machine. A double counts microseconds exactly for 285 years.
 */
export type Micros = number;

export const MILLISECOND: Micros = 1_000;
export const SECOND: Micros = 1_000_000;
export const MINUTE: Micros = 60 * SECOND;
export const HOUR: Micros = 60 * MINUTE;
export const DAY: Micros = 24 * HOUR;

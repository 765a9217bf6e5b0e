export { EventCalendar } from './calendar.ts';
export { exp } from './exponential.ts';
export { log } from './logarithm.ts';
export { exponentialQuantile, normalQuantile } from './quantiles.ts';
export { RandomStream, RandomStreams } from './random.ts';
export * from './time.ts';

import fc from 'fast-check';

export const millis = (min: number, max: number) =>
  fc.integer({ min, max }).map((amount) => `${amount}ms`);
export const seconds = (min: number, max: number) =>
  fc.integer({ min, max }).map((amount) => `${amount}s`);
export const chance = fc.constantFrom(0.01, 0.05, 0.2);
export const group = fc.integer({ min: 1, max: 5 }).map((count) => `g{1..${count}}`);
export const visibilityTimeout = fc.constantFrom('5s', '10s');

export const duration = fc.oneof(
  millis(0, 150),
  millis(1, 100).map((mean) => ({ exponential: mean })),
  fc.constant({ lognormal: { p50: '20ms', p99: '200ms' } }),
);

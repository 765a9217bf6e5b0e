import { dollars } from './format.ts';

const updates = (100 * 10 * 100_000) / 60;
const month = updates * 86_400 * 30;

export const lines: readonly string[] = [
  `With $2.00 and the exact rate it is ${dollars((month * 2) / 1e12)} million.`,
];

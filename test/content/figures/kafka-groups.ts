import { number } from './format.ts';

const drainSeconds = (lag: number, arrivals: number, capacity: number) =>
  lag / (capacity - arrivals);

export const lines: readonly string[] = [
  `a lag of 90,000 is \`90,000 / 600 = ${number(90_000 / 600)}\` seconds`,
  `\`90,000 / (750 − 600) = ${number(drainSeconds(90_000, 600, 750))}\` seconds`,
  `\`540,000 / 300 = ${number(drainSeconds(540_000, 500, 800))}\` seconds`,
  `for 28 a second, \`(28 + 6 − 20) × 180 = ${number((28 + 36 / 6 - 20) * 180)}\``,
];

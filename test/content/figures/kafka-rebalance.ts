import { number } from './format.ts';

const perWorker = (arrivals: number, session: number, owned: number, partitions: number) =>
  (arrivals * session * owned) / partitions;
const catchUp = (arrivals: number, hours: number, capacity: number) =>
  (arrivals * hours) / (capacity - arrivals);
const LOCK = 30;

export const lines: readonly string[] = [
  `of its four partitions \`600/s × 45 s × 4 / 24 = ${number(perWorker(600, 45, 4, 24))}\` records wait`,
  `seconds, ${number(catchUp(200, 48, 800))} hours. The room above the live load`,
  `\`64,800 / 3,600 = ${number(catchUp(300, 36, 900))}\` hours`,
  `is ${number((36 * 3600 * 300) / (6 * 3600))} a second, on top of the 300 that come in: ${number((36 * 300) / 6 + 300)} a second`,
  `5 × ${LOCK} s = ${number(5 * LOCK)} s, and five workers`,
  `up to \`1,800/s × 45 s = ${number(perWorker(1800, 45, 36, 36))}\`, nine times as many`,
];

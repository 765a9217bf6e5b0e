import { number } from './format.ts';

const bucketOfAMinute = 100 * 60;
const calls = 300;
const batch = 10;

export const lines: readonly string[] = [
  `saves up a minute’s tokens sends ${number(bucketOfAMinute)} at once`,
  `with batches of ten that is ${number(calls * batch)} messages`,
  `a cap of 20 makes ${number(20 / 0.1)} calls a second at 0.1 s and ${number(20 / 0.4)} at 0.4 s`,
  `${number(600 * 2)}: 600 in the last second of a minute and 600 in the first of the next.`,
  `${number(600 / 60)} a second`,
  `${number(6 * 25)} a second ask, 100 pass.`,
];

import { dollars, number } from './format.ts';

const PRICE = 0.4 / 1e6;
const SECONDS = 86_400 * 30;
const short = SECONDS * 10;
const long = SECONDS / 20;
const month = 100e6 * 30;

export const lines: readonly string[] = [
  `| an idle hour | as many calls as you make | ${number(3600 / 20)} calls of 20 s |`,
  `| idle worker, short poll every 100 ms | ${number(short / 1e6, 1)} million | ${dollars(short * PRICE)} |`,
  `| the same, long poll of 20 s | ${number(long)} | ${dollars(long * PRICE)} |`,
  `| 100 million messages a day, one by one | 3 each | ${dollars(month * 3 * PRICE, 0)} |`,
  `| the same, batches of ten everywhere | ${number(3 / 10, 1)} each | ${dollars(month * 0.3 * PRICE, 0)} |`,
  `Ten thousand idle long polls are still ${number(10_000 / 20)} calls a second.`,
  `for five hundred of them, ${dollars(500 * long * PRICE)}.`,
  `Idle: ${number(3600 / 20)} receives an hour instead of ${number(3600 * 10)} at ten a second, ${number(short / long)} to 1.`,
  `By ${number(100 * (1 - long / short), 1)} % for an idle worker that asked ten times a second`,
  `With batches on the receiving side only it is ${number(1 + 2 / 10, 1)}`,
  `${dollars(100e6 * PRICE, 0)} is one request a message for one *day*; with send, receive and delete the month is ${dollars(month * 3 * PRICE, 0)}, in batches of ten ${dollars(month * 0.3 * PRICE, 0)}.`,
];

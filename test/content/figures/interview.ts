import { dollars, number } from './format.ts';

const A_DAY = 100e6;
const SECONDS = 86_400;
const WORK = 0.2;
const SLOTS = 10;
const BUSY = 0.7;
const PRICE = 0.4 / 1e6;

const mean = A_DAY / SECONDS;
const peak = 2 * mean;
const slots = Math.round(peak * WORK);
const requests = A_DAY * 30 * 3;

/** Availability of calls in a row. */
const EACH = 0.999;

export const lines: readonly string[] = [
  `| mean | 100 million / ${number(SECONDS)} s | ${number(mean)}/s |`,
  `| peak, twice the mean | ${number(mean, 1)} × 2 | ${number(peak)}/s |`,
  `| slots at ${WORK} s each | ${number(peak)} × ${WORK} | ${slots} |`,
  `| workers, ten slots each | ${slots} / ${SLOTS} | ${Math.ceil(slots / SLOTS)} |`,
  `| with headroom | ${number(slots / SLOTS, 1)} / ${BUSY} | ${Math.ceil(slots / SLOTS / BUSY)} |`,
  `| SQS, 3 calls each, a month | ${number(requests / 1e6)} million × $0.40 | ${dollars(requests * PRICE, 0)} |`,
  `| the same in batches of ten | ${number(requests / 10 / 1e6)} million × $0.40 | ${dollars((requests / 10) * PRICE, 0)} |`,
  `A message is at least three requests: ${dollars(requests * PRICE, 0)}, or ${dollars((requests / 10) * PRICE, 0)} in batches of ten.`,
  `*“100 million messages cost ${dollars(A_DAY * 30 * PRICE, 0)} a month.”*`,
  `five times 99.9 % are \`0.999^5 = ${number(EACH ** 5 * 100, 1)}%\``,
  `at 3 orders a second and $50, four minutes away are \`3 × 240 × $50 = ${dollars(3 * 240 * 50, 0)}\` turned away`,
  `\`0.999^1,000 = ${number(EACH ** 1000 * 100, 1)}%\` of the time all are up`,
  `For idle pollers, ${number((1 - 0.1 / 20) * 100, 1)} % and more`,
  // The questions.
  `so about ${number(peak)}/s`,
  `\`43,200 × (1 − 0.999^3) = ${number(43_200 * (1 - EACH ** 3), 1)}\` minutes`,
];

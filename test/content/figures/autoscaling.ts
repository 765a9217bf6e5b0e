import { number } from './format.ts';

const eachDoes = 50;

/** Workers for a peak, planned to be busy for such a share of the time. */
function crew(peak: number): string {
  const at = (share: number) => number(Math.ceil(peak / eachDoes / share));
  return `| ${number(peak)}/s | ${at(1)} | ${at(0.7)} | ${at(0.6)} |`;
}

const perDay = 100e6;
const mean = Math.round(perDay / 86_400);

export const lines: readonly string[] = [
  crew(mean),
  crew(Math.round((2 * perDay) / 86_400)),
  `100 million a day are ${number(mean)} a second`,
  `a worker that does one message of 0.2 s after another does ${number(1 / 0.2)} a second, ten times fewer`,
];

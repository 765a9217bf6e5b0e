import { number } from './format.ts';

const HOURS_A_YEAR = 365 * 24;

/** Services in a row, each up 99.9 % of the time. */
function chain(services: number, unit: 'h' | 'days'): string {
  const up = 0.999 ** services;
  const down = (1 - up) * HOURS_A_YEAR;
  return `| ${number(services)} | ${number(up * 100, 1)} % | ${number(unit === 'h' ? down : down / 24)} ${unit} |`;
}

const USUAL = 5;
const RUSH = 50;
const RUSH_SECONDS = 10 * 60;
const HOUR = 3600;
const mails = USUAL * HOUR + (RUSH - USUAL) * RUSH_SECONDS;

/** So many workers, each of whom does a mail a second. */
function levelled(workers: number): string {
  const busy = mails / (workers * HOUR);
  const pile = (RUSH - workers) * RUSH_SECONDS;
  return `| ${workers} | ${number(busy * 100)} % | ${number(pile)} | ${number(pile / workers / 60)} min |`;
}

export const lines: readonly string[] = [
  chain(1, 'h'),
  chain(3, 'h'),
  chain(10, 'h'),
  chain(100, 'days'),
  chain(1000, 'days'),
  levelled(50),
  levelled(30),
  levelled(20),
  levelled(15),
  `more mails in an hour (${number(mails)}) than 12 workers can do (${number(12 * HOUR)})`,
];

import { number } from './format.ts';

// An overload of five minutes, with a queue of so many places before it.
const done = 85;
const peak = 120;
const base = 50;
const seconds = 300;
const surplus = (peak - done) * seconds;

function bound(name: string, places: number): string {
  return `| ${name} | ${number(surplus - places)} | ${number(places / done)} s | ${number(places / (done - base))} s |`;
}

// A spike that is a tenth done.
const tooMany = 50_000 - 5_000;

export const lines: readonly string[] = [
  `${peak - done} a second are too many, ${number(surplus)} in all, whatever the bound is`,
  bound('none', surplus),
  bound('1,000', 1_000),
  bound('425', 5 * done),
  bound('85', done),
  `With ${number(tooMany)} a second too many a million is reached after ${number(1e6 / tooMany)} seconds.`,
  `If ten do 5,000 a second and ${number((5_000 / 10) * 100)} come, a hundred do just what comes`,
  `50,000 a minute are ${number(50_000 / 60)} a second`,
  `${number(tooMany)} a second would pile up, a million in ${number(1e6 / tooMany)} seconds`,
  `After ten minutes ${number((300 - 200) * 600)} wait, and whoever comes now stands for five minutes.`,
];

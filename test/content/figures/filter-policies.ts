import { dollars, number } from './format.ts';

const PUBLISH = 0.5; // dollars a million
const REQUEST = 0.4;
const READERS = 6;

const reading = (copies: number) => copies * 2 * REQUEST;

export const lines: readonly string[] = [
  `| publishes at ${dollars(PUBLISH)} a million | ${dollars(PUBLISH)} | ${dollars(PUBLISH)} |`,
  `| copies delivered | ${number(READERS)} million | ${number(READERS / 3)} million |`,
  `| receives and deletes at ${dollars(REQUEST)} | ${dollars(reading(READERS))} | ${dollars(reading(READERS / 3))} |`,
  `| together | ${dollars(PUBLISH + reading(READERS))} | ${dollars(PUBLISH + reading(READERS / 3))} |`,
];

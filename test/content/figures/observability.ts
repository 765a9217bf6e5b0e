import { number } from './format.ts';

const PROMISE = 15;
const GET_UP = 5;
const MEND = 6;
const DELAY = 2;
const HOURS_A_WEEK = 24 * 7;

export const lines: readonly string[] = [
  `| ${PROMISE} min | ${GET_UP} | ${MEND} | ${DELAY} | ${PROMISE - GET_UP - MEND - DELAY} min |`,
  `At 5,000 a second 10,000 messages are ${number(10_000 / 5_000)} seconds of work, at ten an hour they are ${number(10_000 / 10 / HOURS_A_WEEK)} weeks`,
];

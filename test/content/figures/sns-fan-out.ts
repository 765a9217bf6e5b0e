import { dollars, number } from './format.ts';

const ORDERS = 10; // million a month
const QUEUES = 3;
const PUBLISH = 0.5; // dollars a million
const REQUEST = 0.4;
const HTTPS = 0.6;

const calls = ORDERS * QUEUES * 2;

export const lines: readonly string[] = [
  `| publishes at ${dollars(PUBLISH)} a million | ${number(ORDERS)} million | ${dollars(ORDERS * PUBLISH)} |`,
  `| deliveries to ${QUEUES} queues | ${number(ORDERS * QUEUES)} million | ${dollars(0)} |`,
  `| receives and deletes at ${dollars(REQUEST)} | ${number(calls)} million | ${dollars(calls * REQUEST)} |`,
  `| the same in batches of ten | ${number(calls / 10)} million | ${dollars((calls / 10) * REQUEST)} |`,
  `| one webhook at ${dollars(HTTPS)} | ${number(ORDERS)} million | ${dollars(ORDERS * HTTPS)} |`,
];

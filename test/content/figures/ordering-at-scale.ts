import { number } from './format.ts';

/** FIFO in normal mode: calls a second of each kind, and messages in a full batch. */
const CALLS = 300;
const BATCH = 10;

const rate = 50_000;
const queues = (messagesInCall: number) => number(Math.ceil(rate / (CALLS * messagesInCall)));

const [arrivals, share, work] = [90, 0.2, 0.08];

const [messages, payment] = [50_000, 0.01];

export const lines: readonly string[] = [
  `| ${number(rate)} messages a second | FIFO queues |`,
  `| normal mode, one by one (${number(CALLS)}/s) | ${queues(1)} |`,
  `| normal mode, batches of ten (${number(CALLS * BATCH)}/s) | ${queues(BATCH)} |`,
  `elsewhere ${queues(BATCH)} to 20 queues by hash`,
  `The key can do ${number(1 / work, 1)} a second and gets ${number(arrivals * share)}. The other keys, ${number(arrivals * (1 - share))} a second together`,
  `With 10 ms a payment that is ${number(1 / payment)} a second, and ${number(messages)} wait more than ${['seven', 'eight', 'nine'][Math.floor((messages * payment) / 60) - 7]} minutes`,
];

import { dollars, number } from './format.ts';

const SQS = 0.4 / 1e6;
const FIFO = 0.5 / 1e6;
const SNS = 0.5 / 1e6;
const LAMBDA = 0.2 / 1e6;
const HTTP = 0.6 / 1e6;
/** Requests of SQS and publishes of SNS in a month, and calls of Lambda. */
const FREE = 1e6;
/** Deliveries by HTTP in a month. */
const FREE_HTTP = 1e5;
const DAYS = 30;
const HOURS = 730;

const month = 100e6 * DAYS;
const bill = (requests: number, price = SQS) => dollars((month * requests - FREE) * price);
const chunks = Math.ceil(100 / 64);

/** The chance that all of so many workers are busy: Erlang's C formula. */
function allBusy(workers: number, busy: number): number {
  const load = workers * busy;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < workers; k += 1) {
    term *= load / k;
    sum += term;
  }
  const last = (term * load) / workers / (1 - busy);
  return last / (sum + last);
}

/** The mean time in the system as a multiple of the work. */
function slowdown(workers: number, busy: number): number {
  return 1 + allBusy(workers, busy) / (workers * (1 - busy));
}

const orders = 10e6;
const calls = 2 * 3 * orders;
const idle = (47 * 86_400 * DAYS) / 20;
const peak = 2 * (100e6 / 86_400);
const atTheMean = Math.ceil(100e6 / 86_400 / 50);

export const lines: readonly string[] = [
  `a month ${number((86_400 * DAYS) / 1e6, 1)} million. Being right`,
  `${number(peak)} a second at 0.2 s each`,
  `A worker that does one at a time makes that ${number(Math.ceil(peak * 0.2))} workers; one that has ten sends open at once, ${number(Math.ceil((peak * 0.2) / 10))}.`,
  `| 50 % | ${number(slowdown(1, 0.5), 1)} × the work | ${number(slowdown(10, 0.5), 2)} × |`,
  ...[0.7, 0.8, 0.95, 0.98].map(
    (busy) =>
      `| ${number(busy * 100)} % | ${number(slowdown(1, busy), 1)} × | ${number(slowdown(10, busy), 2)} × |`,
  ),
  `batches of ten make that ${number(300 * 10)} messages`,
  `| one by one: send, receive, delete | 3 | ${bill(3)} |`,
  `| batches of ten everywhere | ${number(3 / 10, 1)} | ${bill(3 / 10)} |`,
  `| batches on the receiving side only | ${number(1 + 2 / 10, 1)} | ${bill(1 + 2 / 10)} |`,
  `| FIFO, one by one | 3 | ${bill(3, FIFO)} |`,
  `| one by one, 100 KiB each | ${number(2 * chunks + 1)} | ${bill(2 * chunks + 1)} |`,
  `receives, ${dollars(idle * SQS)}. The machines do.`,
  `the mean needs ${number(atTheMean)}`,
  `| publishes | ${number((orders - FREE) / 1e6)} million × $0.50 | ${dollars((orders - FREE) * SNS)} |`,
  `| queues: receive + delete | ${number((calls - FREE) / 1e6)} million × $0.40 | ${dollars((calls - FREE) * SQS)} |`,
  `| the same in batches of ten | ${number((calls / 10 - FREE) / 1e6)} million × $0.40 | ${dollars((calls / 10 - FREE) * SQS)} |`,
  `| Lambda calls | ${number((orders - FREE) / 1e6)} million × $0.20 | ${dollars((orders - FREE) * LAMBDA)} |`,
  `| web hook | ${number((orders - FREE_HTTP) / 1e6, 1)} million × $0.60 | ${dollars((orders - FREE_HTTP) * HTTP)} |`,
  `A message needs three: ${dollars(month * 3 * SQS, 0)}, or ${dollars(month * 0.3 * SQS, 0)} in batches.`,
  `${dollars(100e6 * SQS, 0)} is one request for each message of one *day*.`,
  `${dollars(atTheMean * 0.0416 * HOURS, 0)} for the mean.`,
  `five a second, so it would be ${number(Math.ceil(peak / 5))}.`,
  `With $2.00 and the exact rate it is ${dollars((((100 * 10 * 100_000) / 60) * 86_400 * DAYS * 2) / 1e12)} million.`,
  `60 s and 0.2 s give ${number(60 / 0.2)}`,
];

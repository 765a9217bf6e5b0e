import { number } from './format.ts';

const CALLS = 300;
const BATCH = 10;
const SENDS = 12_000;
const WORK = 0.2;
const LEASE = { batch: 4, each: 1.5 };

export const lines: readonly string[] = [
  `ten messages in a call make it \`${CALLS} × ${BATCH} = ${number(CALLS * BATCH)}\` messages`,
  `${number(SENDS)} single sends a second need \`${number(SENDS)} / ${CALLS} = ${SENDS / CALLS}\` groups at least`,
  `With ${WORK} s of work, a group does \`1 / ${WORK} = ${1 / WORK}\` messages a second at most`,
  `| calls a second, for each action | nearly unlimited | ${CALLS}, or high-throughput mode |`,
  // The questions.
  `In normal mode ${CALLS} calls a second for each kind of call, so ${CALLS} messages sent singly, or ${number(CALLS * BATCH)} in batches of ten`,
  `\`${LEASE.batch} × ${LEASE.each} s = ${LEASE.batch * LEASE.each}\` s until the last one is deleted`,
];

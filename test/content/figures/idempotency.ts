import { dollars, number } from './format.ts';

const DAY = 1_000_000;
const KEPT_DAYS = 7;
const NOTE_BYTES = 100;
const OVERHEAD_BYTES = 100;
const WRITE = 0.625; // a million writes, on demand
const GB_MONTH = 0.25;

const gigabytes = (bytes: number) => (DAY * KEPT_DAYS * bytes) / 1e9;
const bare = gigabytes(NOTE_BYTES);
const full = gigabytes(NOTE_BYTES + OVERHEAD_BYTES);
const millions = (30 * DAY) / 1e6;

export const lines: readonly string[] = [
  `| storage, ${number(bare, 1)} GB (${number(full, 1)} with overhead) | ${dollars(bare * GB_MONTH)} to ${dollars(full * GB_MONTH)} |`,
  `| ${number(millions)} million writes at $${WRITE} a million | ${dollars(millions * WRITE)} |`,
  `| the same, in a transaction with the effect | ${dollars(2 * millions * WRITE)} |`,
  `The writes are ${dollars(millions * WRITE)} for ${number(millions)} million, twice that in transactions.`,
];

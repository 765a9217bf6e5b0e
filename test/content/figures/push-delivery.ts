import { number } from './format.ts';

const MANAGED = [3, 2, 10, 100_000];
const PERSONAL = [0, 2, 10, 38];
const DEFAULT = [0, 0, 3, 0];

const sum = (phases: readonly number[]) => phases.reduce((total, retries) => total + retries, 0);
const days = (sum(MANAGED) * 20) / 86_400;
const hours = (38 * 600) / 3_600;

// The sale: a reader of 40 a second, 100 a second for 180 s, 10 before and after.
const CAPACITY = 40;
const PEAK = 100;
const BASE = 10;
const SECONDS = 180;
const backlog = (PEAK - CAPACITY) * SECONDS;

export const lines: readonly string[] = [
  `| in all | ${number(sum(MANAGED))} | ${number(sum(PERSONAL))} | ${number(sum(DEFAULT))} |`,
  `| for about | ${number(days)} days | ${number(hours)} hours | ${number((3 * 20) / 60)} minute |`,
  `backlog grows by ${PEAK - CAPACITY} a second to ${number(backlog)}, then shrinks by ${CAPACITY - BASE}`,
  `a second: empty after ${number(backlog / (CAPACITY - BASE))} s, nothing lost`,
  `4 tries in ${3 * 20} s, then gone`,
];

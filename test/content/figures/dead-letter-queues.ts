import { number } from './format.ts';

const MINUTE = 60;

/** How long a message is retried that nobody gives back: so many receives, one visibility timeout apart. */
function retried(timeout: number, receives: number): string {
  return `| ${seconds(timeout)} | ${receives} | ${seconds(timeout * receives)} |`;
}

function seconds(value: number): string {
  return value >= 15 * MINUTE ? `${number(value / MINUTE)} min` : `${number(value)} s`;
}

const failures = (8 * MINUTE) / 60;

export const lines: readonly string[] = [
  retried(30, 3),
  retried(30, 5),
  retried(60, 10),
  retried(15 * MINUTE, 5),
  `With \`maxReceiveCount\` 5 and a timeout of 30 s, retries alone cover only ${number(5 * 30)} s`,
  `It fails at 0, 60, 120, … ${number((failures - 1) * 60)} s`,
];

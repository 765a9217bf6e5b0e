import { dollars } from './format.ts';

const PRICE = 0.4; // a million requests, standard queue
const CHUNK = 64;

/** Sent, received and deleted one by one, so many KB each. */
function alone(size: string, kilobytes: number): string {
  const chunks = Math.ceil(kilobytes / CHUNK);
  const requests = 2 * chunks + 1;
  return `| ${size} | ${chunks} + ${chunks} + 1 = ${requests} | ${dollars(requests * PRICE)} |`;
}

export const lines: readonly string[] = [
  alone('up to 64 KB', 64),
  alone('256 KB', 256),
  alone('1 MiB', 1024),
  `| ten of 6 KB, batched | 1 + 1 + 1 = 3 for ten | ${dollars((3 / 10) * PRICE)} |`,
];

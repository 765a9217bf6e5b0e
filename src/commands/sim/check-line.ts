import type { CheckResult } from '../../simulator/observers/index.ts';

/** A check in a line: whether it holds, by a word and not by a colour. */
export function checkLine({ metric, wanted, got, passed }: CheckResult): string {
  if (!passed) return `FAILS ${metric} is ${got}, not ${wanted}`;
  const bound = wanted.startsWith('exactly') ? '' : ` (${wanted})`;
  return `ok    ${metric} is ${got}${bound}`;
}

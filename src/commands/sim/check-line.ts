import type { CheckResult } from '../../simulator/observers/index.ts';

/** A check in a line: whether it holds, by a word and not by a colour. */
export function checkLine({ metric, wanted, got, passed }: CheckResult): string {
  return passed ? `ok    ${metric} is ${got}` : `FAILS ${metric} is ${got}, not ${wanted}`;
}

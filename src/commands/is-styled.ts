import type { GlobalOptions, Host } from './host.ts';

/** Whether printed text may be bold: on a terminal, unless the learner wants it plain. */
export function isStyled({ stdout, env }: Host, { plain, color }: GlobalOptions): boolean {
  return stdout.isTTY && !plain && color && !env.NO_COLOR;
}

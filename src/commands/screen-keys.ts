import { keyboard } from '../platform/terminal.ts';
import type { Host } from './host.ts';

/** Where keys come from when the whole screen can be taken; undefined where text is printed instead. */
export function screenKeys(
  { stdin, stdout, env }: Host,
  { plain }: { readonly plain: boolean },
): NodeJS.ReadStream | undefined {
  return stdout.isTTY && !plain && env.TERM !== 'dumb' ? keyboard(stdin) : undefined;
}
